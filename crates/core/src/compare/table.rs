//! The bins or levels of a column that the methods on counts read.

use super::values::{LevelTable, Values};
use crate::policy::{Binning, ColumnRules};
use crate::{ColumnType, label};
use driftglass_stats::{Bin, Bins, Distribution, pool_rare};

/// Bins unless a rule asks for another number.
const DEFAULT_BINS: usize = 10;

/// The expected count under which a level is pooled with others about as rare (Cochran 1954).
const LEAST_EXPECTED: u64 = 5;

/// Counts of both sides over the same bins or levels, with what to call them.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub(super) labels: Vec<String>,
    pub(super) reference: Vec<u64>,
    pub(super) current: Vec<u64>,
}

impl Table {
    pub(super) fn of(values: &Values<'_>, kind: ColumnType, rules: &ColumnRules) -> Self {
        match values {
            Values::Line([reference, current]) => {
                let (reference, current) = (&reference.distribution, &current.distribution);
                let count = rules.bins.unwrap_or(DEFAULT_BINS);
                let bins = match rules.binning.unwrap_or_default() {
                    Binning::Quantile => Bins::quantile(reference, current, count),
                    Binning::EqualWidth => Bins::equal_width(reference, count),
                };
                Self::of_line(reference, current, kind, &bins)
            }
            Values::Levels(table) => Self::of_levels(table),
        }
    }

    fn of_line(reference: &Distribution, current: &Distribution, kind: ColumnType, bins: &Bins) -> Self {
        // A bin is called by the values in it, which says more than its edges: 17 to 22, and not 17 to under 23.
        let extents = bins.extents(reference).into_iter().zip(bins.extents(current));
        let (in_reference, in_current) = (bins.counts(reference), bins.counts(current));
        let mut table = Self::default();
        for (bin, (reference, current)) in extents.enumerate() {
            // A bin without any value says nothing about either side.
            let Some((least, greatest)) = of_both(reference, current) else { continue };
            let has_gaps = bins
                .bins()
                .iter()
                .any(|bin| matches!(bin, Bin::Exactly(value) if least < *value && *value < greatest));
            let range = label::range(least, greatest, kind);
            table.labels.push(if has_gaps { format!("other values from {range}") } else { range });
            table.reference.push(in_reference[bin]);
            table.current.push(in_current[bin]);
        }
        table
    }

    fn of_levels(levels: &LevelTable) -> Self {
        let [reference, current] = &levels.counts;
        let pooling = pool_rare(reference, current, LEAST_EXPECTED);
        let alone = pooling.kept.iter().map(|&level| levels.labels[level].clone());
        let pools = pooling.pools.iter().map(|pool| match pool.as_slice() {
            [only] => levels.labels[*only].clone(),
            many => rare_levels(many.iter().map(|&level| reference[level] + current[level]), many.len()),
        });
        let labels = alone.chain(pools).collect();
        Self { labels, reference: pooling.reference, current: pooling.current }
    }
}

/// From the least value of both sides to the greatest.
fn of_both(reference: Option<(f64, f64)>, current: Option<(f64, f64)>) -> Option<(f64, f64)> {
    let extents = reference.into_iter().chain(current);
    extents.reduce(|own, other| (own.0.min(other.0), own.1.max(other.1)))
}

/// A pool by how often its levels occur on both sides together: `12 levels of 8 to 15 rows`.
fn rare_levels(rows: impl Iterator<Item = u64> + Clone, levels: usize) -> String {
    let (least, most) = (rows.clone().min().unwrap_or(0), rows.max().unwrap_or(0));
    match (least, most) {
        (1, 1) => format!("{levels} levels of 1 row"),
        _ if least == most => format!("{levels} levels of {most} rows"),
        _ => format!("{levels} levels of {least} to {most} rows"),
    }
}
