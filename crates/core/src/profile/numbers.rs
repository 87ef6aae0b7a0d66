//! Numbers with their counts, while they come in.

use super::census::Census;
use super::distinct::Distinct;
use super::grid::{ALL_BITS, Cells, bits_for, middle, side_by_side};
use super::rare::together;
use driftglass_stats::Distribution;
use std::borrow::Cow;

/// Numbers that wait before they are sorted in, at least.
const PENDING: usize = 1 << 14;

/// Numbers for which there is room at first.
const FIRST: usize = 64;

/// Bytes that a distinct number takes with its count, and with the room in which others wait.
const NUMBER: usize = 32;

/// The distinct numbers seen so far with their counts: in order, but for those that came last. Where they became too many, they
/// are rounded.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers {
    cells: Cells,
    pending: Vec<f64>,
    rounded: Option<Box<Rounded>>,
}

/// What is known of numbers that are held rounded.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rounded {
    /// The bits after the leading one that are held.
    pub(super) bits: u8,
    pub(super) least: f64,
    pub(super) greatest: f64,
    pub(super) distinct: Distinct,
    /// What they looked like.
    pub(super) census: Census,
    /// How many different ones were put together at the most, because they were rare.
    pub(super) blurred: u64,
}

impl Numbers {
    /// Adds a number that came a few times, at once.
    #[inline]
    pub(super) fn add(&mut self, number: f64, count: u64) {
        for _ in 0..count {
            if self.pending.len() == self.pending.capacity() {
                self.make_room();
            }
            self.pending.push(number);
        }
    }

    /// Makes room for others to wait: up to more of them than there are in order, so that all sorting in together is little work
    /// beside sorting them.
    #[cold]
    fn make_room(&mut self) {
        let most = |numbers: &Self| PENDING.max(5 * numbers.cells.count() / 2);
        if self.pending.len() >= most(self) {
            self.settle();
        }
        let room = (2 * self.pending.len()).max(self.cells.count()).clamp(FIRST, most(self));
        self.pending.reserve_exact(room - self.pending.len());
    }

    /// Adds numbers with their counts, which may be those of a whole file.
    pub(super) fn add_counted(&mut self, numbers: Vec<(f64, u64)>) {
        if numbers.is_empty() {
            return;
        }
        self.settle();
        self.take_in(&Cells { alone: Distribution::from_pairs(numbers), ..Cells::default() }, None);
    }

    pub(super) fn merge(&mut self, mut other: Self) {
        self.settle();
        other.settle();
        self.take_in(&other.cells, other.rounded);
    }

    /// Sorts in what is pending.
    pub(super) fn settle(&mut self) {
        if !self.pending.is_empty() {
            let alone = Distribution::from_values(std::mem::take(&mut self.pending));
            self.take_in(&Cells { alone, ..Cells::default() }, None);
        }
    }

    fn take_in(&mut self, cells: &Cells, rounded: Option<Box<Rounded>>) {
        let both = match (self.rounded.take(), rounded) {
            (None, None) => None,
            (own, other) => {
                let own = own.map_or_else(|| Rounded::of(&self.cells.alone), |own| *own);
                let other = other.map_or_else(|| Rounded::of(&cells.alone), |other| *other);
                Some(own.and(&other))
            }
        };
        self.cells = self.cells.merge(cells);
        if let Some(both) = both {
            self.cells = self.cells.with_bits(both.bits);
            self.rounded = Some(Box::new(both));
        }
    }

    /// Rounds them, as little as it takes to fit into so many bytes.
    pub(super) fn bound(&mut self, bytes: usize) {
        let most = bytes / NUMBER;
        if self.cells.count() > most {
            let bits = bits_for(self.cells.numbers(), most);
            let rounded = self.rounded.take().map_or_else(|| Rounded::of(&self.cells.alone), |own| *own);
            self.cells = self.cells.with_bits(bits);
            self.rounded = Some(Box::new(Rounded { bits, ..rounded }));
        }
    }

    /// The memory that they take.
    pub(super) fn bytes(&self) -> usize {
        let hashes = self.rounded().map_or(0, |rounded| rounded.distinct.bytes());
        self.cells.bytes() + 8 * self.pending.capacity() + hashes
    }

    /// The same without those that occur fewer than `least` times.
    pub(super) fn without_rare(self, least: u64) -> Self {
        let settled = self.settled();
        let (groups, most) = together(settled.cells.distribution().pairs(), least);
        let alone = Distribution::from_pairs(groups);
        if alone.is_empty() {
            return Self::default();
        }
        if most == 0 && settled.rounded().is_none() {
            return settled.into_owned();
        }
        let bits = settled.rounded().map_or(ALL_BITS, |rounded| rounded.bits);
        let blurred = settled.rounded().map_or(0, |rounded| rounded.blurred).max(most);
        let census = settled.census();
        let rounded = Rounded { bits, census, blurred, ..Rounded::of(&alone) };
        let cells = Cells { alone, ..Cells::default() }.with_bits(bits);
        Self { cells, pending: Vec::new(), rounded: Some(Box::new(rounded)) }
    }

