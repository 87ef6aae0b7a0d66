//! The L-infinity distance.

use super::shares::{Smoothing, shares};
use crate::{Outcome, Untestable};

/// L-infinity distance, max abs(p - q): the largest change of any one share, 0 to 1, as in TensorFlow Data
/// Validation. No null distribution.
pub fn l_infinity(reference: &[u64], current: &[u64], smoothing: Smoothing) -> Result<Outcome, Untestable> {
    let gaps = shares(reference, current, smoothing)?.into_iter().map(|(p, q)| (p - q).abs());
    Ok(Outcome { statistic: gaps.fold(0.0, f64::max), p_value: None })
}
