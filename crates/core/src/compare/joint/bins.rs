//! Columns as the classifier reads them: a bin for every row.

use super::feature::{Cells, Feature};
use super::rows::Counts;
use driftglass_stats::Distribution;

/// Bins of a column; the first is for missing values.
pub(super) const BINS: usize = 32;

/// Coarse bins of a column, for its pairs with others.
pub(super) const COARSE: usize = 4;

/// A column in bins, the rows of the reference before the current ones.
pub(super) struct Binned {
    pub(super) fine: Vec<u8>,
    pub(super) coarse: Vec<u8>,
    /// Whether bins that stand side by side are alike.
    pub(super) is_ordered: bool,
}

impl Binned {
    /// The first rows of each side, as many as there are counts. Bins hold about equal shares of both sides together, and a level
    /// has one of its own if it is among the most frequent; which side a row is from plays no part.
    pub(super) fn new(feature: &Feature<'_>, counts: &[Counts; 2]) -> Self {
        let fine: Vec<u8> = match &feature.values {
            Cells::Line(sides) => {
                let rows = sides
                    .iter()
                    .zip(counts)
                    .flat_map(|(side, counts)| side.iter().zip(counts.weights().count));
                let all = Distribution::from_pairs(rows.map(|(&value, &count)| (value, count as u64)));
                let ends =
                    equal_shares(&all.pairs().map(|(_, count)| count as f64).collect::<Vec<_>>(), BINS - 1);
                let bin = |value: f64| {
                    let place = all.values().partition_point(|known| *known < value + 0.0);
                    if value.is_nan() { 0 } else { 1 + ends[place] }
                };
                each(sides, counts).map(|value| bin(*value)).collect()
            }
            Cells::Levels(sides) => each(sides, counts)
                .map(|level| level.map_or(0, |rank| 1 + rank.min(BINS - 2) as u8))
                .collect(),
        };
        let mut shares = vec![0.0; BINS];
        for (&bin, count) in fine.iter().zip(counts.iter().flat_map(|side| side.weights().count)) {
            shares[usize::from(bin)] += count;
        }
        let is_ordered = matches!(feature.values, Cells::Line(_));
        // Levels, the most frequent first, keep a bin each as far as it goes.
        let coarser: Vec<u8> = if is_ordered {
            equal_shares(&shares, COARSE)
        } else {
            (0..BINS).map(|bin| bin.saturating_sub(1).min(COARSE - 1) as u8).collect()
        };
        let coarse = fine.iter().map(|bin| coarser[usize::from(*bin)]).collect();
        Self { fine, coarse, is_ordered }
    }
}

fn each<'a, T>(sides: &'a [Vec<T>; 2], counts: &'a [Counts; 2]) -> impl Iterator<Item = &'a T> {
    sides.iter().zip(counts).flat_map(|(side, counts)| side.iter().take(counts.weights().count.len()))
}

/// Which of so many bins each of the ordered parts falls into, by the middle of its share.
fn equal_shares(parts: &[f64], bins: usize) -> Vec<u8> {
    let total: f64 = parts.iter().sum();
    let mut below = 0.0;
    parts
        .iter()
        .map(|part| {
            let middle = (below + part / 2.0) / total.max(1.0);
            below += part;
            ((middle * bins as f64) as usize).min(bins - 1) as u8
        })
        .collect()
}
