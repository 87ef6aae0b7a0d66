//! `driftglass check`: the comparison as a gate.

use crate::args::CheckArguments;
use crate::config::{Config, Run};
use crate::destination::print;
use crate::error::{Error, Result};
use crate::gate::FailOn;
use crate::github::Job;
use crate::hook::{self, Plan};
use crate::record::{End, Record};
use crate::words::minute;
use driftglass_history::{Appended, Circuit, Outcome};
use driftglass_report::{TerminalOptions, github_error, terminal, visible};
use jiff::Timestamp;
use std::io::{IsTerminal, stdout};
use std::num::NonZeroUsize;
use std::process::ExitCode;

/// Exit code of drift, and of data that are not what their schema says.
const STOPPED: u8 = 1;

pub(super) fn run(arguments: &CheckArguments) -> Result<ExitCode> {
    let options = &arguments.options;
    let config = Config::load(options.config.as_deref())?.under(arguments.run());
    let run = &config.run;
    let (on_trial, quiet) = (arguments.dry_run, options.reading.quiet);
    let fail_on = run.fail_on.unwrap_or_default();
    let plan = Plan::of(&config)?;
    let sources = super::sources(&arguments.inputs, options.config.as_deref(), run)?;
    let outputs = super::open(&run.outputs, &sources)?;
    let outputs = if on_trial { Vec::new() } else { outputs };
    let job = (arguments.github && !on_trial).then(Job::open).transpose()?;
    let mut record = Record::open(run.history.as_deref(), on_trial)?;
    if record.is_none() {
        plan.check_history()?;
    }
    let report = super::compare_inputs(&arguments.inputs, options, &config)?;
    print(terminal(&report, &terminal_options(run.top)).as_bytes())?;
    if let Some(job) = job {
        job.tell(&report)?;
    }
    // The table has the headline already.
    let reports = super::write(outputs, &report, options.is_static, true)?;
    let outcome = fail_on.judge(&report);
    let mut exit_code = exit_code(outcome);
    let end = End { command: "check", gate: fail_on.to_string(), outcome, exit_code, reports };
    let appended = record.as_mut().map(|record| record.append(&report, end, &plan.decisions)).transpose()?;
    // What the circuit is at is known with the run on record alone: another process may have opened it meanwhile.
    let passed = appended.as_ref().filter(|_| outcome == Outcome::Passed);
    let held = passed.and_then(|appended| held_until(appended.circuit?));
    if let (Some(record), Some(appended), Some(_)) = (&mut record, &appended, held) {
        exit_code = STOPPED;
        record.write(|history| history.set_exit_code(appended.run, exit_code))?;
    }
    if on_trial {
        trial(run, appended.as_ref(), &plan)?;
    }
    let is_job = arguments.github && !on_trial;
    match held {
        Some(until) => {
            let until = minute(until);
            say_stopped(&format!("this check passed, and the circuit is open until {until} UTC"), is_job)?;
        }
        None => say(outcome, fail_on, quiet)?,
    }
    if let (Some(mut record), Some(appended), false) = (record, appended, on_trial) {
        let ran = hook::run(&mut record, &plan, &appended, &report, quiet);
        ran.or_else(|error| say_stopped(error.message(), is_job).and(Err(error)))?;
    }
    Ok(ExitCode::from(exit_code))
}

/// Says what stopped a check that its own data did not stop: the table cannot say it, so it is a result of its own.
fn say_stopped(reason: &str, is_job: bool) -> Result<()> {
    let annotation = if is_job { github_error("driftglass", reason) } else { String::new() };
    print(format!("stopped: {}\n{annotation}", visible(reason)).as_bytes())
}

/// Until when the circuit stops a check that passed.
fn held_until(circuit: Circuit) -> Option<Timestamp> {
    match circuit {
        Circuit::Open { until, .. } => Some(until),
        Circuit::Closed { .. } | Circuit::HalfOpen { .. } => None,
    }
}

/// Says what a run on trial would have left behind.
fn trial(run: &Run, appended: Option<&Appended>, plan: &Plan) -> Result<()> {
    let mut lines: Vec<_> =
        run.outputs.iter().map(|path| format!("would write {}", path.display())).collect();
    lines.extend(run.history.iter().map(|path| format!("would append the run to {}", path.display())));
    if let Some(circuit) = appended.and_then(|appended| appended.circuit) {
        lines.push(format!("the circuit would be {}", circuit.state().name()));
    }
    lines.extend(appended.iter().flat_map(|appended| &appended.claims).map(|claim| plan.preview(claim)));
    print(lines.iter().map(|line| visible(line) + "\n").collect::<String>().as_bytes())
}

/// Says what the gate did, and by what.
fn say(outcome: Outcome, fail_on: FailOn, quiet: bool) -> Result<()> {
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
fn terminal_options(top: Option<NonZeroUsize>) -> TerminalOptions {
    let is_terminal = stdout().is_terminal();
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    TerminalOptions {
        width: is_terminal.then(terminal_width).flatten(),
        color: is_terminal && !no_color,
        top: top.map(NonZeroUsize::get),
    }
}

fn terminal_width() -> Option<u16> {
    terminal_size::terminal_size().map(|(width, _)| width.0)
}
