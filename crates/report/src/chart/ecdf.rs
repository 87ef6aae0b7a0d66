//! The cumulative curves of both sides, and the greatest distance between them.

use super::axis::Axis;
use super::path::{self, HIGH};
use super::plot::{Layers, Words, plot, same_labels};
use super::scale::{across, fixed};
use super::shared::{Ids, SHARES};
use crate::format::number::{effect, percent};
use crate::format::text::shorten;
use crate::format::value::axis_labels;
use driftglass_core::report::{Cumulative, Curve};
use maud::{Markup, html};

const WIDE: usize = 500;

/// Both curves, with the Kolmogorov-Smirnov distance as an upright line between them. Nothing where the gap has no place.
pub(crate) fn ecdf(name: &str, axis: &Axis, cumulative: &Cumulative, ids: Ids) -> Markup {
    let gap = &cumulative.gap;
    let (Some(at), Some(reference), Some(current)) = (gap.at.get(), gap.reference.get(), gap.current.get())
    else {
        return html! {};
    };
    let distance = effect((reference - current).abs().into());
    let words = Words {
        title: format!("{}: share of values at or below", shorten(name, 80)),
        description: format!(
            "Farthest apart at {}: {} of the reference and {} of the current values are at or below it, KS {distance}.",
            axis_labels(axis.kind(), &[at])[0],
            percent(reference),
            percent(current),
        ),
    };
    let x = axis.at(at);
    // On the side where there is room for it.
    let side = if x < 0.6 { "right" } else { "left" };
    let middle = 160.0 * (1.0 - f64::midpoint(reference, current));
    let shapes = html! {
        path.reference d={ (curve(axis, &cumulative.reference)) "V200H0z" } {}
        path.current d=(curve(axis, &cumulative.current)) {}
        path.gap d=(path::line([(x * WIDE as f64, up(reference)), (x * WIDE as f64, up(current))])) {}
    };
    let notes = html! { text class=(side) x=(across(x)) y=(fixed(middle)) { "KS " (distance) } };
    let back = html! { use href=(SHARES) {} };
    plot(&words, &Layers { back, wide: WIDE, shapes, notes }, &same_labels(ids))
}

/// From the left end of the axis to its right end.
fn curve(axis: &Axis, curve: &Curve) -> String {
    let points = curve
        .values
        .iter()
        .zip(&curve.shares)
        .filter_map(|(value, share)| Some((value.get()?, share.get()?)));
    let on_axis = points.map(|(value, share)| (axis.at(value) * WIDE as f64, up(share)));
    path::line([(0.0, HIGH)].into_iter().chain(on_axis).chain([(WIDE as f64, 0.0)]))
}

fn up(share: f64) -> f64 {
    HIGH * (1.0 - share)
}
