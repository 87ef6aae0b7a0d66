//! `driftglass`: drift reports from two files, at the command line.

mod args;
mod assignment;
mod command;
mod config;
mod destination;
mod error;
mod files;
mod gate;
mod github;
mod hook;
mod importance;
mod input;
mod interrupt;
mod output;
mod over_time;
mod progress;
mod record;
mod saved;
mod sources;
mod stopped;
mod threads;
mod trend;
mod words;

use clap::Parser;
use std::panic;
use std::process::ExitCode;

/// Exit code of an error; 0 is success or no drift, 1 is drift.
const ERROR: u8 = 2;

fn main() -> ExitCode {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        // A panic that a reader turns into an error of the file is that error and no more.
        if !driftglass_data::is_guarded() {
            report(info);
        }
    }));
    let arguments = args::Arguments::parse();
    match interrupt::prepare().and_then(|()| command::run(arguments.command)) {
        Ok(code) => code,
        Err(error) => {
            eprint!("{error}");
            ExitCode::from(ERROR)
        }
    }
}
