//! Texts that are counted in groups, because not all could be held.

use super::cell::Cell;
use super::census::Census;
use super::levels::scaled;
use super::rare::together;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many groups there are.
pub(crate) const GROUPS: usize = 1024;

/// What is known of the texts that are not held: how often those of each group occur, and what they look like.
///
/// Held are the texts whose hash begins with so many zeros; all others are in the group that the end of their hash tells. So what is
/// held and counted depends on which texts there were and how often, and on nothing else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grouped {
    /// Zeros at the beginning of the hash of a text that is held.
    pub(super) zeros: u32,
    pub(super) counts: Vec<u64>,
    pub(super) census: Census,
    /// How many are as long as each length, in characters.
    pub(super) lengths: BTreeMap<u64, u64>,
    /// Whether each could be a code.
    pub(super) are_codes: bool,
    /// How often texts occur that are in no group, because they were left out as rare, and how many there are.
    #[serde(default)]
    pub(super) left_out: u64,
    #[serde(default)]
    pub(super) left_out_distinct: u64,
    /// What occurs less often was left out; 0 where nothing was.
    #[serde(default)]
    pub(super) min_count: u64,
}

impl Default for Grouped {
    fn default() -> Self {
        Self {
            zeros: 0,
            counts: vec![0; GROUPS],
            census: Census::default(),
            lengths: BTreeMap::new(),
            are_codes: true,
            left_out: 0,
            left_out_distinct: 0,
            min_count: 0,
        }
    }
}

impl Grouped {
    pub(super) fn holds(&self, hash: u64) -> bool {
        hash.leading_zeros() >= self.zeros
    }

    pub(super) fn add(&mut self, text: &str, count: u64, hash: u64) {
        self.counts[hash as usize % GROUPS] += count;
        self.look_at(text, count);
    }

    /// Leaves a text out that occurs less often than `least` times.
    pub(super) fn leave_out(&mut self, text: &str, count: u64) {
        self.left_out += count;
        self.left_out_distinct += 1;
        self.look_at(text, count);
    }

    /// Leaves out which groups there are, and lengths that few texts have.
    pub(super) fn leave_out_groups(&mut self, held: usize, least: u64) {
        let (grouped, lengths) = (self.counts.iter().sum::<u64>(), std::mem::take(&mut self.lengths));
        if grouped > 0 {
            self.left_out_distinct += (scaled(held, self.zeros) as u64).saturating_sub(held as u64);
        }
        self.left_out += grouped;
        self.counts.fill(0);
        self.min_count = self.min_count.max(least);
        let lengths = lengths.into_iter().map(|(length, count)| (length as f64, count));
        for (length, count) in together(lengths, least).0 {
            *self.lengths.entry(length.round() as u64).or_default() += count;
        }
    }

    fn look_at(&mut self, text: &str, count: u64) {
        self.census.count(Cell::of(text), text, count);
        *self.lengths.entry(text.chars().count() as u64).or_default() += count;
        self.are_codes &= is_code(text);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.zeros = self.zeros.max(other.zeros);
        self.counts.iter_mut().zip(&other.counts).for_each(|(own, other)| *own += other);
        self.census = self.census.and(other.census);
        for (&length, count) in &other.lengths {
            *self.lengths.entry(length).or_default() += count;
        }
        self.are_codes &= other.are_codes;
        self.left_out += other.left_out;
        self.left_out_distinct += other.left_out_distinct;
        self.min_count = self.min_count.max(other.min_count);
    }

    pub(super) fn total(&self) -> u64 {
        self.counts.iter().sum::<u64>() + self.left_out
    }

    /// About the memory that it takes.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.counts.as_slice()) + size_of::<[u64; 2]>() * self.lengths.len()
    }

    /// Whether texts can have come to this.
    pub(super) fn is_sound(&self) -> bool {
        let total = sum(self.counts.iter().chain([&self.left_out]));
        (u32::from(self.left_out == 0)..64).contains(&self.zeros)
            && self.left_out_distinct <= self.left_out
            && (self.left_out > 0) == (self.min_count > 0)
            && self.counts.len() == GROUPS
            && total.is_some()
            // Lengths of fewer texts than may be told are left out.
            && sum(self.lengths.values()).is_some_and(|lengths| {
                Some(lengths) == total || (lengths == 0 && total < Some(self.min_count))
            })
            && total.is_some_and(|total| self.census.is_of_texts(total))
    }
}

/// The sum of counts, unless no data set has so many rows.
fn sum<'a>(mut counts: impl Iterator<Item = &'a u64>) -> Option<u64> {
    counts.try_fold(0_u64, |sum, count| sum.checked_add(*count)).filter(|sum| *sum < 1 << 53)
}

/// Longer texts are no codes.
const LONGEST_CODE: usize = 100;

/// The most characters of a part of a code that has no digit.
const SHORT_PART: usize = 3;

/// Whether a text could be a name of a row: a single word of ASCII, or a code in several parts such as `AB 12 345`.
pub(super) fn is_code(text: &str) -> bool {
    let mut parts = text.split_whitespace();
    let is_single = parts.next().is_some() && parts.next().is_none();
    let is_part = |part: &str| part.len() <= SHORT_PART || part.bytes().any(|byte| byte.is_ascii_digit());
    text.is_ascii() && text.len() <= LONGEST_CODE && (is_single || text.split_whitespace().all(is_part))
}
