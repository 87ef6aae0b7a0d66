//! What the reader should know beside drift.

use super::ReportProps;
use crate::facts::{severity_word, worst_first};
use crate::format::text::plural;
use crate::markup::{name, prose};
use driftglass_core::report::{Finding, Severity, Validation};
use yew::prelude::*;

/// So many findings stand open; more of them are folded up, unless the headline is about them.
const OPEN: usize = 5;

/// The findings, worst first. Nothing where there are none.
#[component]
pub fn Findings(props: &ReportProps) -> Html {
    let findings = &props.report.findings;
    if findings.is_empty() {
        return Html::default();
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    let counts = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .filter(|severity| count(*severity) > 0)
        .map(|severity| plural(count(severity), severity_word(severity)))
        .collect::<Vec<_>>();
    let is_open = findings.len() <= OPEN || props.report.validation.is_some_and(Validation::is_broken);
    html! {
        <section class="findings" aria-labelledby="findings">
            <details open={is_open}>
                <summary><h2 id="findings">{ "About the data" }<small>{ counts.join(", ") }</small></h2></summary>
                <ul>{ for worst_first(findings).into_iter().map(row) }</ul>
            </details>
        </section>
    }
}

fn row(finding: &Finding) -> Html {
    let word = severity_word(finding.severity);
    let column = finding.column.as_deref();
    html! {
        <li>
            <span class={classes!("severity", word)}>{ word }</span>
            <span class="message">
                if let Some(column) = column { { name(column) }{ " " } }
                { prose(&finding.message, column.unwrap_or_default()) }
            </span>
        </li>
    }
}
