//! One side of a column in numbers.

use super::values::LevelTable;
use crate::profile::{Line, Whole};
use crate::report::{ColumnSummary, LevelCount, Quantile};
use crate::{ColumnType, Number, label};
use driftglass_stats::{Distribution, Summary, quantiles};

/// Which quantiles the report gives.
const PROBABILITIES: [f64; 9] = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

/// Levels that a summary lists.
const LISTED_LEVELS: usize = 10;

/// Distinct values up to which a column on a line lists them as levels too.
const FEW_VALUES: usize = 20;

/// Rows of one side, and how many of them have no value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    pub(super) count: u64,
    pub(super) missing: u64,
}

/// `whole` is what is known of the values before they were rounded, where they were.
pub(super) fn of_line(
    line: &Line<'_>,
    moments: Option<Summary>,
    whole: Option<Whole>,
    rows: Rows,
    kind: ColumnType,
) -> ColumnSummary {
    let distribution = &line.distribution;
    let number = |of: fn(&Summary) -> Option<f64>| Number::from(moments.as_ref().and_then(of));
    let whole = whole.filter(|whole| whole.values == distribution.total());
    let values = quantiles(distribution, &PROBABILITIES).unwrap_or_default();
    ColumnSummary {
        count: rows.count,
        missing: rows.missing,
        junk: line.junk.values().sum(),
        distinct: whole.as_ref().map_or(distribution.distinct() as u64, |whole| whole.distinct),
        mean: number(|summary| Some(summary.mean)),
        std: number(|summary| summary.std),
        min: whole.as_ref().map_or(number(|summary| Some(summary.min)), |whole| whole.least.into()),
        max: whole.as_ref().map_or(number(|summary| Some(summary.max)), |whole| whole.greatest.into()),
        quantiles: PROBABILITIES
            .into_iter()
            .zip(values)
            .map(|(p, value)| Quantile { p: p.into(), value: value.into() })
            .collect(),
        levels: few_values(distribution, kind),
    }
}

fn few_values(distribution: &Distribution, kind: ColumnType) -> Vec<LevelCount> {
    if distribution.distinct() > FEW_VALUES {
        return Vec::new();
    }
    most_frequent(
        distribution.pairs().map(|(value, count)| (label::value(value, kind), count)),
        LISTED_LEVELS,
    )
}

pub(super) fn of_levels(table: &LevelTable, side: usize, rows: Rows) -> ColumnSummary {
    let counts = &table.counts[side];
    let named = table.labels.iter().cloned().zip(counts.iter().copied()).take(table.named().len());
    let present = named.filter(|(_, count)| *count > 0);
    ColumnSummary {
        count: rows.count,
        missing: rows.missing,
        junk: 0,
        distinct: counts.iter().filter(|count| **count > 0).count() as u64,
        mean: Number::from(None),
        std: Number::from(None),
        min: Number::from(None),
        max: Number::from(None),
        quantiles: Vec::new(),
        levels: most_frequent(present, LISTED_LEVELS),
    }
}

/// The most frequent levels; the earlier one where two are as frequent.
pub(super) fn most_frequent(levels: impl Iterator<Item = (String, u64)>, most: usize) -> Vec<LevelCount> {
    let mut levels: Vec<LevelCount> = levels.map(|(label, count)| LevelCount { label, count }).collect();
    levels.sort_by_key(|level| std::cmp::Reverse(level.count));
    levels.truncate(most);
    levels
}
