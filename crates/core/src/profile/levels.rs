//! Counts of distinct texts.

use super::grouped::Grouped;
use super::short::ShortText;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How often each distinct text occurs. Where they became too many, a part of them is held, and the others are counted in groups.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Levels {
    short: HashMap<ShortText, Level, FixedState>,
    /// What does not fit there.
    long: HashMap<Box<str>, Level, FixedState>,
    /// The length of the long texts together.
    length: usize,
    grouped: Option<Box<Grouped>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Level {
    count: u64,
    /// Kept because telling a number from a text takes longer than finding a level.
    hash: u64,
}

/// Bytes that a short text takes in a table that is half empty at times.
const SHORT: usize = 64;

/// Bytes that a long text takes beside its length: in the table, and what the allocator adds.
const LONG: usize = 96;

impl Levels {
    /// No levels yet; of those that come not all will be held.
    pub(super) fn with_groups(grouped: Grouped) -> Self {
        Self { grouped: Some(Box::new(grouped)), ..Self::default() }
    }

    /// Adds a text and gives its hash, which `hash` is asked for where the text is new.
    #[inline]
    pub(crate) fn add(&mut self, text: &str, count: u64, hash: impl FnOnce() -> u64) -> u64 {
        if self.grouped.is_some() {
            return self.add_or_group(text, count, hash);
        }
        if let Some(short) = ShortText::of(text) {
            return self.add_held(short, count, hash);
        }
        // Looked up first, so that a level seen before allocates nothing.
        if let Some(level) = self.long.get_mut(text) {
            level.count += count;
            return level.hash;
        }
        self.insert(text, Level { count, hash: hash() })
    }

    /// The same of a short text.
    #[inline]
    pub(super) fn add_short(&mut self, short: ShortText, count: u64, hash: impl FnOnce() -> u64) -> u64 {
        if self.grouped.is_some() {
            return self.add_or_group(short.as_str(), count, hash);
        }
        self.add_held(short, count, hash)
    }

    #[inline]
    fn add_held(&mut self, short: ShortText, count: u64, hash: impl FnOnce() -> u64) -> u64 {
        let level = self.short.entry(short).or_insert_with(|| Level { count: 0, hash: hash() });
        level.count += count;
        level.hash
    }

    /// The same where not all are held.
    fn add_or_group(&mut self, text: &str, count: u64, hash: impl FnOnce() -> u64) -> u64 {
        let known = match ShortText::of(text) {
            Some(short) => self.short.get_mut(&short),
            None => self.long.get_mut(text),
        };
        if let Some(level) = known {
            level.count += count;
            return level.hash;
        }
        let hash = hash();
        match &mut self.grouped {
            Some(grouped) if !grouped.holds(hash) => grouped.add(text, count, hash),
            _ => {
                self.insert(text, Level { count, hash });
            }
        }
        hash
    }

    fn insert(&mut self, text: &str, level: Level) -> u64 {
        if let Some(short) = ShortText::of(text) {
            self.short.insert(short, level);
        } else {
            self.length += text.len();
            self.long.insert(text.into(), level);
        }
        level.hash
    }

    pub(crate) fn merge(&mut self, other: Self) {
        if let Some(others) = &other.grouped {
            self.grouped.get_or_insert_default().merge(others);
            self.group();
        }
        for (text, Level { count, hash }) in other.short {
            self.add(text.as_str(), count, || hash);
        }
        for (text, Level { count, hash }) in other.long {
            self.add(&text, count, || hash);
        }
    }

    /// About the memory that they take.
    pub(super) fn bytes(&self) -> usize {
        SHORT * self.short.len() + LONG * self.long.len() + self.length
    }

    /// Holds no more of them than fit into so many bytes.
    pub(super) fn bound(&mut self, bytes: usize) {
        while self.bytes() > bytes {
            self.grouped.get_or_insert_default().zeros += 1;
            self.group();
        }
    }

    /// Holds of them what is held where hashes begin with so many zeros.
    pub(super) fn with_zeros(mut self, zeros: u32) -> Self {
        if zeros > self.zeros() {
            self.grouped.get_or_insert_default().zeros = zeros;
            self.group();
        }
        self
    }

    /// Puts into groups what is not to be held.
    fn group(&mut self) {
        let Some(grouped) = &mut self.grouped else { return };
        let mut stays = |text: &str, level: &Level| {
            let holds = grouped.holds(level.hash);
            if !holds {
                grouped.add(text, level.count, level.hash);
            }
            holds
        };
        self.short.retain(|text, level| stays(text.as_str(), level));
        self.long.retain(|text, level| stays(text, level));
        self.short.shrink_to_fit();
        self.long.shrink_to_fit();
        self.length = self.long.keys().map(|text| text.len()).sum();
    }

    /// The same without those that occur fewer than `least` times.
    pub(super) fn without_rare(mut self, least: u64) -> Self {
        let is_rare = |level: &Level| level.count < least;
        if self.grouped.is_none() && !self.short.values().chain(self.long.values()).any(is_rare) {
            return self;
        }
        let held = self.held();
        let mut grouped = self.grouped.take().unwrap_or_default();
        let mut stays = |text: &str, level: &Level| {
            if is_rare(level) {
                grouped.leave_out(text, level.count);
            }
            !is_rare(level)
        };
        self.short.retain(|text, level| stays(text.as_str(), level));
        self.long.retain(|text, level| stays(text, level));
        self.length = self.long.keys().map(|text| text.len()).sum();
        grouped.leave_out_groups(held, least);
        self.grouped = Some(grouped);
        self
    }

    /// What is known of those that are not held.
    pub(super) fn grouped(&self) -> Option<&Grouped> {
        self.grouped.as_deref()
    }

    /// The zeros at the beginning of the hash of each level that is held; 0 where all are.
    pub(super) fn zeros(&self) -> u32 {
        self.grouped.as_ref().map_or(0, |grouped| grouped.zeros)
    }

    /// How many are held.
    #[inline]
    pub(super) fn held(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// How many there are: about, where not all are held. As many as there are values where that may well be so.
    pub(crate) fn distinct(&self) -> usize {
        let Some(grouped) = &self.grouped else { return self.held() };
        if grouped.left_out > 0 {
            return self.held() + grouped.left_out_distinct as usize;
        }
        let total = (self.iter().map(|(_, count)| count).sum::<u64>() + grouped.total()) as f64;
        let estimate = scaled(self.held(), grouped.zeros);
        let within = 3.0 / (self.held().max(1) as f64).sqrt();
        (if estimate * (1.0 + within) >= total { total } else { estimate }) as usize
    }

    /// How many distinct ones both have together; those that were left out may be others each.
    pub(crate) fn distinct_in_both(&self, other: &Self) -> usize {
        let zeros = self.zeros().max(other.zeros());
        let counts = |level: &&Level| level.hash.leading_zeros() >= zeros;
        let own = self.short.values().chain(self.long.values()).filter(counts).count();
        let short = other.short.iter().filter(|(text, _)| !self.short.contains_key(*text));
        let long = other.long.iter().filter(|(text, _)| !self.long.contains_key(*text));
        let others = short.map(|(_, level)| level).chain(long.map(|(_, level)| level)).filter(counts).count();
        let left_out =
            [self, other].map(|levels| levels.grouped().map_or(0, |grouped| grouped.left_out_distinct));
        (scaled(own + others, zeros) as u64 + left_out.iter().sum::<u64>()) as usize
    }

    /// The levels that are held, in no order: the caller sorts or adds up.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u64)> {
        self.entries().map(|(text, count, _)| (text, count))
    }

    /// The same with their hashes.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, u64, u64)> {
        let short = self.short.iter().map(|(text, level)| (text.as_str(), level));
        let long = self.long.iter().map(|(text, level)| (text.as_ref(), level));
        short.chain(long).map(|(text, level)| (text, level.count, level.hash))
    }

    /// Makes room for so many; most levels are short.
    pub(super) fn reserve(&mut self, number: usize) {
        self.short.reserve(number);
    }
}

/// How many there are, where one in two to the power of `zeros` is held.
pub(super) fn scaled(held: usize, zeros: u32) -> f64 {
    held as f64 * (1_u64 << zeros) as f64
}
