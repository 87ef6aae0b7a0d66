//! Which bins or levels carry the change.

use super::table::Table;
use crate::report::Contribution;
use driftglass_stats::{Smoothing, psi_contributions};

/// Bins or levels that a report lists.
const LISTED: usize = 12;

/// The bins or levels by their part of the index, largest first; only those that have any.
pub(super) fn of(table: &Table) -> Vec<Contribution> {
    let parts = psi_contributions(&table.reference, &table.current, Smoothing::HalfCount).unwrap_or_default();
    let total: f64 = parts.iter().sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let sum = |counts: &[u64]| counts.iter().sum::<u64>().max(1) as f64;
    let (n, m) = (sum(&table.reference), sum(&table.current));
    let mut order: Vec<usize> = (0..parts.len()).filter(|&bin| parts[bin] > 0.0).collect();
    order.sort_by(|a, b| parts[*b].total_cmp(&parts[*a]));
    let contribution = |bin: usize| Contribution {
        label: table.labels[bin].clone(),
        reference: (table.reference[bin] as f64 / n).into(),
        current: (table.current[bin] as f64 / m).into(),
        share: (parts[bin] / total).into(),
    };
    order.into_iter().take(LISTED).map(contribution).collect()
}
