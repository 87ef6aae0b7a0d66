//! Two distributions over the same bins: the reference filled, the current data outlined.

use super::scale::{Scale, largest, shares};
use super::{axis, path, ticks::ticks};
use crate::format::number::percent;
use crate::format::text::shorten;
use crate::format::value::axis_labels;
use driftglass_core::ColumnType;
use yew::prelude::*;

/// Where the plot begins, and where the labels of its height end.
const LEFT: &str = "13%";
const LABEL: &str = "11.5%";
const WIDTH: &str = "87%";
const TOP: f64 = 8.0;
const BASE: f64 = 168.0;
/// The height of the plot's own space, whose width is one a bin.
const INNER: f64 = 160.0;

/// The overlaid histogram. Bins are drawn equally wide; `edges` says what they hold, one more than there are
/// counts. Nothing is drawn where the lengths do not fit together.
pub(crate) fn histogram(
    name: &str,
    kind: ColumnType,
    edges: &[f64],
    reference: &[u64],
    current: &[u64],
) -> Html {
    let bins = reference.len();
    if bins == 0 || current.len() != bins || edges.len() != bins + 1 {
        return Html::default();
    }
    let (reference, current) = (shares(reference), shares(current));
    let max = largest(&reference, &current);
    let inner = Scale::new(max, INNER, 0.0);
    html! {
        <svg class="histogram" role="img" width="100%" height="190">
            <title>{ format!("{}: reference filled, current outlined", shorten(name, 80)) }</title>
            <desc>{ describe(kind, edges, &reference, &current) }</desc>
            { axis::shares(&ticks(max, 4), Scale::new(max, BASE, TOP), LEFT, LABEL) }
            <svg x={LEFT} y="8" width={WIDTH} height="160" viewBox={format!("0 0 {bins} 160")} preserveAspectRatio="none">
                <path class="reference" d={path::steps(&reference, inner)} vector-effect="non-scaling-stroke" />
                <path class="current" d={path::steps(&current, inner)} vector-effect="non-scaling-stroke" />
            </svg>
            <svg class="edges" x={LEFT} width={WIDTH} height="190">{ axis::edges(kind, edges, 185.0) }</svg>
        </svg>
    }
}

/// Whether the outer bins hold tails, that is, are at least half as wide again as their neighbour.
pub(crate) fn has_tails(edges: &[f64]) -> bool {
    let widths = edges.windows(2).map(|edge| edge[1] - edge[0]).collect::<Vec<_>>();
    match widths.as_slice() {
        [first, second, .., last_but_one, last] => *first > 1.5 * second || *last > 1.5 * last_but_one,
        _ => false,
    }
}

/// The chart in a sentence, for those who do not see it: where each side is highest.
fn describe(kind: ColumnType, edges: &[f64], reference: &[f64], current: &[f64]) -> String {
    let labels = axis_labels(kind, edges);
    let peak = |side: &[f64]| {
        let (at, share) = side
            .iter()
            .enumerate()
            .fold((0, 0.0), |best, (i, &share)| if share > best.1 { (i, share) } else { best });
        if share > 0.0 {
            format!("highest from {} to {} ({})", labels[at], labels[at + 1], percent(share))
        } else {
            "empty".to_owned()
        }
    };
    format!(
        "Shares of values in {} bins from {} to {}. The reference is {}, the current data {}.",
        reference.len(),
        labels[0],
        labels[reference.len()],
        peak(reference),
        peak(current)
    )
}