    /// Numbers that were rounded, unless no numbers can have come to this.
    pub(super) fn of_rounded(cells: Cells, rounded: Rounded) -> Option<Self> {
        let Rounded { bits, least, greatest, ref distinct, ref census, blurred } = rounded;
        let total = cells.alone.total() + cells.together.total();
        let ends = cells.numbers().next().zip(cells.numbers().last())?;
        let sound = (bits < ALL_BITS || (bits == ALL_BITS && blurred > 0))
            && blurred <= total
            && cells.with_bits(bits) == cells
            && least.is_finite()
            && greatest.is_finite()
            && (middle(least, bits), middle(greatest, bits)) == (middle(ends.0, bits), middle(ends.1, bits))
            && distinct.is_of_at_least(cells.count())
            && census.is_of_numbers(total);
        sound.then(|| Self { cells, pending: Vec::new(), rounded: Some(Box::new(rounded)) })
    }

    /// In cells; all are settled.
    pub(super) fn cells(&self) -> &Cells {
        &self.cells
    }

    /// How they are rounded, where they are.
    pub(super) fn rounded(&self) -> Option<&Rounded> {
        self.rounded.as_deref()
    }

    pub(super) fn total(&self) -> u64 {
        self.cells.alone.total() + self.cells.together.total() + self.pending.len() as u64
    }

    pub(super) fn distinct(&self) -> usize {
        match &self.settled().rounded {
            Some(rounded) => rounded.distinct.estimate(self.total()) as usize,
            None => self.distribution().distinct(),
        }
    }

    pub(super) fn distinct_in_both(&self, other: &Self) -> usize {
        if self.rounded.is_none() && other.rounded.is_none() {
            return self.distribution().distinct_in_both(&other.distribution());
        }
        let mut both = self.clone();
        both.merge(other.clone());
        both.distinct()
    }

    /// The least and the greatest.
    pub(super) fn extremes(&self) -> Option<(f64, f64)> {
        let settled = self.settled();
        match &settled.rounded {
            Some(rounded) => Some((rounded.least, rounded.greatest)),
            None => Some((*settled.cells.alone.values().first()?, *settled.cells.alone.values().last()?)),
        }
    }

    pub(super) fn census(&self) -> Census {
        match &self.settled().rounded {
            Some(rounded) => rounded.census,
            None => Census::of_numbers(&self.distribution()),
        }
    }

    /// All of them in order, rounded where they are too many.
    pub(super) fn distribution(&self) -> Cow<'_, Distribution> {
        match self.settled() {
            Cow::Borrowed(Self { cells, rounded: None, .. }) => Cow::Borrowed(&cells.alone),
            Cow::Borrowed(settled) => Cow::Owned(settled.cells.distribution()),
            Cow::Owned(settled) => Cow::Owned(settled.cells.distribution()),
        }
    }

    /// Both sides rounded alike, where one is rounded, and the most of both that is in one cell.
    pub(super) fn side_by_side(sides: [&Self; 2]) -> Option<([Distribution; 2], f64)> {
        let bits = sides.into_iter().filter_map(|side| Some(side.rounded()?.bits)).min()?;
        let settled = sides.map(Self::settled);
        Some(side_by_side(settled.each_ref().map(|side| &side.cells), bits))
    }

    pub(super) fn settled(&self) -> Cow<'_, Self> {
        if self.pending.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut settled = self.clone();
        settled.settle();
        Cow::Owned(settled)
    }
}

impl Rounded {
    fn of(numbers: &Distribution) -> Self {
        Self {
            bits: ALL_BITS,
            least: numbers.values().first().copied().unwrap_or(f64::INFINITY),
            greatest: numbers.values().last().copied().unwrap_or(f64::NEG_INFINITY),
            distinct: Distinct::of(numbers),
            census: Census::of_numbers(numbers),
            blurred: 0,
        }
    }

    fn and(self, other: &Self) -> Self {
        Self {
            bits: self.bits.min(other.bits),
            least: self.least.min(other.least),
            greatest: self.greatest.max(other.greatest),
            distinct: self.distinct.and(&other.distinct),
            census: self.census.and(other.census),
            blurred: self.blurred + other.blurred,
        }
    }
}

impl From<Distribution> for Numbers {
    fn from(alone: Distribution) -> Self {
        Self { cells: Cells { alone, ..Cells::default() }, ..Self::default() }
    }
}

impl PartialEq for Numbers {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (self.settled(), other.settled());
        own.cells == other.cells && own.rounded == other.rounded
    }
}
