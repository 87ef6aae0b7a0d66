//! What the reader should know beside drift.

use crate::facts::{severity_word, worst_first};
use crate::format::text::plural;
use crate::markup::{name, prose};
use driftglass_core::Report;
use driftglass_core::report::{Finding, Severity, Validation};
use maud::{Markup, html};

/// So many findings stand open; more of them are folded up, unless the headline is about them.
const OPEN: usize = 5;

/// The findings, worst first. Nothing where there are none.
pub fn findings(report: &Report) -> Markup {
    let findings = &report.findings;
    if findings.is_empty() {
        return html! {};
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    let counts = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .filter(|severity| count(*severity) > 0)
        .map(|severity| plural(count(severity), severity_word(severity)))
        .collect::<Vec<_>>();
    let is_open = findings.len() <= OPEN || report.validation.is_some_and(Validation::is_broken);
    html! {
        section.findings aria-labelledby="findings" {
            details open[is_open] {
                summary { h2 #findings { "About the data" small { (counts.join(", ")) } } }
                ul { @for finding in worst_first(findings) { (row(finding)) } }
            }
        }
    }
}

fn row(finding: &Finding) -> Markup {
    let word = severity_word(finding.severity);
    let column = finding.column.as_deref();
    html! {
        li {
            span class={ "severity " (word) } { (word) }
            span.message {
                @if let Some(column) = column { (name(column)) " " }
                (prose(&finding.message, column.unwrap_or_default()))
            }
        }
    }
}
