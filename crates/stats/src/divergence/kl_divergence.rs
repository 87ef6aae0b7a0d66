//! Relative entropy.

use super::shares::{Smoothing, shares};
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// Kullback-Leibler divergence of the current shares q from the reference shares p, sum p ln(p / q), in nats
/// (Kullback and Leibler 1951).
///
/// Equals `scipy.stats.entropy(p, q)`. Without smoothing, a level that the reference has and the current
/// sample lacks makes it infinite. No null distribution.
pub fn kl_divergence(
    reference: &[u64],
    current: &[u64],
    smoothing: Smoothing,
) -> Result<Outcome, Untestable> {
    let shares = shares(reference, current, smoothing)?;
    Ok(Outcome {
        statistic: sum(shares.into_iter().map(|(p, q)| relative_entropy(p, q))).max(0.0),
        p_value: None,
    })
}

/// p ln(p / q) - p + q >= 0, which sums to the divergence without cancelling; infinite where q alone is 0.
pub(super) fn relative_entropy(p: f64, q: f64) -> f64 {
    if p == 0.0 {
        q
    } else if q == 0.0 {
        f64::INFINITY
    } else {
        crate::special::deviance(p, q)
    }
}
