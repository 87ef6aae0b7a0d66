//! `driftglass check`: the comparison as a gate.

use crate::args::{CheckArguments, FailOn};
use crate::destination::print;
use crate::error::{Error, Result};
use crate::record::{End, Record};
use driftglass_core::Report;
use driftglass_core::report::Verdict;
use driftglass_history::Outcome;
use driftglass_report::{TerminalOptions, terminal};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

/// Exit code of drift.
const DRIFT: u8 = 1;

pub(super) fn run(arguments: &CheckArguments) -> Result<ExitCode> {
    let options = &arguments.options;
    let outputs = super::open(&arguments.outputs)?;
    let record = Record::open(options.history.as_deref())?;
    let report = super::compare_inputs(&arguments.inputs, options)?;
    print(terminal(&report, &terminal_options()).as_bytes())?;
    // The table has the headline already.
    let reports = super::write(outputs, &report, options.is_static, true)?;
    let outcome = outcome(&report, arguments.fail_on);
    let exit_code = exit_code(outcome);
    if let Some(record) = record {
        let gate = arguments.fail_on.to_string();
        record.append(&report, End { command: "check", gate, outcome, exit_code, reports })?;
    }
    if outcome == Outcome::Untested {
        return Err(Error::new("no column could be tested, so there is no verdict")
            .with_hint("the table says why for each column; --type and --columns choose what is compared"));
    }
    Ok(ExitCode::from(exit_code))
}

fn outcome(report: &Report, fail_on: FailOn) -> Outcome {
    if report.summary.tested == 0 {
        Outcome::Untested
    } else if fails(report, fail_on) {
        Outcome::Drifted
    } else {
        Outcome::Passed
    }
}

fn exit_code(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Passed => 0,
        Outcome::Drifted => DRIFT,
        Outcome::Untested => crate::ERROR,
    }
}

fn fails(report: &Report, fail_on: FailOn) -> bool {
    match fail_on {
        FailOn::Any => report.summary.drifted > 0,
        FailOn::Dataset => report.summary.verdict == Verdict::Drifted,
        FailOn::Severe => report.summary.by_status.severe > 0,
    }
}

/// Width and colour for a terminal; neither for a pipe, which gets lines that can be searched.
fn terminal_options() -> TerminalOptions {
    let is_terminal = stdout().is_terminal();
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    TerminalOptions { width: is_terminal.then(terminal_width).flatten(), color: is_terminal && !no_color }
}

fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size().map(|(width, _)| width.0)
}
