//! How many distinct numbers there were, where not all are held.

use super::sample::mixed;
use driftglass_stats::Distribution;
use serde::{Deserialize, Serialize};

/// Hashes that are kept: the number of distinct values is then right to 0.8 % in two of three cases.
const KEPT: usize = 1 << 14;

/// The least hashes of the numbers seen (Bar-Yossef and others 2002): they depend on which numbers there were and on nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Distinct(Vec<u64>);

impl Distinct {
    pub(super) fn of(numbers: &Distribution) -> Self {
        let mut hashes: Vec<u64> = numbers.values().iter().map(|number| mixed(number.to_bits())).collect();
        if hashes.len() > KEPT {
            hashes.select_nth_unstable(KEPT);
            hashes.truncate(KEPT);
        }
        hashes.sort_unstable();
        Self(hashes)
    }

    #[must_use]
    pub(super) fn and(mut self, other: &Self) -> Self {
        self.0.extend(&other.0);
        self.0.sort_unstable();
        self.0.dedup();
        self.0.truncate(KEPT);
        self
    }

    /// The memory that they take.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.0.as_slice())
    }

    /// The number of distinct values: exact where it is small. `total` where that may well be so: each of `total` values then
    /// was another one.
    pub(super) fn estimate(&self, total: u64) -> u64 {
        match self.0.last() {
            Some(&last) if self.0.len() == KEPT => {
                let estimate = (KEPT - 1) as f64 * (u64::MAX as f64 / last as f64);
                let within = 3.0 / (KEPT as f64).sqrt();
                if estimate * (1.0 + within) >= total as f64 { total } else { estimate.round() as u64 }
            }
            _ => self.0.len() as u64,
        }
    }

    /// Whether it can have come of so many distinct numbers, or more.
    pub(super) fn is_of_at_least(&self, numbers: usize) -> bool {
        (numbers.min(KEPT)..=KEPT).contains(&self.0.len()) && self.0.is_sorted_by(|a, b| a < b)
    }
}
