//! The verdict and the facts that it rests on.

use crate::format::number::count;
use crate::format::text::plural;
use crate::headline::Headline;
use crate::markup::{name, names};
use driftglass_core::Report;
use driftglass_core::report::{Source, Status, Validation, Verdict};
use maud::{Markup, html};

/// The order of the tally: what wants attention first.
const WORST_FIRST: [Status; 5] =
    [Status::Severe, Status::Moderate, Status::Slight, Status::Stable, Status::Untested];

/// The verdict as the page's first heading, what it means, columns by status, and the two data sets, whose
/// swatches are the legend of every chart.
pub fn head(report: &Report) -> Markup {
    let Headline { lead, names: named, meaning } = Headline::new(report);
    html! {
        header.head {
            h1 class={ "badge " (overall(report).name()) } { span { (lead) (names(&named)) "." } }
            p.meaning { (meaning) }
            ul.counts aria-label="Columns by status" { @for status in WORST_FIRST { (tally(report, status)) } }
            dl.sources {
                (source("Reference", "reference-key", &report.reference))
                (source("Current", "current-key", &report.current))
            }
        }
    }
}

/// The mark before the verdict: that of data that are not sound, or of the data set, or of its strongest column where the data set is
/// stable.
fn overall(report: &Report) -> Status {
    if report.validation.is_some_and(Validation::is_broken) {
        Status::Severe
    } else if report.summary.tested == 0 {
        Status::Untested
    } else if report.summary.verdict == Verdict::Drifted {
        Status::Severe
    } else if report.summary.drifted > 0 {
        Status::Moderate
    } else if report.summary.by_status.slight > 0 {
        Status::Slight
    } else {
        Status::Stable
    }
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
