//! Paired bars, one pair a level: the reference filled, the current data outlined. The percentages stand
//! beside them, so the chart is its own data table.

use super::scale::{across, shares};
use crate::format::number::{NONE, percent};
use crate::format::text::plural;
use crate::markup::level;
use driftglass_core::report::Histogram;
use maud::{Markup, html};

/// Of more levels than this the last ones are drawn as one, but for those that are marked.
const MOST: usize = 12;

/// The levels of the histogram as a table of bars; those of `marked` stand on a band. Nothing where it has no levels or its lengths do
/// not fit.
pub(crate) fn level_bars(histogram: &Histogram, marked: &[bool]) -> Markup {
    let Some(labels) = &histogram.labels else { return html! {} };
    if [histogram.reference.len(), histogram.current.len(), marked.len()].iter().any(|n| *n != labels.len()) {
        return html! {};
    }
    let (reference, current) = (shares(&histogram.reference), shares(&histogram.current));
    // The last entry stands for several levels where some were left out already.
    let named = labels.len() - usize::from(histogram.rest.is_some());
    let first = if named > MOST { MOST - 1 } else { named };
    let is_shown = |&level: &usize| level < named && (level < first || marked[level]);
    let shown = (0..labels.len()).filter(is_shown).collect::<Vec<_>>();
    let others = (named - shown.len()) as u64 + histogram.rest.unwrap_or(0);
    let sum_of_others =
        |side: &[f64]| (0..side.len()).filter(|level| !is_shown(level)).map(|level| side[level]).sum::<f64>();
    let max = shown.iter().map(|&level| reference[level].max(current[level])).fold(0.0, f64::max);
    let empty = [&histogram.reference, &histogram.current].map(|side| side.iter().all(|n| *n == 0));
    let figure = |share: f64, empty: bool| if empty { NONE.to_owned() } else { percent(share) };
    let figures = |reference: f64, current: f64| html! { td { (figure(reference, empty[0])) } td { (figure(current, empty[1])) } };
    let bars = |at: usize| {
        let sides = [(reference[at], empty[0]), (current[at], empty[1])];
        pair(sides.map(|(share, empty)| (!empty).then_some(share / max)))
    };
    html! {
        table.bars {
            thead { tr { th { "Level" } td {} th { "Reference" } th { "Current" } } }
            tbody {
                @for at in shown {
                    tr class=[marked[at].then_some("marked")] {
                        th { (level(&labels[at])) } td { (bars(at)) } (figures(reference[at], current[at]))
                    }
                }
                // What stands for many levels at once has figures only: its bar would dwarf the others.
                @if others > 0 {
                    tr {
                        th { i { (plural(others, "other level")) } } td {}
                        (figures(sum_of_others(&reference), sum_of_others(&current)))
                    }
                }
            }
        }
    }
}

/// A bar for each side that has values, as long as its part of the longest.
fn pair([reference, current]: [Option<f64>; 2]) -> Markup {
    let width = |part: f64| across(if part.is_finite() { part } else { 0.0 });
    html! {
        svg.pair {
            @if let Some(part) = reference { rect.reference width=(width(part)) {} }
            @if let Some(part) = current { rect.current width=(width(part)) {} }
        }
    }
}
