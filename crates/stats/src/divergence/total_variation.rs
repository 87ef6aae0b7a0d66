//! The total variation distance.

use super::shares::{Smoothing, shares};
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// Total variation distance, half the sum of abs(p - q): the share of rows that would have to move, 0 to 1.
/// No null distribution.
pub fn total_variation(
    reference: &[u64],
    current: &[u64],
    smoothing: Smoothing,
) -> Result<Outcome, Untestable> {
    let statistic = sum(shares(reference, current, smoothing)?.into_iter().map(|(p, q)| (p - q).abs() / 2.0));
    Ok(Outcome { statistic: statistic.min(1.0), p_value: None })
}
