//! The verdict and the facts that it rests on.

use super::ReportProps;
use crate::format::number::count;
use crate::format::text::plural;
use crate::headline::Headline;
use crate::markup::name;
use driftglass_core::Report;
use driftglass_core::report::{Source, Status, Validation, Verdict};
use yew::prelude::*;

/// The order of the tally: what wants attention first.
const WORST_FIRST: [Status; 5] =
    [Status::Severe, Status::Moderate, Status::Slight, Status::Stable, Status::Untested];

/// The verdict as the page's first heading, what it means, columns by status, and the two data sets, whose
/// swatches are the legend of every chart.
#[component]
pub fn Head(props: &ReportProps) -> Html {
    let report = &*props.report;
    let Headline { lead, names, meaning } = Headline::new(report);
    let last = names.len().saturating_sub(1);
    let names = names.iter().enumerate().map(|(i, name)| {
        let joint = match i {
            0 => "",
            i if i == last => " and ",
            _ => ", ",
        };
        html! { <>{ joint }<bdi>{ name.clone() }</bdi></> }
    });
    html! {
        <header class="head">
            <h1 class={classes!("badge", overall(report).name())}><span>{ lead }{ for names }{ "." }</span></h1>
            <p class="meaning">{ meaning }</p>
            <ul class="counts" aria-label="Columns by status">{ for WORST_FIRST.into_iter().map(|status| tally(report, status)) }</ul>
            <dl class="sources">
                { source("Reference", "reference-key", &report.reference) }
                { source("Current", "current-key", &report.current) }
            </dl>
        </header>
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

fn tally(report: &Report, status: Status) -> Html {
    match report.summary.by_status.get(status) {
        0 => Html::default(),
        n => {
            html! { <li class={classes!("badge", status.name())}><span><b>{ count(n) }</b>{ " " }{ status.name() }</span></li> }
        }
    }
}

fn source(title: &'static str, key: &'static str, source: &Source) -> Html {
    html! {
        <div>
            <dt class={key}>{ title }</dt>
            <dd>{ name(&source.name) }<span class="size">{ plural(source.rows, "row") }{ ", " }{ plural(source.columns, "column") }</span></dd>
        </div>
    }
}
