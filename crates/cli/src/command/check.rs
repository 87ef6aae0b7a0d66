//! `driftglass check`: the comparison as a gate.

use crate::args::CheckArguments;
use crate::config::Config;
use crate::destination::print;
use crate::error::{Error, Result};
use crate::gate::FailOn;
use crate::github::Job;
use crate::record::{End, Record};
use driftglass_history::Outcome;
use driftglass_report::{TerminalOptions, terminal};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

/// Exit code of drift, and of data that are not what their schema says.
const STOPPED: u8 = 1;

pub(super) fn run(arguments: &CheckArguments) -> Result<ExitCode> {
    let options = &arguments.options;
    let config = Config::load(options.config.as_deref())?;
    let fail_on = arguments.fail_on.or(config.run.fail_on).unwrap_or_default();
    let top = arguments.top.or(config.run.top);
    let outputs = super::open(config.run.outputs(&arguments.outputs))?;
    let job = arguments.github.then(Job::open).transpose()?;
    let record = Record::open(options.history.as_deref().or(config.run.history.as_deref()))?;
    let report = super::compare_inputs(&arguments.inputs, options, config)?;
    print(terminal(&report, &terminal_options(top)).as_bytes())?;
    if let Some(job) = job {
        job.tell(&report)?;
    }
    // The table has the headline already.
    let reports = super::write(outputs, &report, options.is_static, true)?;
    let outcome = fail_on.judge(&report);
    let exit_code = exit_code(outcome);
    if let Some(record) = record {
        let gate = fail_on.to_string();
        record.append(&report, End { command: "check", gate, outcome, exit_code, reports })?;
    }
    end(outcome, fail_on, options.reading.quiet)?;
    Ok(ExitCode::from(exit_code))
}

/// Says what the gate did, and by what.
fn end(outcome: Outcome, fail_on: FailOn, quiet: bool) -> Result<()> {
    let sentence = match outcome {
        Outcome::Passed => format!("passed, by --fail-on {fail_on}"),
        Outcome::Drifted => format!("stopped for drift, by --fail-on {fail_on} or the fail of a rule"),
        Outcome::Invalid => {
            "stopped before drift is judged: the current data are not what the schema says".to_owned()
        }
        Outcome::Untested => {
            return Err(Error::new("no column could be tested, so there is no verdict").with_hint(
                "the table says why for each column; --type and --columns choose what is compared",
            ));
        }
    };
    if !quiet {
        eprintln!("{sentence}");
    }
    Ok(())
}

fn exit_code(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Passed => 0,
        Outcome::Drifted | Outcome::Invalid => STOPPED,
        Outcome::Untested => crate::ERROR,
    }
}

/// Width and colour for a terminal; neither for a pipe, which gets lines that can be searched.
fn terminal_options(top: Option<usize>) -> TerminalOptions {
    let is_terminal = stdout().is_terminal();
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    TerminalOptions {
        width: is_terminal.then(terminal_width).flatten(),
        color: is_terminal && !no_color,
        top,
    }
}

fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size().map(|(width, _)| width.0)
}
