//! The Hellinger distance.

use super::shares::{Smoothing, shares};
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// Hellinger distance, sqrt(1 - sum sqrt(p q)): 0 for equal shares to 1 for disjoint ones (Hellinger 1909).
/// No null distribution.
pub fn hellinger(reference: &[u64], current: &[u64], smoothing: Smoothing) -> Result<Outcome, Untestable> {
    // As half the sum of squared differences of roots, which does not cancel where the shares are close.
    let squared = sum(shares(reference, current, smoothing)?.into_iter().map(|(p, q)| {
        let gap = p.sqrt() - q.sqrt();
        gap * gap / 2.0
    }));
    Ok(Outcome { statistic: squared.min(1.0).sqrt(), p_value: None })
}
