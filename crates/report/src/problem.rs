//! What build servers list: what stopped the check, drifted columns, and findings that are more than good to know.

use crate::format::text::shorten;
use crate::stop::Stop;
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Finding, Severity, Status};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Of a longer name the rest is left out.
const NAME: usize = 80;
/// Of a longer sentence the rest is left out.
const SENTENCE: usize = 300;

/// Something that a build server shows.
pub(crate) struct Problem {
    pub(crate) severity: Severity,
    /// What kind it is, for a machine: `drift`, or the code of a finding.
    pub(crate) kind: String,
    /// The same for a person: `age: severe drift`.
    pub(crate) title: String,
    /// What is wrong, in a sentence.
    pub(crate) message: String,
    /// The same from run to run for the same kind of problem with the same column, circuit or hook.
    pub(crate) fingerprint: String,
}

/// What stopped the check beside its report, and the problems of the report, worst first.
pub(crate) fn problems(report: &Report, stops: &[Stop]) -> Vec<Problem> {
    let findings = report.findings.iter().filter(|finding| finding.severity > Severity::Info);
    let columns = report.columns.iter().filter(|column| column.drifted);
    let mut earlier: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut problems: Vec<Problem> = stops
        .iter()
        .map(|stop| (stop.name(), of_stop(stop)))
        .chain(findings.map(|finding| (finding.column.clone().unwrap_or_default(), of_finding(finding))))
        .chain(columns.map(|column| (column.name.clone(), of_column(column))))
        .map(|(subject, problem)| {
            let place = earlier.entry((problem.kind.clone(), subject.clone())).or_default();
            *place += 1;
            let fingerprint = fingerprint(&problem.kind, &subject, *place);
            Problem { fingerprint, ..problem }
        })
        .collect();
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    problems
}

/// What stopped a check, as a problem.
pub(crate) fn of_stop(stop: &Stop) -> Problem {
    Problem {
        severity: Severity::Error,
        kind: stop.kind().to_owned(),
        title: format!("{}: {}", shorten(&stop.name(), NAME), stop.state()),
        message: shorten(&stop.reason(), SENTENCE),
        fingerprint: String::new(),
    }
}

fn of_column(column: &ColumnReport) -> Problem {
    let severity = if column.status == Status::Severe { Severity::Error } else { Severity::Warning };
    let message = column.moved.as_deref().unwrap_or("its values are distributed otherwise");
    Problem {
        severity,
        kind: "drift".to_owned(),
        title: format!("{}: {} drift", shorten(&column.name, NAME), column.status.name()),
        message: shorten(message, SENTENCE),
        fingerprint: String::new(),
    }
}

fn of_finding(finding: &Finding) -> Problem {
    let code = serde_json::to_value(finding.code).ok();
    let kind = code.as_ref().and_then(|code| code.as_str()).unwrap_or_default().to_owned();
    let what = kind.replace('_', " ");
    Problem {
        severity: finding.severity,
        title: match &finding.column {
            Some(column) => format!("{}: {what}", shorten(column, NAME)),
            None => what,
        },
        kind,
        message: shorten(&finding.message, SENTENCE),
        fingerprint: String::new(),
    }
}

fn fingerprint(kind: &str, subject: &str, place: usize) -> String {
    let digest = Sha256::digest(format!("{kind}\n{place}\n{subject}"));
    digest.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
