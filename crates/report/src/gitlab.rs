//! The report as GitLab's code quality report, which a merge request lists.

use crate::problem::{Problem, problems};
use crate::stop::Stop;
use driftglass_core::Report;
use driftglass_core::report::Severity;
use serde_json::{Value, json};

/// An entry for what stopped the check beside its report, each drifted column and each finding that is more than good to know, at the current
/// data.
pub fn gitlab(report: &Report, stops: &[Stop]) -> String {
    let entry = |problem: Problem| -> Value {
        json!({
            "description": format!("{}. {}", problem.title, problem.message),
            "check_name": problem.kind,
            "fingerprint": problem.fingerprint,
            "severity": match problem.severity {
                Severity::Error => "critical",
                Severity::Warning => "major",
                Severity::Info => "info",
            },
            "location": { "path": report.current.name, "lines": { "begin": 1 } },
        })
    };
    let entries: Vec<Value> = problems(report, stops).into_iter().map(entry).collect();
    format!("{:#}\n", Value::from(entries))
}
