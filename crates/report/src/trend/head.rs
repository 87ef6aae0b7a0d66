//! How things stand.

use super::{Trend, TrendOutcome, TrendRun};
use crate::format::text::{plural, visible};
use driftglass_core::report::Status;
use maud::{Markup, html};

/// The last run as the page's first heading, the incidents, and what else is known of all runs.
pub(super) fn head(trend: &Trend) -> Markup {
    let last = trend.runs.last();
    let mark = last.map_or(Status::Untested, |run| run.outcome.mark());
    html! {
        header.head {
            h1 class={ "badge " (mark.name()) } { span { (headline(trend)) } }
            @if !trend.incidents.is_empty() { p.meaning { (incidents(trend)) } }
            @if !trend.facts.is_empty() { (facts(&trend.facts)) }
        }
    }
}

/// The last run in a sentence.
pub(super) fn headline(trend: &Trend) -> String {
    let Some(last) = trend.runs.last() else { return "There is no run.".to_owned() };
    let runs = match trend.runs.len() {
        1 => "The only run".to_owned(),
        n => format!("The last of {}", plural(n as u64, "run")),
    };
    format!("{runs} {}.", came_to(last))
}

/// What a run came to: `drifted, in 3 of 15 columns`.
pub(super) fn came_to(run: &TrendRun) -> String {
    let columns = format!("{} of {}", run.drifted, plural(run.tested, "column"));
    match (run.outcome, run.drifted) {
        (TrendOutcome::Drifted, _) => format!("drifted, in {columns}"),
        (TrendOutcome::Passed, 0) => format!("passed; none of {} drifted", plural(run.tested, "column")),
        (TrendOutcome::Passed, _) => format!("passed; {columns} drifted"),
        (TrendOutcome::Invalid, _) => "met data that are not what their schema says".to_owned(),
        (TrendOutcome::Untested, _) => "came to no verdict: no column could be tested".to_owned(),
    }
}

fn incidents(trend: &Trend) -> String {
    let count = plural(trend.incidents.len() as u64, "incident");
    match trend.incidents.last() {
        Some(last) if last.to.is_none() => {
            let since = trend.runs.get(last.from).and_then(TrendRun::moment);
            let since = since.map(|since| format!(" since {since}")).unwrap_or_default();
            format!("{count}; the last one is open{since}.")
        }
        _ => format!("{count}, and none is open."),
    }
}

/// Names with what they stand for.
pub(super) fn facts(facts: &[(&'static str, String)]) -> Markup {
    html! { dl.facts { @for (name, fact) in facts { div { dt { (name) } dd { (visible(fact)) } } } } }
}
