//! The report as SARIF 2.1.0 (OASIS), which code scanning shows.

use crate::headline::headline;
use crate::problem::{Problem, problems};
use crate::stop::Stop;
use driftglass_core::Report;
use driftglass_core::report::Severity;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A result for what stopped the check beside its report, each drifted column and each finding that is more than good to know, at the current
/// data.
pub fn sarif(report: &Report, stops: &[Stop]) -> String {
    let problems = problems(report, stops);
    let kinds: BTreeSet<&str> = problems.iter().map(|problem| problem.kind.as_str()).collect();
    let rule = |kind: &&str| json!({ "id": kind, "shortDescription": { "text": kind.replace('_', " ") } });
    let uri = uri(&report.current.name);
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": report.generator.name,
                "version": report.generator.version,
                "rules": kinds.iter().map(rule).collect::<Vec<Value>>(),
            }},
            "results": problems.iter().map(|problem| result(problem, &uri)).collect::<Vec<Value>>(),
            "properties": { "verdict": headline(report) },
        }],
    });
    format!("{document:#}\n")
}

fn result(problem: &Problem, uri: &str) -> Value {
    json!({
        "ruleId": problem.kind,
        "level": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "note",
        },
        "message": { "text": format!("{}. {}", problem.title, problem.message) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri },
            "region": { "startLine": 1 },
        }}],
        "partialFingerprints": { "problem/v1": problem.fingerprint },
    })
}

/// A file's name as a relative URI (RFC 3986).
fn uri(name: &str) -> String {
    name.bytes().fold(String::new(), |mut uri, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
        uri
    })
}
