//! The list of runs, which a script searches.

use super::remarks::remarks;
use super::{Trend, TrendRun};
use crate::format::text::{plural, shorten};
use crate::markup::name;
use maud::{Markup, html};

/// So many columns of a run are named.
const NAMED: usize = 5;
/// What a run may be called.
const NAME: usize = 120;

/// Finds runs: what it needs is on the page.
pub(super) const SEARCH: &str = include_str!("search.js");

/// Every run, the newest first. The field above them is shown by the script that it needs.
pub(super) fn runs(trend: &Trend) -> Markup {
    html! {
        section.runs aria-labelledby="runs" {
            h2 #runs { "Runs" small { "the newest first, times in UTC" } }
            div.search hidden {
                label for="search" { "Find runs" }
                input #search type="search" placeholder="column, file, note or date" autocomplete="off";
                output for="search" {}
            }
            ol { @for run in trend.runs.iter().rev() { (item(run)) } }
        }
    }
}

fn item(run: &TrendRun) -> Markup {
    html! {
        li {
            h3 { (title(run)) @if let Some(at) = run.moment() { time { (at) } } }
            span class={ "badge " (run.outcome.mark().name()) } { (run.outcome.name()) }
            p.moved { (drifted(run)) }
            p.inputs { (name(&run.reference)) " → " (name(&run.current)) }
            (remarks(&run.remarks, false))
        }
    }
}

/// The name of a run, which leads to its page where it has one.
fn title(run: &TrendRun) -> Markup {
    let title = html! { bdi { (shorten(&run.name, NAME)) } };
    html! { @if let Some(page) = &run.page { a href=(page) { (title) } } @else { (title) } }
}

/// How many columns drifted, and the names of all of them; those that are not shown can be found all the same.
fn drifted(run: &TrendRun) -> Markup {
    let names: Vec<_> =
        run.columns.iter().filter(|column| column.drifted).map(|column| &column.name).collect();
    let (shown, rest) = names.split_at(names.len().min(NAMED));
    html! {
        @if run.drifted == 0 { "none" } @else { (run.drifted) } " of " (plural(run.tested, "column"))
        @if !shown.is_empty() { ": " }
        @for (at, column) in shown.iter().enumerate() { @if at > 0 { ", " } (name(column)) }
        @if !rest.is_empty() { " and " (rest.len()) " more" span hidden { @for column in rest { " " (name(column)) } } }
    }
}
