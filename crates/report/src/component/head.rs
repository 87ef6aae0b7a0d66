//! The verdict and the facts that it rests on.

use crate::facts::mark;
use crate::format::number::count;
use crate::format::text::plural;
use crate::headline::Headline;
use crate::markup::{name, names};
use driftglass_core::Report;
use driftglass_core::report::{Source, Status, Validation};
use maud::{Markup, html};

/// The verdict as the page's first heading, what it means, columns by status, and the two data sets, whose
/// swatches are the legend of every chart.
pub fn head(report: &Report) -> Markup {
    let Headline { lead, names: named, meaning } = Headline::new(report);
    html! {
        header.head {
            h1 class={ "badge " (overall(report).name()) } { span { (lead) (names(&named)) "." } }
            p.meaning { (meaning) }
            ul.counts aria-label="Columns by status" { @for status in Status::WORST_FIRST { (tally(report, status)) } }
            dl.sources {
                (source("Reference", "reference-key", &report.reference))
                (source("Current", "current-key", &report.current))
            }
        }
    }
}

/// The mark before the verdict: that of data that are not sound, or of the summary.
fn overall(report: &Report) -> Status {
    let is_broken = report.validation.is_some_and(Validation::is_broken);
    if is_broken { Status::Severe } else { mark(&report.summary) }
}

fn tally(report: &Report, status: Status) -> Markup {
    match report.summary.by_status.get(status) {
        0 => html! {},
        n => {
            html! { li class={ "badge " (status.name()) } { span { b { (count(n)) } " " (status.name()) } } }
        }
    }
}

fn source(title: &str, key: &str, source: &Source) -> Markup {
    html! {
        div {
            dt class=(key) { (title) }
            dd {
                (name(&source.name))
                span.size { (plural(source.rows, "row")) ", " (plural(source.columns, "column")) }
            }
        }
    }
}
