//! The page of one run: its report, or what is known without it.

use super::head::{came_to, facts};
use super::remarks::remarks;
use super::{Trend, TrendColumn, TrendRun};
use crate::component::badge;
use crate::document::{Document, VERSION};
use crate::format::number::{NONE, effect, exact_p_value};
use crate::format::text::{shorten, visible};
use crate::markup::name;
use crate::page::{Viewer, page};
use crate::{STYLE, TREND_STYLE};
use driftglass_core::{Report, Sequential};
use maud::{Markup, html};

/// What a run may be called in a link.
const NAME: usize = 60;

/// What there is to show of a run.
#[derive(Debug, Clone, PartialEq)]
pub enum RunEvidence<'a> {
    /// Its report, and the viewer for it where it gets one.
    Report(&'a Report, Option<Viewer>),
    /// A page of its report, by the name of its file beside the run's page.
    Page(String),
    /// Nothing but what the trend knows.
    None,
}

/// The page of the run at a place of the trend, as an HTML file in a folder beside the page of the trend, which is `../index.html`.
pub fn run_page(trend: &Trend, place: usize, evidence: &RunEvidence<'_>) -> String {
    let Some(run) = trend.runs.get(place) else { return String::new() };
    let above = above(trend, place, run);
    match evidence {
        RunEvidence::Report(report, viewer) => page(report, *viewer, &above, TREND_STYLE, &Sequential),
        RunEvidence::Page(file) => on_record(run, &above, Some(file.as_str())),
        RunEvidence::None => on_record(run, &above, None),
    }
}

/// The way to other runs, and what a report does not know of its run.
fn above(trend: &Trend, place: usize, run: &TrendRun) -> Markup {
    let before = place.checked_sub(1).and_then(|place| trend.runs.get(place));
    let after = trend.runs.get(place + 1);
    let beside = |run: Option<&TrendRun>, rel: &str, sign: [&str; 2]| {
        let Some((run, page)) = run.and_then(|run| Some((run, run.page.as_deref()?))) else {
            return html! {};
        };
        let file = page.rsplit('/').next().unwrap_or(page);
        html! { a href=(file) rel=(rel) { (sign[0]) bdi { (shorten(&run.name, NAME)) } (sign[1]) } }
    };
    html! {
        header.report.of-run {
            nav aria-label="Runs" {
                a href="../index.html" { "All runs" }
                (beside(before, "prev", ["← ", ""]))
                (beside(after, "next", ["", " →"]))
            }
            p { b { bdi { (visible(&run.name)) } } @if let Some(at) = run.moment() { " " time { (at) " UTC" } } }
            @if !run.facts.is_empty() { (facts(&run.facts)) }
            (remarks(&run.remarks, true))
        }
    }
}

/// What a history knows of a run, with a link to its report where there is one.
fn on_record(run: &TrendRun, above: &Markup, file: Option<&str>) -> String {
    let title = format!("{} {}", shorten(&run.name, NAME), came_to(run));
    let body = html! {
        (above)
        main {
            article.report.trend {
                header.head {
                    h1 class={ "badge " (run.outcome.mark().name()) } { span { bdi { (shorten(&run.name, NAME)) } " " (came_to(run)) "." } }
                    p.meaning {
                        @if let Some(file) = file { "This is what the history knows of it. " a href=(file) { "Its report" } " has the evidence." }
                        @else { "Its report is not at hand. This is what the history knows of it." }
                    }
                    dl.facts {
                        div { dt.reference-key { "Reference" } dd { (name(&run.reference)) } }
                        div { dt.current-key { "Current" } dd { (name(&run.current)) } }
                    }
                }
                @if !run.columns.is_empty() { (scores(&run.columns)) }
                @if !run.policy.is_empty() { section.policy aria-labelledby="policy" { h2 #policy { "Policy" } pre { code { (lines(&run.policy)) } } } }
                footer.provenance { p.generator { "Made by driftglass " (VERSION) "." } }
            }
        }
    };
    Document {
        title: &title,
        style: &[STYLE, TREND_STYLE],
        scripts: &[],
        allows_wasm: false,
        body: &body,
        behind: "",
    }
    .write()
}

/// Lines of which each is harmless.
fn lines(text: &str) -> String {
    text.trim()
        .lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { visible(line) + "\n" })
        .collect()
}

fn scores(columns: &[TrendColumn]) -> Markup {
    let number = |value: Option<f64>| value.map_or_else(|| NONE.to_owned(), |value| effect(value.into()));
    html! {
        section.scores aria-labelledby="scores" {
            h2 #scores { "Columns" small { "strongest drift first" } }
            table {
                thead { tr { th { "Column" } th { "Status" } th { "Effect" } th { "Adjusted p" } th { "Method" } th { "Statistic" } } }
                tbody {
                    @for column in columns {
                        tr {
                            th { (name(&column.name)) small { (visible(&column.kind)) } }
                            td { (badge(column.status)) }
                            td { (number(column.effect)) }
                            td { (column.q_value.map_or_else(|| NONE.to_owned(), |p| exact_p_value(p.into()))) }
                            td { (column.method.as_deref().map_or_else(|| NONE.to_owned(), visible)) }
                            td { (number(column.statistic)) }
                        }
                    }
                }
            }
        }
    }
}
