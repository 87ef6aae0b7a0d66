//! Counts of distinct texts.

use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How often each distinct text occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Levels {
    counts: HashMap<Box<str>, u64, FixedState>,
}

impl Levels {
    pub(crate) fn add(&mut self, level: &str, count: u64) {
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
            *self.counts.entry(level).or_default() += count;
        }
    }

    pub(crate) fn distinct(&self) -> usize {
        self.counts.len()
    }

    pub(crate) fn contains(&self, level: &str) -> bool {
        self.counts.contains_key(level)
    }

    /// The levels in no order: the caller sorts or adds up.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.counts.iter().map(|(level, &count)| (level.as_ref(), count))
    }
}
