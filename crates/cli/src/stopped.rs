//! What stopped a check, told wherever the check is read.

use crate::destination::print;
use crate::error::{Error, Result};
use crate::github::Job;
use crate::output::Output;
use crate::words::minute;
use driftglass_core::{Report, Sequential};
use driftglass_history::{Appended, Circuit, Outcome};
use driftglass_report::{Stop, visible};

/// Exit code of drift, of data that are not what their schema says, and of an open circuit.
const STOPPED: u8 = 1;

/// What stops a check before its hooks run. The circuit is of no account where drift stops the check.
pub(crate) fn before_hooks(outcome: Outcome, appended: Option<&Appended>) -> Option<Stop> {
    match (outcome, appended.and_then(|appended| appended.circuit)) {
        (Outcome::Untested, _) => Some(Stop::Untested),
        (Outcome::Passed, Some(Circuit::Open { until, .. })) => {
            Some(Stop::Circuit { until: format!("{} UTC", minute(until)) })
        }
        _ => None,
    }
}

/// The exit code of a check by what it came to, and by what stopped it beside that.
pub(crate) fn exit_code(outcome: Outcome, stops: &[Stop]) -> u8 {
    let by_outcome = match outcome {
        Outcome::Passed => 0,
        Outcome::Drifted | Outcome::Invalid => STOPPED,
        Outcome::Untested => crate::ERROR,
    };
    stops.iter().map(code_of).fold(by_outcome, u8::max)
}

fn code_of(stop: &Stop) -> u8 {
    match stop {
        Stop::Circuit { .. } => STOPPED,
        Stop::Hook { .. } | Stop::Untested => crate::ERROR,
    }
}

/// Tells of what the table could not say: on stdout, to the job, and in those outputs that are for build servers, which are
/// written anew. They were there before the hooks ran, and still are where this is not reached.
pub(crate) fn tell(
    stops: &[Stop],
    job: Option<&mut Job>,
    outputs: Vec<Output>,
    report: &Report,
) -> Result<()> {
    let line = |stop: &Stop| format!("stopped: {}\n", visible(&stop.reason()));
    print(stops.iter().map(line).collect::<String>().as_bytes())?;
    if let Some(job) = job {
        job.tell_stops(stops)?;
    }
    for output in outputs.into_iter().filter(Output::tells_of_stops) {
        output.write(report, stops, None, &Sequential)?;
    }
    Ok(())
}

/// The error that a check ends with: hooks that failed, or the want of a verdict.
pub(crate) fn error(stops: &[Stop], appended: Option<&Appended>) -> Error {
    let reasons: Vec<String> = stops.iter().map(Stop::reason).collect();
    let hint = match appended.filter(|appended| !appended.claims.is_empty()) {
        Some(Appended { run, .. }) => format!(
            "it is not run again in this incident; do by hand what it should have done, and say so: driftglass history note {run} \"…\""
        ),
        None => "the table says why for each column; --type and --columns choose what is compared".to_owned(),
    };
    Error::new(reasons.join("; ")).with_hint(hint)
}
