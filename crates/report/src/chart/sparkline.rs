//! A distribution as small as a word.

use super::path;
use super::scale::{largest, shares};
use super::shared::Ids;
use driftglass_core::report::Histogram;
use maud::{Markup, html};

/// Both sides of a histogram, the reference filled and the current data outlined. Levels stand apart, bins touch. A side that is empty is
/// left out. The column's histogram has the same outlines, by their `ids`. It has no name of its own: the row that it stands in says what changed, and the details hold the chart proper.
pub(crate) fn sparkline(histogram: &Histogram, ids: Option<Ids>) -> Markup {
    let bins = histogram.reference.len().max(histogram.current.len());
    // What stands for many levels at once would dwarf each of the others.
    let named = bins - usize::from(histogram.rest.is_some() && bins > 1);
    let of_named = |counts: &[u64]| shares(counts).into_iter().take(named).collect::<Vec<_>>();
    let (reference, current) = (of_named(&histogram.reference), of_named(&histogram.current));
    let max = largest(&reference, &current);
    let draw = if histogram.labels.is_some() { path::columns } else { path::steps };
    let side = |class: &str, id: Option<String>, shares: &[f64]| {
        let is_empty = !shares.iter().any(|share| *share > 0.0);
        html! { @if !is_empty { path class=(class) id=[id] d=(draw(shares, max)) {} } }
    };
    html! {
        svg.sparkline viewBox={ "0 0 " (named) " 200" } preserveAspectRatio="none" {
            (side("reference", ids.map(Ids::reference), &reference))
            (side("current", ids.map(Ids::current), &current))
        }
    }
}
