//! `driftglass check`: the comparison as a gate.

use crate::args::CheckArguments;
use crate::config::{Config, Run};
use crate::destination::print;
use crate::error::Result;
use crate::gate::FailOn;
use crate::github::Job;
use crate::hook::{self, Plan};
use crate::record::{End, Record};
use crate::stopped;
use crate::threads::Threads;
use driftglass_history::{Appended, Outcome};
use driftglass_report::{TerminalOptions, terminal, visible};
use std::io::{IsTerminal, stdout};
use std::num::NonZeroUsize;
use std::process::ExitCode;

pub(super) fn run(arguments: &CheckArguments) -> Result<ExitCode> {
    let options = &arguments.options;
    let config = Config::load(options.config.as_deref())?.under(arguments.run());
    let run = &config.run;
    let (on_trial, quiet) = (arguments.dry_run, options.reading.quiet);
    let fail_on = run.fail_on.unwrap_or_default();
    let plan = Plan::of(&config)?;
    let sources = super::sources(&arguments.inputs, options.config.as_deref(), run)?;
    // Whatever comes of it, a run on trial writes nothing.
    let outputs = super::open(&run.outputs, &sources)?;
    let (paths, outputs) = if on_trial { (&[][..], Vec::new()) } else { (run.outputs.as_slice(), outputs) };
    let mut job = (arguments.github && !on_trial).then(Job::open).transpose()?;
    let mut record = Record::open(run.history.as_deref(), on_trial)?;
    if let (None, Some(error)) = (&record, plan.without_history()) {
        return Err(error);
    }
    let threads = Threads::new(options.reading.threads)?;
    let report = super::compare_inputs(&arguments.inputs, options, &config, &threads)?;
    print(terminal(&report, &terminal_options(run.top)).as_bytes())?;
    if let Some(job) = &mut job {
        job.tell(&report)?;
    }
    let outcome = fail_on.judge(&report);
    let mut stops = Vec::from_iter(stopped::by_report(outcome));
    // The table has the headline already.
    let reports = super::write(outputs, &report, &stops, options.is_static, true, &threads)?;
    let written = stops.len();
    let exit_code = stopped::exit_code(outcome, &stops);
    let end = End {
        command: "check",
        gate: fail_on.to_string(),
        outcome,
        exit_code,
        exit_code_if_open: exit_code.max(stopped::STOPPED),
        reports,
    };
    let appended = record.as_mut().map(|record| record.append(&report, end, &plan.decisions)).transpose()?;
    if on_trial {
        trial(run, appended.as_ref(), &plan)?;
    }
    // What the circuit is at is known with the run on record alone: another process may have opened it meanwhile.
    stops.extend(stopped::by_circuit(outcome, appended.as_ref()));
    if let (true, Some(sentence)) = (stops.is_empty() && !quiet, sentence(outcome, fail_on)) {
        eprintln!("{sentence}");
    }
    // From here on the check may be stopped already, which must be told whatever else goes wrong.
    let ran = match (&mut record, &appended) {
        (Some(record), Some(appended)) if !on_trial => {
            hook::run(record, &plan, appended, &report, quiet, &mut stops)
        }
        _ => Ok(()),
    };
    let mut troubles = stopped::tell(&stops, job.as_mut());
    troubles.extend(ran.err());
    if stops.len() > written {
        troubles.extend(stopped::write_anew(&stops, paths, &sources, &report));
    }
    let ended = if troubles.is_empty() { stopped::exit_code(outcome, &stops) } else { crate::ERROR };
    if let (Some(record), Some(appended)) = (&mut record, &appended)
        && ended == crate::ERROR
        && exit_code != ended
    {
        troubles.extend(record.write(|history| history.set_exit_code(appended.run, ended)).err());
    }
    if ended == crate::ERROR || !troubles.is_empty() {
        return Err(stopped::error(&stops, &troubles, appended.as_ref()));
    }
    Ok(ExitCode::from(ended))
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

/// What the gate did, and by what.
fn sentence(outcome: Outcome, fail_on: FailOn) -> Option<String> {
    match outcome {
        Outcome::Passed => Some(format!("passed, by --fail-on {fail_on}")),
        Outcome::Drifted => Some(format!("stopped for drift, by --fail-on {fail_on} or the fail of a rule")),
        Outcome::Invalid => {
            Some("stopped before drift is judged: the current data are not what the schema says".to_owned())
        }
        Outcome::Untested => None,
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
