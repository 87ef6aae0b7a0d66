//! The cumulative curves of both sides, to draw: few points however many values there are.

use crate::report::{Cumulative, Curve, Gap};
use driftglass_stats::{Distribution, Samples, widest_gap};
use std::collections::BTreeMap;

/// The shares at which a curve has a point at least, closer together in the tails.
const SHARES: [f64; 47] = [
    0.0, 0.002, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.275, 0.3,
    0.325, 0.35, 0.375, 0.4, 0.425, 0.45, 0.475, 0.5, 0.525, 0.55, 0.575, 0.6, 0.625, 0.65, 0.675, 0.7,
    0.725, 0.75, 0.775, 0.8, 0.825, 0.85, 0.875, 0.9, 0.925, 0.95, 0.975, 0.99, 0.995, 0.998, 1.0,
];

/// One in so many values makes a jump that is drawn as one.
const ATOM: u64 = 50;

/// With so many distinct values or fewer every step is drawn.
const STEPS: usize = 30;

/// `None` where the values have no order or a side has none.
pub(super) fn of(samples: Option<&Samples<'_>>) -> Option<Cumulative> {
    let samples = samples?;
    let Samples { reference, current, .. } = *samples;
    let (at, below) = widest_gap(samples).ok()?;
    let gap = Gap {
        at: at.into(),
        reference: (below[0] as f64 / reference.total() as f64).into(),
        current: (below[1] as f64 / current.total() as f64).into(),
    };
    Some(Cumulative { reference: curve(reference, at), current: curve(current, at), gap })
}

/// The curve, with a point at `through` whether the side holds that value or not, so that a distance drawn there meets it.
fn curve(sample: &Distribution, through: f64) -> Curve {
    let total = sample.total();
    let mut curve = Curve { values: Vec::new(), shares: Vec::new() };
    let mut push = |value: f64, seen: u64| {
        curve.values.push(value.into());
        let share = seen as f64 / total as f64;
        curve.shares.push(((share * 1e5).round() / 1e5).into());
    };
    let (mut passed, mut last) = (false, f64::NAN);
    for Step { place, reaches, jumps } in steps(sample, through) {
        let value = sample.values()[place];
        if value > through && !passed {
            push(through, sample.below(through));
            last = through;
        }
        passed |= value >= through;
        let (before, seen) = (sample.before(place), sample.before(place + 1));
        if jumps || before == 0 {
            push(value, before);
            last = value;
        }
        if jumps || seen == total {
            push(value, seen);
        } else if reaches {
            last = coarse(value, last);
            push(last, seen);
        }
    }
    if !passed {
        push(through, total);
    }
    curve
}

/// A distinct value that the curve has a point at.
#[derive(Default)]
struct Step {
    place: usize,
    /// Whether it is the first to reach one of the shares.
    reaches: bool,
    /// Whether the curve is drawn there as it jumps.
    jumps: bool,
}

/// The values that the curve has points at, in order: those that jump, with `through` among them, those that reach a share,
/// and both ends.
fn steps(sample: &Distribution, through: f64) -> impl Iterator<Item = Step> {
    let (total, distinct) = (sample.total(), sample.distinct());
    let mut steps: BTreeMap<usize, Step> = BTreeMap::new();
    let mut step = |place: usize, reaches: bool, jumps: bool| {
        let step = steps.entry(place).or_insert(Step { place, ..Step::default() });
        step.reaches |= reaches;
        step.jumps |= jumps;
    };
    for share in SHARES {
        let values = (share * total as f64).ceil() as u64;
        step(sample.place_of_rank(values.max(1) - 1), true, false);
    }
    for (place, (value, count)) in sample.pairs().enumerate() {
        if distinct <= STEPS || count >= total.div_ceil(ATOM) || value.total_cmp(&through).is_eq() {
            step(place, false, true);
        }
    }
    steps.into_values()
}

/// A value between the steps of a curve, down by less than a hundredth of its distance to the point before it: nobody sees the
/// difference, and a quarter of a report was such digits.
fn coarse(value: f64, before: f64) -> f64 {
    let distance = value - before;
    if distance > 0.0 {
        let steps = libm::pow(10.0, 2.0 - libm::log10(distance).floor());
        ((value * steps).floor() / steps).max(before)
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(curve: &Curve) -> Vec<(f64, f64)> {
        let get = |numbers: &[crate::Number]| numbers.iter().map(|n| n.get().unwrap()).collect::<Vec<_>>();
        get(&curve.values).into_iter().zip(get(&curve.shares)).collect()
    }

    #[test]
    fn few_values_are_steps() {
        let sample = Distribution::from_values([1.0, 1.0, 2.0, 5.0]);
        assert_eq!(
            points(&curve(&sample, 2.0)),
            [(1.0, 0.0), (1.0, 0.5), (2.0, 0.5), (2.0, 0.75), (5.0, 0.75), (5.0, 1.0)]
        );
    }

    #[test]
    fn the_curve_passes_through_the_gap_even_where_the_side_ends_before_it() {
        let sample = Distribution::from_values([1.0, 2.0]);
        assert_eq!(points(&curve(&sample, 9.0)).last(), Some(&(9.0, 1.0)));
        assert_eq!(points(&curve(&sample, 0.0)).first(), Some(&(0.0, 0.0)));
        assert!(points(&curve(&sample, 1.5)).contains(&(1.5, 0.5)));
    }

    #[test]
    fn many_values_make_few_points_that_rise_from_0_to_1() {
        let sample =
            Distribution::from_values((0..100_000).map(f64::from).chain(std::iter::repeat_n(7.5, 5000)));
        let points = points(&curve(&sample, 60_000.5));
        assert!(points.len() < 60, "{}", points.len());
        assert!(points.is_sorted_by(|a, b| a.0 <= b.0 && a.1 <= b.1));
        assert_eq!((points[0], points[points.len() - 1]), ((0.0, 0.0), (99_999.0, 1.0)));
        let jump = points
            .iter()
            .filter(|(value, _)| value.total_cmp(&7.5).is_eq())
            .map(|(_, share)| *share)
            .collect::<Vec<_>>();
        assert_eq!(jump, [0.00008, 0.0477], "a value that many rows share is a jump");
    }

    #[test]
    fn the_gap_is_where_the_kolmogorov_smirnov_distance_is() {
        let reference = Distribution::from_values((0..100).map(f64::from));
        let current = Distribution::from_values((0..50).map(|x| f64::from(x) * 1.7 + 20.0));
        let samples = Samples::new(&reference, &current);
        let (_, [below, beside]) = widest_gap(&samples).unwrap();
        let distance = (below as f64 / 100.0 - beside as f64 / 50.0).abs();
        let statistic = driftglass_stats::ks(&samples).unwrap().statistic;
        assert!((distance - statistic).abs() < 1e-12, "{distance} {statistic}");
        let nothing = Distribution::default();
        assert!(of(Some(&Samples::new(&reference, &nothing))).is_none());
    }
}
