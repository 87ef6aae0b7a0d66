//! Counts of distinct texts.

use super::short::ShortText;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How often each distinct text occurs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Levels {
    short: HashMap<ShortText, Level, FixedState>,
    /// What does not fit there.
    long: HashMap<Box<str>, Level, FixedState>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Level {
    count: u64,
    /// Kept because telling a number from a text takes longer than finding a level.
    hash: u64,
}

impl Levels {
    /// Adds a text and gives its hash, which `hash` is asked for where the text is new.
    #[inline]
    pub(crate) fn add(&mut self, text: &str, count: u64, hash: impl FnOnce() -> u64) -> u64 {
        if let Some(short) = ShortText::of(text) {
            let level = self.short.entry(short).or_insert_with(|| Level { count: 0, hash: hash() });
            level.count += count;
            return level.hash;
        }
        // Looked up first, so that a level seen before allocates nothing.
        if let Some(level) = self.long.get_mut(text) {
            level.count += count;
            return level.hash;
        }
        let hash = hash();
        self.long.insert(text.into(), Level { count, hash });
        hash
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (text, Level { count, hash }) in other.short {
            self.short.entry(text).or_insert(Level { count: 0, hash }).count += count;
        }
        for (text, Level { count, hash }) in other.long {
            self.long.entry(text).or_insert(Level { count: 0, hash }).count += count;
        }
    }

    pub(crate) fn distinct(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// How many of other levels are none of these.
    pub(crate) fn lacks(&self, other: &Self) -> usize {
        other.short.keys().filter(|text| !self.short.contains_key(*text)).count()
            + other.long.keys().filter(|text| !self.long.contains_key(*text)).count()
    }

    /// The levels in no order: the caller sorts or adds up.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        let short = self.short.iter().map(|(text, level)| (text.as_str(), level.count));
        short.chain(self.long.iter().map(|(text, level)| (text.as_ref(), level.count)))
    }
}
