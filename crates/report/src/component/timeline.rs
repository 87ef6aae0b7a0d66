//! What became of the data over time: when columns changed, a map of columns by windows, and each window's comparison.

use super::time_map::time_map;
use super::windows::windows;
use crate::chart::times;
use crate::format::text::{plural, shorten};
use crate::markup::names;
use crate::over_time;
use crate::timeline::{CHANGES, Slots, cut, remarks};
use driftglass_core::Report;
use maud::{Markup, html};

/// Columns that are named of a moment, and how much of a name.
const NAMED: usize = 6;
const NAME: usize = 80;

/// Nothing where the data were not cut into windows. One window has no course, so there is only its comparison.
pub fn timeline(report: &Report) -> Markup {
    let Some(cut) = cut(report) else { return html! {} };
    let slots = Slots::of(report);
    html! {
        section.timeline aria-labelledby="timeline" {
            h2 #timeline { "Over time" }
            @if slots.is_some() { (moments(report)) }
            p.quiet { (cut) "." @for remark in remarks(report) { " " (remark) } }
            (own_policy())
            @if let Some(slots) = slots {
                svg.shared aria-hidden="true" { (times(&slots, &report.windows)) }
                (time_map(report, &slots))
            }
            (windows(report))
        }
    }
}

/// Style shows it beside what the viewer has judged by another policy.
pub(super) fn own_policy() -> Markup {
    html! { p.own-policy { "Windows are as the report's own policy judged them, not by the one that you try." } }
}

/// The moments at which columns changed, each with the columns.
fn moments(report: &Report) -> Markup {
    let moments = over_time::moments(report);
    let rest = moments.len().saturating_sub(CHANGES) as u64;
    html! {
        @if moments.is_empty() {
            p { "No column has a moment at which it changed." }
        } @else {
            ul.moments aria-label="Moments of change" {
                @for (moment, columns) in moments.iter().take(CHANGES) { li { (changed(columns)) " changed " span { (moment) } } }
                @if rest > 0 { li.quiet { "and " (plural(rest, "more moment")) } }
            }
        }
    }
}

/// Columns as words list them; of many the last are a number.
fn changed(columns: &[&str]) -> Markup {
    let (named, rest) = columns.split_at(columns.len().min(NAMED));
    let named: Vec<String> = named.iter().map(|name| shorten(name, NAME)).collect();
    html! {
        @if rest.is_empty() {
            b { (names(&named)) }
        } @else {
            @for name in &named { b { bdi { (name) } } ", " } "and " (plural(rest.len() as u64, "more column"))
        }
    }
}
