//! Rank correlation.

use super::pearson::{pearson, transformed_change};
use crate::{Outcome, Untestable};

/// Spearman's rank correlation of paired values: Pearson's of the midranks. Equals `scipy.stats.spearmanr`.
///
/// Untestable: fewer than two pairs; a constant side; sides of unequal length.
pub fn spearman(x: &[f64], y: &[f64]) -> Result<f64, Untestable> {
    pearson(&midranks(x), &midranks(y))
}

/// Ranks from 1; equal values share the mean of theirs.
fn midranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    // -0.0 and 0.0 are one value.
    order.sort_unstable_by(|a, b| (values[*a] + 0.0).total_cmp(&(values[*b] + 0.0)));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    #[expect(clippy::float_cmp, reason = "ties are equal values")]
    for tie in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let rank = first as f64 + f64::midpoint(tie.len() as f64, 1.0);
        for i in tie {
            ranks[*i] = rank;
        }
        first += tie.len();
    }
    ranks
}

/// Whether a rank correlation differs between two samples: z of the difference (reference less current) of Fisher's transforms, with the variance
/// (1 + r^2 / 2) / (n - 3) that ranks need (Bonett and Wright 2000).
///
/// Untestable: fewer than four pairs in a sample.
pub fn spearman_change(reference: (f64, u64), current: (f64, u64)) -> Result<Outcome, Untestable> {
    transformed_change(reference, current, |r| 1.0 + r * r / 2.0)
}
