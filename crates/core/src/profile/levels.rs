//! Counts of distinct texts.

use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How often each distinct text occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Levels {
    counts: HashMap<Box<str>, u64, FixedState>,
    total: u64,
}

impl Levels {
    pub(crate) fn add(&mut self, level: &str, count: u64) {
        self.total += count;
        // Looked up first, so that a level seen before allocates nothing.
        match self.counts.get_mut(level) {
            Some(seen) => *seen += count,
            None => {
                self.counts.insert(level.into(), count);
            }
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (level, count) in other.counts {
            self.total += count;
            *self.counts.entry(level).or_default() += count;
        }
    }

    pub(crate) fn distinct(&self) -> usize {
        self.counts.len()
    }

    pub(crate) fn contains(&self, level: &str) -> bool {
        self.counts.contains_key(level)
    }

    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// The levels in no order: the caller sorts or adds up.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.counts.iter().map(|(level, &count)| (level.as_ref(), count))
    }
}
