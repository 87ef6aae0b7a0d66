//! What became of the data over time: when columns changed, a map of columns by windows, and each window's comparison.

use super::time_map::time_map;
use super::windows::windows;
use crate::chart::times;
use crate::format::text::plural;
use crate::markup::name;
use crate::timeline::{CHANGES, Slots, changes, cut, remarks};
use driftglass_core::Report;
use maud::{Markup, html};

/// Nothing where the data were not cut into windows.
pub fn timeline(report: &Report) -> Markup {
    let (Some(cut), Some(slots)) = (cut(report), Slots::of(report)) else { return html! {} };
    html! {
        section.timeline aria-labelledby="timeline" {
            h2 #timeline { "Over time" }
            (moments(report))
            p.quiet { (cut) "." @for remark in remarks(report) { " " (remark) } }
            (own_policy())
            svg.shared aria-hidden="true" { (times(&slots, &report.windows)) }
            (time_map(report, &slots))
            (windows(report))
        }
    }
}

/// Style shows it beside what the viewer has judged by another policy.
pub(super) fn own_policy() -> Markup {
    html! { p.own-policy { "Windows are as the report's own policy judged them, not by the one that you try." } }
}

/// The columns that changed, each with its moment.
fn moments(report: &Report) -> Markup {
    let changes = changes(report);
    let rest = changes.len().saturating_sub(CHANGES) as u64;
    html! {
        @if changes.is_empty() {
            p { "No column has a moment at which it changed." }
        } @else {
            ul.moments aria-label="Moments of change" {
                @for (column, moment) in changes.iter().take(CHANGES) { li { (name(column)) " changed " span { (moment) } } }
                @if rest > 0 { li.quiet { "and " (plural(rest, "more change")) } }
            }
        }
    }
}
