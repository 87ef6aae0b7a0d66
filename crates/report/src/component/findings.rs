//! What the reader should know beside drift.

use super::ReportProps;
use crate::format::text::plural;
use crate::markup::{name, prose};
use driftglass_core::report::{Finding, Severity};
use yew::prelude::*;

/// So many findings stand open; more of them are folded up.
const OPEN: usize = 5;

/// The findings, worst first. Nothing where there are none.
#[component]
pub fn Findings(props: &ReportProps) -> Html {
    let findings = &props.report.findings;
    if findings.is_empty() {
        return Html::default();
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "note")]
        .into_iter()
        .filter(|(severity, _)| count(*severity) > 0)
        .map(|(severity, noun)| plural(count(severity), noun))
        .collect::<Vec<_>>();
    // The sort is stable: within a severity the report's order stays.
    let mut sorted = findings.iter().collect::<Vec<_>>();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    html! {
        <section class="findings" aria-labelledby="findings">
            <details open={findings.len() <= OPEN}>
                <summary><h2 id="findings">{ "About the data" }<small>{ counts.join(", ") }</small></h2></summary>
                <ul>{ for sorted.into_iter().map(row) }</ul>
            </details>
        </section>
    }
}

fn row(finding: &Finding) -> Html {
    let word = match finding.severity {
        Severity::Info => "note",
        other => other.name(),
    };
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
