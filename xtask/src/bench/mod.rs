//! Whole runs, beside other programs on the same files.

mod contender;
mod data;
mod growth;
mod machine;
mod measure;
mod page;
mod program;

use std::fs;

use clap::Args;

use crate::error::{Error, Result};
use crate::workspace::Workspace;
use measure::Stopwatch;
use program::Programs;

/// What `cargo xtask bench` is asked.
#[derive(Args)]
pub(crate) struct Options {
    /// One run of each program, large tables a hundredth as large, and the page on standard output
    #[arg(long)]
    quick: bool,
}

impl Options {
    /// The runs that a median is over, besides the first.
    fn runs(&self) -> usize {
        if self.quick { 0 } else { 5 }
    }

    /// By what large tables are smaller than they should be.
    fn divisor(&self) -> u64 {
        if self.quick { 100 } else { 1 }
    }
}

/// Measures, and writes docs/benchmarks.md.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let folder = workspace.target.join("bench");
    let programs = Programs::build(workspace)?;
    let (contenders, absent) = contender::all(&programs, workspace);
    let stopwatch = Stopwatch { workspace, folder: folder.join("out"), runs: options.runs() };
    let mut comparisons = Vec::new();
    for pair in data::pairs(workspace, &programs, &folder, options.divisor())? {
        println!("\n{}", pair.name);
        let outcomes = stopwatch.interleaved(&contenders, &pair)?;
        comparisons.push((pair, outcomes));
    }
    let growth = growth::measure(&programs, &stopwatch, &folder, options.divisor())?;
    let page = page::Page {
        machine: machine::describe(workspace),
        contenders: &contenders,
        absent: &absent,
        comparisons: &comparisons,
        growth: &growth,
        runs: options.runs(),
    };
    if options.quick {
        println!("\n{page}");
        return Ok(());
    }
    let path = workspace.root.join("docs/benchmarks.md");
    fs::write(&path, page.to_string()).map_err(|error| Error::at(&path, &error))
}
