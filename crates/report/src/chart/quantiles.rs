//! Quantiles of both sides against each other.

use super::axis::Axis;
use super::path::{self, HIGH};
use super::plot::{Layers, Words, plot, same_labels};
use super::shared::{DIAGONAL, Ids};
use crate::format::number::percent;
use crate::format::text::shorten;
use driftglass_core::report::{Cumulative, Curve};
use maud::{Markup, html};

const WIDE: usize = 500;

/// Which quantiles are drawn: every tenth, and closer together in the tails.
const SHARES: [f64; 15] = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99];

/// A dot for each share: across the value up to which the reference has it, and up that of the current data. On the diagonal
/// both are the same. Both axes are the column's axis.
pub(crate) fn quantiles(name: &str, axis: &Axis, cumulative: &Cumulative, ids: Ids) -> Markup {
    let pairs = SHARES
        .iter()
        .filter_map(|&share| {
            Some((quantile(&cumulative.reference, share)?, quantile(&cumulative.current, share)?))
        })
        .collect::<Vec<_>>();
    let dots = pairs.iter().map(|&(x, y)| (axis.at(x) * WIDE as f64, HIGH * (1.0 - axis.at(y))));
    let words = Words {
        title: format!("{}: quantiles of the current data against those of the reference", shorten(name, 80)),
        description: describe(&pairs),
    };
    let shapes = html! { path.dots d=(path::dots(dots)) {} };
    let back = html! { use href=(DIAGONAL) {} };
    plot(&words, &Layers { back, wide: WIDE, shapes, notes: html! {} }, &same_labels(ids))
}

/// How many of the quantiles are larger and smaller now.
fn describe(pairs: &[(f64, f64)]) -> String {
    let larger = pairs.iter().filter(|(x, y)| y > x).count();
    let smaller = pairs.iter().filter(|(x, y)| y < x).count();
    format!(
        "{} quantiles from {} to {}: {larger} larger in the current data, {smaller} smaller.",
        pairs.len(),
        percent(SHARES[0]),
        percent(SHARES[SHARES.len() - 1]),
    )
}

/// The value at which the curve reaches the share.
fn quantile(curve: &Curve, share: f64) -> Option<f64> {
    let points = curve
        .values
        .iter()
        .zip(&curve.shares)
        .filter_map(|(value, share)| Some((value.get()?, share.get()?)))
        .collect::<Vec<_>>();
    let next = points.iter().position(|point| point.1 >= share)?;
    let (value, reached) = points[next];
    let Some(&(before, from)) = next.checked_sub(1).and_then(|last| points.get(last)) else {
        return Some(value);
    };
    // A jump is upright, so any part of the way across it is the same value.
    let part = if reached > from { (share - from) / (reached - from) } else { 1.0 };
    Some(before + (value - before) * part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_is_where_the_curve_reaches_its_share() {
        let curve = Curve {
            values: [0.0, 10.0, 10.0, 20.0].map(Into::into).to_vec(),
            shares: [0.0, 0.2, 0.8, 1.0].map(Into::into).to_vec(),
        };
        assert_eq!([0.1, 0.5, 0.9].map(|share| quantile(&curve, share)), [Some(5.0), Some(10.0), Some(15.0)]);
        assert_eq!(quantile(&Curve { values: vec![], shares: vec![] }, 0.5), None);
    }
}
