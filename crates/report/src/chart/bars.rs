//! Paired bars, one pair a level: the reference filled, the current data outlined. The percentages stand
//! beside them, so the chart is its own data table.

use super::scale::{across, shares};
use crate::format::number::{NONE, percent};
use crate::format::text::plural;
use crate::markup::level;
use driftglass_core::report::Histogram;
use yew::prelude::*;

/// Of more levels than this the last ones are drawn as one, but for those that are marked.
const MOST: usize = 12;

/// The levels of the histogram as a table of bars; those of `marked` stand on a band. Nothing where it has no levels or its lengths do
/// not fit.
pub(crate) fn level_bars(histogram: &Histogram, marked: &[bool]) -> Html {
    let Some(labels) = &histogram.labels else { return Html::default() };
    if [histogram.reference.len(), histogram.current.len(), marked.len()].iter().any(|n| *n != labels.len()) {
        return Html::default();
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
    let row = |class: Option<&'static str>, label: Html, bars: Html, reference: f64, current: f64| {
        html! {
            <tr {class}>
                <th>{ label }</th>
                <td>{ bars }</td>
                <td>{ figure(reference, empty[0]) }</td>
                <td>{ figure(current, empty[1]) }</td>
            </tr>
        }
    };
    html! {
        <table class="bars">
            <thead><tr><th>{ "Level" }</th><td></td><th>{ "Reference" }</th><th>{ "Current" }</th></tr></thead>
            <tbody>
                { for shown.iter().map(|&at| {
                    let (r, c) = (reference[at], current[at]);
                    let bars = pair([(r, empty[0]), (c, empty[1])].map(|(share, empty)| (!empty).then_some(share / max)));
                    row(marked[at].then_some("marked"), level(&labels[at]), bars, r, c)
                }) }
                // What stands for many levels at once has figures only: its bar would dwarf the others.
                if others > 0 {
                    { row(None, html! { <i>{ plural(others, "other level") }</i> }, Html::default(), sum_of_others(&reference), sum_of_others(&current)) }
                }
            </tbody>
        </table>
    }
}

/// A bar for each side that has values, as long as its part of the longest.
fn pair([reference, current]: [Option<f64>; 2]) -> Html {
    let width = |part: f64| across(if part.is_finite() { part } else { 0.0 });
    html! {
        <svg class="pair">
            { for reference.map(|part| html! { <rect class="reference" width={width(part)} /> }) }
            { for current.map(|part| html! { <rect class="current" width={width(part)} /> }) }
        </svg>
    }
}
