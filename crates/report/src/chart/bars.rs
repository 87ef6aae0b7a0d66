//! Paired bars, one pair a level: the reference filled, the current data outlined. The percentages stand
//! beside them, so the chart is its own data table.

use super::scale::{across, largest, shares};
use crate::format::number::{NONE, percent};
use crate::format::text::plural;
use crate::markup::level;
use driftglass_core::report::Histogram;
use yew::prelude::*;

/// Of more levels than this the last ones are drawn as one.
const MOST: usize = 12;

/// The levels of the histogram as a table of bars. Nothing where it has no levels or its lengths do not fit.
pub(crate) fn level_bars(histogram: &Histogram) -> Html {
    let Some(labels) = &histogram.labels else { return Html::default() };
    if histogram.reference.len() != labels.len() || histogram.current.len() != labels.len() {
        return Html::default();
    }
    let (reference, current) = (shares(&histogram.reference), shares(&histogram.current));
    // The last entry stands for several levels where some were left out already.
    let named = labels.len() - usize::from(histogram.rest.is_some());
    let shown = if named > MOST { MOST - 1 } else { named };
    let others = (named - shown) as u64 + histogram.rest.unwrap_or(0);
    let others = (others > 0)
        .then(|| (others, reference[shown..].iter().sum::<f64>(), current[shown..].iter().sum::<f64>()));
    let max = largest(&reference[..shown], &current[..shown]);
    let empty = [&histogram.reference, &histogram.current].map(|side| side.iter().all(|n| *n == 0));
    let figure = |share: f64, empty: bool| if empty { NONE.to_owned() } else { percent(share) };
    let row = |label: Html, bars: Html, reference: f64, current: f64| {
        html! {
            <tr>
                <th>{ label }</th>
                <td>{ bars }</td>
                <td>{ figure(reference, empty[0]) }</td>
                <td>{ figure(current, empty[1]) }</td>
            </tr>
        }
    };
    let pair = |reference: f64, current: f64| {
        let width = |share: f64| across(if max > 0.0 { share / max } else { 0.0 });
        html! {
            <svg aria-hidden="true" width="100%" height="22">
                if !empty[0] { <rect class="reference" y="1" width={width(reference)} height="12" /> }
                if !empty[1] { <rect class="current" y="8" width={width(current)} height="12" /> }
            </svg>
        }
    };
    let named = labels[..shown].iter().zip(reference.iter().zip(&current));
    html! {
        <table class="bars">
            <thead><tr><th scope="col">{ "Level" }</th><td></td><th scope="col">{ "Reference" }</th><th scope="col">{ "Current" }</th></tr></thead>
            <tbody>
                { for named.map(|(label, (&r, &c))| row(level(label), pair(r, c), r, c)) }
                // What stands for many levels at once has figures only: its bar would dwarf the others.
                if let Some((count, reference, current)) = others {
                    { row(html! { <i>{ plural(count, "other level") }</i> }, Html::default(), reference, current) }
                }
            </tbody>
        </table>
    }
}
