//! A distribution as small as a word.

use super::path;
use super::scale::{Scale, largest, shares};
use driftglass_core::report::Histogram;
use yew::prelude::*;

/// Which side is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The reference, filled.
    Reference,
    /// The current data, outlined, before the reference.
    Current,
}

/// One side of a histogram, on the scale of both. Levels stand apart, bins touch. Nothing where the side is empty.
/// It has no name of its own: the row that it stands in says what changed, and the details hold the chart proper.
pub(crate) fn sparkline(histogram: &Histogram, side: Side) -> Html {
    let drawn = if side == Side::Reference { &histogram.reference } else { &histogram.current };
    if drawn.iter().all(|n| *n == 0) {
        return Html::default();
    }
    // What stands for many levels at once would dwarf each of the others.
    let named = drawn.len() - usize::from(histogram.rest.is_some() && drawn.len() > 1);
    let of_named = |counts: &[u64]| shares(counts).into_iter().take(named).collect::<Vec<_>>();
    let (reference, current) = (of_named(&histogram.reference), of_named(&histogram.current));
    let height = Scale::new(largest(&reference, &current), 100.0, 2.0);
    let draw = if histogram.labels.is_some() { path::columns } else { path::steps };
    html! {
        <svg class="sparkline" aria-hidden="true" viewBox={format!("0 0 {named} 100")} preserveAspectRatio="none">
            <path class="reference" d={draw(&reference, height)} />
            if side == Side::Current {
                <path class="current" d={draw(&current, height)} vector-effect="non-scaling-stroke" />
            }
        </svg>
    }
}
