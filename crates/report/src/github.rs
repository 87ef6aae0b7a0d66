//! The report as annotations of a GitHub job: workflow commands, a line each.

use crate::problem::{Problem, of_stop, problems};
use crate::stop::Stop;
use driftglass_core::Report;
use driftglass_core::report::Severity;

/// A command for each drifted column and each finding that is more than good to know, to be printed on stdout.
pub fn github(report: &Report) -> String {
    problems(report, &[]).iter().map(command).collect()
}

/// A command for each thing that stopped a check beside its report.
pub fn github_stops(stops: &[Stop]) -> String {
    stops.iter().map(|stop| command(&of_stop(stop))).collect()
}

fn command(problem: &Problem) -> String {
    let level = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    format!("::{level} title={}::{}\n", property(&problem.title), data(&problem.message))
}

/// What a command says, so that it stays one line and one command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which ends at a comma or two colons.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
