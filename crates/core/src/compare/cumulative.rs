//! The cumulative curves of both sides, to draw: few points however many values there are.

use super::values::Values;
use crate::report::{Cumulative, Curve, Gap};
use driftglass_stats::Distribution;

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
pub(super) fn of(values: &Values<'_>) -> Option<Cumulative> {
    let Values::Line([reference, current]) = values else { return None };
    let (reference, current) = (&reference.distribution, &current.distribution);
    let (at, below) = farthest(reference, current)?;
    let gap = Gap {
        at: at.into(),
        reference: (below[0] as f64 / reference.total() as f64).into(),
        current: (below[1] as f64 / current.total() as f64).into(),
    };
    Some(Cumulative { reference: curve(reference, at), current: curve(current, at), gap })
}

/// The first value at which the two curves are farthest apart, with the count of either side up to it.
fn farthest(reference: &Distribution, current: &Distribution) -> Option<(f64, [u64; 2])> {
    let sides = [reference, current];
    let [n, m] = sides.map(|side| u128::from(side.total()));
    let (mut next, mut seen) = ([0; 2], [0; 2]);
    let mut best: Option<(u128, f64, [u64; 2])> = None;
    if n == 0 || m == 0 {
        return None;
    }
    while let Some(value) =
        (0..2).filter_map(|side| sides[side].values().get(next[side]).copied()).reduce(f64::min)
    {
        for side in 0..2 {
            if sides[side].values().get(next[side]) == Some(&value) {
                seen[side] += sides[side].count(next[side]);
                next[side] += 1;
            }
        }
        // In units of 1 / (n m), so that no rounding decides.
        let height = (u128::from(seen[0]) * m).abs_diff(u128::from(seen[1]) * n);
        if best.is_none_or(|(highest, ..)| height > highest) {
            best = Some((height, value, seen));
        }
    }
    best.map(|(_, value, seen)| (value, seen))
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
    let mut due = SHARES.into_iter().peekable();
    let (mut seen, mut passed, mut last) = (0, false, f64::NAN);
    for (value, count) in sample.pairs() {
        if value > through && !passed {
            push(through, seen);
            last = through;
        }
        let here = value.total_cmp(&through).is_eq();
        passed |= value >= through;
        let before = seen;
        seen += count;
        let jumps = sample.distinct() <= STEPS || count >= total.div_ceil(ATOM);
        if jumps || here || before == 0 {
            push(value, before);
            last = value;
        }
        // Evaluated to its end: all shares that the value reaches are done with.
        let mut reaches = false;
        while due.next_if(|share| share * total as f64 <= seen as f64).is_some() {
            reaches = true;
        }
        if jumps || here || seen == total {
            push(value, seen);
        } else if reaches {
            last = coarse(value, last);
            push(last, seen);
        }
    }
    if !passed {
        push(through, seen);
    }
    curve
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
        let (_, [below, beside]) = farthest(&reference, &current).unwrap();
        let distance = (below as f64 / 100.0 - beside as f64 / 50.0).abs();
        let statistic =
            driftglass_stats::ks(&driftglass_stats::Samples::new(&reference, &current)).unwrap().statistic;
        assert!((distance - statistic).abs() < 1e-12, "{distance} {statistic}");
        assert_eq!(farthest(&reference, &Distribution::default()), None);
    }
}
