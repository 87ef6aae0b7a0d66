//! `driftglass`: drift reports from two files, at the command line.

mod args;
mod assignment;
mod command;
mod config;
mod error;
mod input;
mod output;
mod progress;

use clap::Parser;
use std::process::ExitCode;

/// Exit code of an error; 0 is success or no drift, 1 is drift.
const ERROR: u8 = 2;

fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    match command::run(arguments.command) {
        Ok(code) => code,
        Err(error) => {
            eprint!("{error}");
            ExitCode::from(ERROR)
        }
    }
}
