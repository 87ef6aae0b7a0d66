//! Counts as shares.

use crate::Untestable;

/// What is added to every bin before counts become shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Smoothing {
    /// Nothing: an empty bin has the share 0.
    None,
    /// Half a count (Jeffreys' prior), in both samples, in every bin that either sample fills: no share is 0,
    /// and logarithms are finite.
    #[default]
    HalfCount,
}

impl Smoothing {
    pub(super) fn added(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::HalfCount => 0.5,
        }
    }
}

/// (p, q) for each bin, which add up to 1 each; bins empty in both samples have (0, 0) and are not smoothed.
pub(super) fn shares(
    reference: &[u64],
    current: &[u64],
    smoothing: Smoothing,
) -> Result<Vec<(f64, f64)>, Untestable> {
    let count = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
    let bins: Vec<(u64, u64)> =
        (0..reference.len().max(current.len())).map(|i| (count(reference, i), count(current, i))).collect();
    let (n, m) = bins.iter().fold((0, 0), |(n, m), bin| (n + bin.0, m + bin.1));
    if n == 0 || m == 0 {
        return Err(Untestable::Empty);
    }
    let added = smoothing.added();
    let filled = bins.iter().filter(|bin| bin.0 + bin.1 > 0).count() as f64;
    let (n, m) = (n as f64 + added * filled, m as f64 + added * filled);
    Ok(bins
        .iter()
        .map(|&(x, y)| if x + y == 0 { (0.0, 0.0) } else { ((x as f64 + added) / n, (y as f64 + added) / m) })
        .collect())
}
