//! What stopped a check, told wherever the check is read.

use crate::destination::print;
use crate::error::Error;
use crate::github::Job;
use crate::output::{Output, tells_of_stops};
use crate::sources::Sources;
use crate::words::minute;
use driftglass_core::{Report, Sequential};
use driftglass_history::{Appended, Circuit, Outcome};
use driftglass_report::{Stop, visible};
use std::path::PathBuf;

/// Exit code of drift, of data that are not what their schema says, and of an open circuit.
pub(crate) const STOPPED: u8 = 1;

/// What stops a check by its report alone.
pub(crate) fn by_report(outcome: Outcome) -> Option<Stop> {
    (outcome == Outcome::Untested).then_some(Stop::Untested)
}

/// What stops it by the runs before. The circuit is of no account where drift stops the check.
pub(crate) fn by_circuit(outcome: Outcome, appended: Option<&Appended>) -> Option<Stop> {
    match (outcome, appended?.circuit?) {
        (Outcome::Passed, Circuit::Open { until, .. }) => {
            Some(Stop::Circuit { until: format!("{} UTC", minute(until)) })
        }
        _ => None,
    }
}

/// The exit code of a check by what it came to, and by what stopped it beside that.
pub(crate) fn exit_code(outcome: Outcome, stops: &[Stop]) -> u8 {
    let by_outcome = match outcome {
        Outcome::Passed | Outcome::Untested => 0,
        Outcome::Drifted | Outcome::Invalid => STOPPED,
    };
    stops.iter().map(code).fold(by_outcome, u8::max)
}

/// The exit code that a stop makes.
fn code(stop: &Stop) -> u8 {
    match stop {
        Stop::Circuit { .. } => STOPPED,
        Stop::Hook { .. } | Stop::Untested => crate::ERROR,
    }
}

/// What to do about a stop.
fn hint(stop: &Stop, appended: Option<&Appended>) -> Option<String> {
    match stop {
        Stop::Circuit { .. } => None,
        Stop::Hook { .. } => appended.map(|appended| format!(
            "it is not run again in this incident; do by hand what it should have done, and say so: driftglass history note {} \"…\"",
            appended.run
        )),
        Stop::Untested => Some("the table says why for each column; --type and --columns choose what is compared".to_owned()),
    }
}

/// Tells of what the table could not say, on stdout first, then to the job, and returns what went wrong on the way.
pub(crate) fn tell(stops: &[Stop], job: Option<&mut Job>) -> Vec<Error> {
    if stops.is_empty() {
        return Vec::new();
    }
    let lines: Vec<String> =
        stops.iter().map(|stop| format!("stopped: {}\n", visible(&stop.reason()))).collect();
    let told = [print(lines.concat().as_bytes()), job.map_or(Ok(()), |job| job.tell_stops(stops))];
    told.into_iter().filter_map(Result::err).collect()
}

/// Writes the outputs for build servers anew, which were there before the hooks ran, and still are where this is not reached.
pub(crate) fn write_anew(
    stops: &[Stop],
    outputs: &[PathBuf],
    sources: &Sources,
    report: &Report,
) -> Vec<Error> {
    let write = |path: &PathBuf| Output::open(path, sources)?.write(report, stops, None, &Sequential);
    outputs.iter().filter(|path| tells_of_stops(path)).filter_map(|path| write(path).err()).collect()
}

/// The error that a check ends with: what stopped it, and what went wrong while that was told.
pub(crate) fn error(stops: &[Stop], troubles: &[Error], appended: Option<&Appended>) -> Error {
    let reasons = stops.iter().map(Stop::reason);
    let reasons: Vec<String> =
        reasons.chain(troubles.iter().map(|trouble| trouble.message().to_owned())).collect();
    let hints = stops.iter().filter_map(|stop| hint(stop, appended));
    let mut hints: Vec<String> =
        hints.chain(troubles.iter().filter_map(Error::hint).map(str::to_owned)).collect();
    hints.dedup();
    let error = Error::new(reasons.join("; "));
    if hints.is_empty() { error } else { error.with_hint(hints.join("; ")) }
}
