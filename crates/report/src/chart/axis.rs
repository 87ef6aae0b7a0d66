//! The line that all charts of a column share.

use crate::format::value::axis_labels;
use driftglass_core::ColumnType;
use driftglass_core::report::Histogram;

/// Labels at the most, both ends included. Dates are long, so fewer of them.
const LABELS: usize = 5;
const DATES: usize = 3;

/// Where values stand: every bin of the histogram is equally wide, so that the tails take little room and values that span orders of
/// magnitude, whose bins are logarithmic, stand by their logarithm.
pub(crate) struct Axis {
    kind: ColumnType,
    edges: Vec<f64>,
    logarithmic: bool,
}

impl Axis {
    /// `None` where the histogram has no bins, or as many edges as do not fit them.
    pub(crate) fn of(kind: ColumnType, histogram: &Histogram) -> Option<Self> {
        let edges = histogram.edges.as_ref()?.iter().map(|edge| edge.get()).collect::<Option<Vec<_>>>()?;
        let bins = histogram.reference.len();
        let fits = bins > 0 && histogram.current.len() == bins && edges.len() == bins + 1;
        let ascend = edges.is_sorted_by(|a, b| a < b);
        let logarithmic = histogram.logarithmic && edges[0] > 0.0;
        (fits && ascend).then_some(Self { kind, edges, logarithmic })
    }

    /// The number of bins.
    pub(crate) fn bins(&self) -> usize {
        self.edges.len() - 1
    }

    /// The type of the column's values.
    pub(crate) fn kind(&self) -> ColumnType {
        self.kind
    }

    /// Whether values stand by their logarithm.
    pub(crate) fn is_logarithmic(&self) -> bool {
        self.logarithmic
    }

    /// Whether the outer bins hold tails, that is, are at least half as wide again as their neighbour.
    pub(crate) fn has_tails(&self) -> bool {
        let widths = self.edges.windows(2).map(|edge| self.scaled(edge[1]) - self.scaled(edge[0]));
        match widths.collect::<Vec<_>>().as_slice() {
            [first, second, .., last_but_one, last] => *first > 1.5 * second || *last > 1.5 * last_but_one,
            _ => false,
        }
    }

    /// Every edge in words, with just the decimals that tell neighbours apart.
    pub(crate) fn edges_in_words(&self) -> Vec<String> {
        axis_labels(self.kind, &self.edges)
    }

    /// How far along the axis the value stands, 0 to 1; values beyond stand at its ends.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let bin = self.edges.partition_point(|edge| *edge <= value).clamp(1, self.bins()) - 1;
        let (from, to) = (self.scaled(self.edges[bin]), self.scaled(self.edges[bin + 1]));
        let value = value.clamp(self.edges[bin], self.edges[bin + 1]);
        (bin as f64 + (self.scaled(value) - from) / (to - from)) / self.bins() as f64
    }

    /// Some of the edges in words, with the share of the axis at which they stand.
    pub(crate) fn labels(&self) -> Vec<(f64, String)> {
        let at = self.labelled();
        let labels = axis_labels(self.kind, &at.iter().map(|&i| self.edges[i]).collect::<Vec<_>>());
        at.into_iter().map(|i| i as f64 / self.bins() as f64).zip(labels).collect()
    }

    /// Both ends and few between, evenly spaced; powers of ten between the ends of a logarithmic axis that has some.
    fn labelled(&self) -> Vec<usize> {
        let bins = self.bins();
        let most = if self.kind == ColumnType::Datetime { DATES } else { LABELS };
        let is_power = |i: &usize| (libm::log10(self.edges[*i]) % 1.0).abs() < 1e-9;
        let powers = (1..bins).filter(is_power).collect::<Vec<_>>();
        let mut at = if self.logarithmic && !powers.is_empty() {
            // Those that would run into the labels of the ends are left out.
            let room = bins.div_ceil(most + 1);
            let apart = powers.into_iter().filter(|i| (room..=bins - room).contains(i)).collect::<Vec<_>>();
            let every = apart.len().div_ceil(most - 2).max(1);
            [0].into_iter().chain(apart.into_iter().step_by(every)).chain([bins]).collect()
        } else {
            let parts = bins.min(most - 1);
            (0..=parts).map(|part| part * bins / parts).collect::<Vec<_>>()
        };
        at.dedup();
        at
    }

    fn scaled(&self, value: f64) -> f64 {
        if self.logarithmic { libm::log10(value) } else { value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(kind: ColumnType, edges: &[f64], logarithmic: bool) -> Axis {
        Axis { kind, edges: edges.to_vec(), logarithmic }
    }

    #[test]
    fn bins_are_equally_wide_whatever_they_hold() {
        let axis = axis(ColumnType::Numeric, &[-100.0, 0.0, 1.0, 2.0, 1e6], false);
        for (value, share) in
            [(-200.0, 0.0), (-50.0, 0.125), (0.0, 0.25), (1.5, 0.625), (1e6, 1.0), (1e9, 1.0)]
        {
            assert!((axis.at(value) - share).abs() < 1e-12, "{value}");
        }
        assert!(axis.has_tails());
    }

    #[test]
    fn a_logarithmic_axis_stands_by_the_logarithm() {
        let edges = (0..=8).map(|k| libm::pow(10.0, f64::from(k) / 2.0)).collect::<Vec<_>>();
        let axis = axis(ColumnType::Numeric, &edges, true);
        assert!((axis.at(100.0) - 0.5).abs() < 1e-12);
        assert!((axis.at(libm::pow(10.0, 0.25)) - 0.0625).abs() < 1e-12, "within a bin too");
        assert!(!axis.has_tails());
        let labels = axis.labels().into_iter().map(|(_, label)| crate::format::text::plain(&label));
        assert_eq!(labels.collect::<Vec<_>>(), ["1", "10", "100", "1000", "10 000"]);
    }

    #[test]
    fn both_ends_and_few_between_are_labelled() {
        let even =
            |kind, bins: u32| axis(kind, &(0..=bins).map(f64::from).collect::<Vec<_>>(), false).labelled();
        assert_eq!(even(ColumnType::Numeric, 20), [0, 5, 10, 15, 20]);
        assert_eq!(even(ColumnType::Numeric, 3), [0, 1, 2, 3]);
        assert_eq!(even(ColumnType::Datetime, 1), [0, 1]);
    }

    #[test]
    fn a_histogram_that_does_not_fit_has_no_axis() {
        let histogram = |edges: &[f64]| Histogram {
            edges: Some(edges.iter().map(|&edge| edge.into()).collect()),
            logarithmic: false,
            labels: None,
            rest: None,
            reference: vec![1, 2],
            current: vec![3, 4],
        };
        assert!(Axis::of(ColumnType::Numeric, &histogram(&[0.0, 1.0, 2.0])).is_some());
        for edges in [&[][..], &[0.0, 1.0], &[0.0, f64::NAN, 1.0], &[0.0, 2.0, 1.0]] {
            assert!(Axis::of(ColumnType::Numeric, &histogram(edges)).is_none(), "{edges:?}");
        }
    }
}
