//! How often each value occurs.

use std::ops::{AddAssign, Range};

/// Counts, each of four bytes for as long as none needs more: there are as many as distinct values, and most are small.
#[derive(Debug, Clone)]
pub(crate) enum Counts {
    Small(Vec<u32>),
    Large(Vec<u64>),
}

impl Counts {
    /// None, with room for so many.
    pub(crate) fn with_capacity(most: usize) -> Self {
        Self::Small(Vec::with_capacity(most))
    }

    /// How often each value occurs of some that are in order; leaves the distinct ones.
    pub(crate) fn of_sorted<T: Copy + PartialOrd>(sorted: &mut Vec<T>) -> Self {
        if u32::try_from(sorted.len()).is_ok() {
            Self::Small(lengths_of_runs(sorted))
        } else {
            Self::Large(lengths_of_runs(sorted))
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Small(counts) => counts.len(),
            Self::Large(counts) => counts.len(),
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        match self {
            Self::Small(counts) => size_of_val(counts.as_slice()),
            Self::Large(counts) => size_of_val(counts.as_slice()),
        }
    }

    /// The count at a place; 0 where there is none.
    #[inline]
    pub(crate) fn get(&self, place: usize) -> u64 {
        match self {
            Self::Small(counts) => counts.get(place).copied().map_or(0, u64::from),
            Self::Large(counts) => counts.get(place).copied().unwrap_or(0),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        (0..self.len()).map(|place| self.get(place))
    }

    /// The sum of those at these places; there may be none behind some.
    pub(crate) fn sum(&self, places: Range<usize>) -> u64 {
        let within = |len: usize| places.start.min(len)..places.end.min(len);
        match self {
            Self::Small(counts) => counts[within(counts.len())].iter().map(|count| u64::from(*count)).sum(),
            Self::Large(counts) => counts[within(counts.len())].iter().sum(),
        }
    }

    #[inline]
    pub(crate) fn push(&mut self, count: u64) {
        if let (Self::Small(counts), Ok(count)) = (&mut *self, u32::try_from(count)) {
            return counts.push(count);
        }
        self.large().push(count);
    }

    /// Adds to the count at a place, which there is.
    #[inline]
    pub(crate) fn add(&mut self, place: usize, more: u64) {
        if let Self::Small(counts) = self
            && let Ok(count) = u32::try_from(u64::from(counts[place]) + more)
        {
            counts[place] = count;
            return;
        }
        self.large()[place] += more;
    }

    pub(crate) fn shrink_to_fit(&mut self) {
        match self {
            Self::Small(counts) => counts.shrink_to_fit(),
            Self::Large(counts) => counts.shrink_to_fit(),
        }
    }

    /// The same with room for larger ones.
    #[cold]
    fn large(&mut self) -> &mut Vec<u64> {
        if let Self::Small(counts) = self {
            *self = Self::Large(counts.iter().copied().map(u64::from).collect());
        }
        match self {
            Self::Large(counts) => counts,
            Self::Small(_) => unreachable!("they have been widened"),
        }
    }
}

/// Each value is written over its equal or behind what is smaller: nothing has to be guessed, which with some ties among many values
/// takes longer than all the rest.
fn lengths_of_runs<T: Copy + PartialOrd, C: Copy + From<u8> + AddAssign>(sorted: &mut Vec<T>) -> Vec<C> {
    let Some(&(mut last)) = sorted.first() else { return Vec::new() };
    let mut lengths = vec![C::from(0); sorted.len()];
    let mut run = 0;
    for place in 0..sorted.len() {
        let value = sorted[place];
        run += usize::from(value > last);
        last = value;
        sorted[run] = value;
        lengths[run] += C::from(1);
    }
    sorted.truncate(run + 1);
    lengths.truncate(run + 1);
    lengths
}

impl Default for Counts {
    fn default() -> Self {
        Self::Small(Vec::new())
    }
}

/// The same counts, whatever they take.
impl PartialEq for Counts {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
