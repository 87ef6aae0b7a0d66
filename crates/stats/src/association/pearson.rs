//! Linear correlation.

use crate::special::normal_two_sided;
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// Pearson's correlation of paired values, -1 to 1. Equals `scipy.stats.pearsonr`. Pairs with a non-finite value are the caller's to leave out.
///
/// Untestable: fewer than two pairs; a constant side; sides of unequal length.
pub fn pearson(x: &[f64], y: &[f64]) -> Result<f64, Untestable> {
    if x.len() != y.len() {
        return Err(Untestable::Shape { needed: "as many values on either side" });
    }
    if x.len() < 2 {
        return Err(Untestable::TooFew { needed: 2 });
    }
    let (u, v) = (standardised(x)?, standardised(y)?);
    Ok(sum(u.iter().zip(&v).map(|(a, b)| a * b)).clamp(-1.0, 1.0))
}

/// Deviations from the mean, scaled to a sum of squares of 1; first by the largest, so that no square overflows.
fn standardised(values: &[f64]) -> Result<Vec<f64>, Untestable> {
    let count = values.len() as f64;
    let mean = sum(values.iter().map(|v| v / count));
    let largest = values.iter().fold(0.0, |most, v| f64::max(most, (v / 2.0 - mean / 2.0).abs()));
    // Relative to the mean, this much deviation is rounding.
    if largest <= mean.abs() * f64::EPSILON {
        return Err(Untestable::Degenerate { what: "one of the columns is constant" });
    }
    let scaled: Vec<f64> = values.iter().map(|v| (v / 2.0 - mean / 2.0) / largest).collect();
    let norm = sum(scaled.iter().map(|d| d * d)).sqrt();
    Ok(scaled.into_iter().map(|d| d / norm).collect())
}

/// Whether a correlation differs between two samples: z of the difference (reference less current) of Fisher's transforms, whose variance is
/// 1 / (n - 3) for pairs from a normal distribution (Fisher 1921).
///
/// For skewed or heavy-tailed pairs that variance is too small; [`spearman_change`](crate::spearman_change) holds its error rate there. Untestable: fewer than four pairs in a sample.
pub fn pearson_change(reference: (f64, u64), current: (f64, u64)) -> Result<Outcome, Untestable> {
    transformed_change(reference, current, |_| 1.0)
}

/// The test of two Fisher-transformed correlations (r, pairs) whose variance is `inflation(r)` / (pairs - 3).
pub(super) fn transformed_change(
    reference: (f64, u64),
    current: (f64, u64),
    inflation: impl Fn(f64) -> f64,
) -> Result<Outcome, Untestable> {
    if reference.1.min(current.1) < 4 {
        return Err(Untestable::TooFew { needed: 4 });
    }
    // A perfect correlation has no transform; the nearest number below 1 has one that is as good as infinite.
    let transform = |r: f64| libm::atanh(r.clamp(-1.0 + f64::EPSILON, 1.0 - f64::EPSILON));
    let variance = |(r, pairs): (f64, u64)| inflation(r) / (pairs as f64 - 3.0);
    let z =
        (transform(reference.0) - transform(current.0)) / (variance(reference) + variance(current)).sqrt();
    Ok(Outcome { statistic: z, p_value: Some(normal_two_sided(z)) })
}
