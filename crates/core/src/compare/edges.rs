//! Where the bins to draw begin and end.

use driftglass_stats::{Distribution, quantile};

/// Bins at the most, the two tails aside.
const BINS: f64 = 24.0;

/// The shares of each side left to the tails, so that one extreme value does not hide the shape.
const TAIL: f64 = 0.005;

/// From this ratio between the ends of the bulk on, values span orders of magnitude.
const ORDERS: f64 = 100.0;

/// Edges over the bulk of both sides, with the tails beyond in bins of their own.
pub(super) struct Edges {
    pub(super) edges: Vec<f64>,
    /// Whether the bins between the tails are equally wide by the logarithm.
    pub(super) logarithmic: bool,
}

/// `None` where neither side has a value; `may_be_logarithmic` unless a ratio of two values means nothing.
pub(super) fn edges(
    reference: &Distribution,
    current: &Distribution,
    may_be_logarithmic: bool,
) -> Option<Edges> {
    let sides = [reference, current];
    let over_sides = |of: fn(&Distribution) -> Option<f64>, choose: fn(f64, f64) -> f64| {
        sides.into_iter().filter_map(of).reduce(choose)
    };
    let least = over_sides(|side| side.values().first().copied(), f64::min)?;
    let greatest = over_sides(|side| side.values().last().copied(), f64::max)?;
    let low = over_sides(|side| quantile(side, TAIL), f64::min)?;
    let high = over_sides(|side| quantile(side, 1.0 - TAIL), f64::max)?;
    let median = over_sides(|side| quantile(side, 0.5), f64::min)?;
    let whole = sides.iter().all(|side| side.values().iter().all(|value| value.fract() == 0.0));
    let logarithmic = may_be_logarithmic && least > 0.0 && is_clearer_by_logarithm(low, median, high);
    let mut edges = if logarithmic { by_logarithm(low, high, whole) } else { evenly(low, high, whole) };
    if least < edges[0] {
        edges.insert(0, least);
    }
    if greatest > edges[edges.len() - 1] {
        edges.push(greatest);
    }
    Some(Edges { edges, logarithmic })
}

/// Whether positive values are easier to read by their logarithm: they span orders of magnitude, and their median is nearer to the middle
/// there. So numbers spread evenly from 1 to 1000 stay as they are, and incomes do not crowd at the left end.
fn is_clearer_by_logarithm(low: f64, median: f64, high: f64) -> bool {
    let off_middle = |low: f64, median: f64, high: f64| ((median - low) / (high - low) - 0.5).abs();
    high / low >= ORDERS
        && off_middle(libm::log10(low), libm::log10(median), libm::log10(high))
            < off_middle(low, median, high)
}

/// Round numbers, equally far apart.
fn evenly(low: f64, high: f64, whole: bool) -> Vec<f64> {
    let step = round_step((high - low) / BINS, whole);
    let first = (low / step).floor();
    let last = (high / step).floor() + 1.0;
    (0..=(last - first) as u32).map(|k| (first + f64::from(k)) * step).collect()
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not under the raw step; whole where the values are.
fn round_step(raw: f64, whole: bool) -> f64 {
    if raw <= 0.0 || !raw.is_finite() {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::log10(raw).floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= raw);
    let step = step.unwrap_or(10.0 * power);
    if whole { step.ceil().max(1.0) } else { step }
}

/// Ten, five, two or one to a power of ten, each the same factor above the last (Renard's preferred numbers): 1, 1.58, 2.51, 3.98, 6.31, 10.
fn by_logarithm(low: f64, high: f64, whole: bool) -> Vec<f64> {
    let (low, high) = (libm::log10(low), libm::log10(high));
    let to_a_decade = [10.0, 5.0, 2.0].into_iter().find(|n| n * (high - low) <= BINS).unwrap_or(1.0);
    let (first, last) = ((low * to_a_decade).floor(), (high * to_a_decade).floor() + 1.0);
    let edge = |k: u32| {
        let edge = libm::pow(10.0, (first + f64::from(k)) / to_a_decade);
        // Whole values between 1 and 2 there are none.
        if whole { edge.round() } else { edge }
    };
    let mut edges: Vec<f64> = (0..=(last - first) as u32).map(edge).collect();
    edges.dedup();
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: impl Iterator<Item = f64>) -> Edges {
        let sample = Distribution::from_values(values);
        edges(&sample, &sample, true).unwrap()
    }

    #[test]
    fn values_that_span_orders_of_magnitude_have_logarithmic_bins() {
        let incomes = of((0..1000).map(|i| 10.0 * libm::exp(f64::from(i) / 100.0)));
        assert!(incomes.logarithmic);
        let ratios = incomes.edges.windows(2).map(|edge| edge[1] / edge[0]).collect::<Vec<_>>();
        assert!(
            ratios.iter().all(|ratio| (ratio - ratios[0]).abs() < 1e-9 || *ratio < ratios[0]),
            "{ratios:?}"
        );
    }

    #[test]
    fn other_values_do_not() {
        assert!(!of((1..=1000).map(f64::from)).logarithmic, "even from 1 to 1000");
        assert!(!of((0..1000).map(|i| libm::exp(f64::from(i) / 100.0) - 1.0)).logarithmic, "a zero");
        assert!(!of((50..100).map(f64::from)).logarithmic, "one order of magnitude");
    }

    #[test]
    fn every_value_lies_between_the_edges() {
        for values in [vec![3.0], vec![-1.0, 1e9], vec![1.0, 2.0, 3000.0, 1e6], vec![0.001, 0.1, 1e7]] {
            let Edges { edges, .. } = of(values.iter().copied());
            assert!(edges.is_sorted_by(|a, b| a < b), "{edges:?}");
            assert!(edges[0] <= values[0] && edges[edges.len() - 1] >= values[values.len() - 1], "{edges:?}");
        }
    }
}
