//! The commands: arguments in, an exit code out.

mod check;
mod demo;
mod report;

use crate::args::{Command, Inputs, Options};
use crate::config;
use crate::error::{Error, Result};
use crate::input::{Reading, profiles};
use crate::output::Output;
use crate::progress::Progress;
use crate::threads::Threads;
use driftglass_core::{MissingTokens, Report, compare_in_parallel};
use driftglass_data::{ReadOptions, Selection};
use driftglass_report::headline;
use std::path::PathBuf;
use std::process::ExitCode;

pub(crate) fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Report(arguments) => report::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Demo(arguments) => demo::run(&arguments),
    }
}

/// Reads both inputs and compares them under the policy of the options and the configuration.
fn compare_inputs(inputs: &Inputs, options: &Options) -> Result<Report> {
    let settings = options.settings().over(config::load(options.config.as_deref())?);
    let policy = settings.policy()?;
    let missing = settings.missing.map_or_else(MissingTokens::default, MissingTokens::new);
    let progress = Progress::new(options.quiet);
    let threads = Threads::new(options.threads)?;
    let covering = policy.clone();
    let columns = Selection::of(move |column| covering.covers(column));
    let options = ReadOptions { columns, ..read_options(options)? };
    let reading = Reading { options, missing, threads: threads.number(), progress: &progress };
    let (reference, current) = profiles(&inputs.reference, &inputs.current, &reading)?;
    Ok(compare_in_parallel(&reference, &current, &policy, &progress.count(&threads))?)
}

fn read_options(options: &Options) -> Result<ReadOptions> {
    let delimiter = options
        .delimiter
        .map(|delimiter| {
            u8::try_from(delimiter).ok().filter(u8::is_ascii).ok_or_else(|| {
                Error::new(format!("the delimiter cannot be \"{delimiter}\""))
                    .with_hint("it is one ASCII character")
            })
        })
        .transpose()?;
    Ok(ReadOptions { delimiter, ..ReadOptions::default() })
}

/// Opens every output before the work starts.
fn open(paths: &[PathBuf]) -> Result<Vec<Output>> {
    paths.iter().map(|path| Output::open(path)).collect()
}

/// Writes every output, and says on stderr what was found and where it is.
fn write(outputs: Vec<Output>, report: &Report, quiet: bool) -> Result<()> {
    let mut paths = Vec::new();
    for output in outputs {
        paths.extend(output.write(report)?);
    }
    if !quiet {
        eprintln!("{}", driftglass_report::visible(&headline(report)));
        for path in paths {
            eprintln!("wrote {}", path.display());
        }
    }
    Ok(())
}
