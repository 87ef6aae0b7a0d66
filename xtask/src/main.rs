//! The project's own tasks. `cargo xtask demo` shows driftglass at work, `cargo xtask test` runs every
//! test; both install what they need first.

#![expect(clippy::print_stdout, reason = "a task talks to the person who runs it")]

mod bench;
mod calibrate;
mod command;
mod demo;
mod digest;
mod dist;
mod error;
mod instructions;
mod page;
mod serve;
mod service_worker;
mod size;
mod test;
mod tools;
mod viewer;
mod web;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use error::Result;
use test::Step;
use tools::Tool;
use workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "The project's own tasks")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measure whole runs beside other programs on the same files, and write docs/benchmarks.md
    Bench(bench::Options),
    /// Simulate how often verdicts are wrong, and write docs/calibration.md
    Calibrate,
    /// Build the page into dist/: a folder for any static host, under any path
    Dist,
    /// Build the page and the binary, write a report of the sample, and serve both on 127.0.0.1
    Demo {
        /// Stop before serving
        #[arg(long)]
        no_serve: bool,
        /// The port to serve on [default: a free one]
        #[arg(long, value_name = "PORT", conflicts_with = "no_serve")]
        port: Option<u16>,
    },
    /// Count the binary's instructions for fixed inputs, and compare them with benches/instructions.json
    Instructions {
        /// Write the counts into the file instead
        #[arg(long)]
        renew: bool,
    },
    /// Build the viewer, which the binary and the web app put into reports
    Viewer,
    /// Install what the tests need, and run every test
    Test {
        /// Run one step
        #[arg(long, value_name = "STEP")]
        only: Option<Step>,
    },
}

fn main() -> ExitCode {
    match run(&Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<()> {
    let workspace = Workspace::find()?;
    match task {
        Task::Bench(options) => bench::run(&workspace, options),
        Task::Calibrate => calibrate::run(&workspace),
        Task::Dist => dist::run(&workspace),
        Task::Demo { no_serve: true, .. } => demo::build(&workspace).map(|_| ()),
        Task::Demo { port, .. } => demo::build_and_serve(&workspace, *port),
        Task::Instructions { renew } => {
            tools::ensure([Tool::Valgrind], &workspace)?;
            if *renew { instructions::renew(&workspace) } else { instructions::check(&workspace) }
        }
        Task::Viewer => tools::ensure(viewer::TOOLS, &workspace).and_then(|()| viewer::build(&workspace)),
        Task::Test { only } => test::run(&workspace, *only),
    }
}
