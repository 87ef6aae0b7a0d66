//! Numbers with their counts, while they come in.

use driftglass_stats::Distribution;
use std::borrow::Cow;

/// Numbers that wait before they are sorted in, at least.
const PENDING: usize = 1 << 16;

/// The distinct numbers seen so far with their counts: in order, but for those that came last.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    sorted: Distribution,
    pending: Vec<f64>,
}

impl Numbers {
    pub(super) fn add(&mut self, number: f64, count: u64) {
        self.pending.extend(std::iter::repeat_n(number, count as usize));
        // As many as there are in order, so that all sorting in together is no more work than a sort of all.
        if self.pending.len() >= PENDING.max(self.sorted.distinct()) {
            self.settle();
        }
    }

    pub(super) fn merge(&mut self, mut other: Self) {
        self.settle();
        other.settle();
        self.sorted = self.sorted.merge(&other.sorted);
    }

    /// Sorts in what is pending.
    pub(super) fn settle(&mut self) {
        if !self.pending.is_empty() {
            self.sorted = self.distribution().into_owned();
            self.pending = Vec::new();
        }
    }

    pub(super) fn distinct(&self) -> usize {
        self.distribution().distinct()
    }

    pub(super) fn distinct_in_both(&self, other: &Self) -> usize {
        self.distribution().merge(&other.distribution()).distinct()
    }

    /// All of them in order.
    pub(super) fn distribution(&self) -> Cow<'_, Distribution> {
        if self.pending.is_empty() {
            Cow::Borrowed(&self.sorted)
        } else {
            let pending = Distribution::from_values(self.pending.iter().copied());
            Cow::Owned(self.sorted.merge(&pending))
        }
    }
}

impl From<Distribution> for Numbers {
    fn from(sorted: Distribution) -> Self {
        Self { sorted, pending: Vec::new() }
    }
}

impl PartialEq for Numbers {
    fn eq(&self, other: &Self) -> bool {
        self.distribution() == other.distribution()
    }
}
