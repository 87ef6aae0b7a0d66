//! Both samples of rows, and what each row counts.

use crate::profile::Profile;
use crate::{Parallel, TextColumn};
use driftglass_stats::Weights;
use std::collections::BTreeSet;

/// Both samples: of each row its hash and how often it occurs, in the order of the hashes.
pub(super) struct Rows<'a> {
    profiles: [&'a Profile; 2],
    pub(super) sides: [Vec<(u64, u64)>; 2],
}

/// What the first rows of one side count.
pub(super) struct Counts {
    count: Vec<f64>,
    variance: Vec<f64>,
}

impl Counts {
    pub(super) fn weights(&self) -> Weights<'_> {
        Weights { count: &self.count, variance: &self.variance }
    }

    /// These rows alone.
    pub(super) fn of(&self, rows: &[usize]) -> Self {
        let pick = |values: &[f64]| rows.iter().map(|&row| values[row]).collect();
        Self { count: pick(&self.count), variance: pick(&self.variance) }
    }
}

impl<'a> Rows<'a> {
    pub(super) fn new(profiles: [&'a Profile; 2]) -> Self {
        Self { profiles, sides: profiles.map(|profile| profile.sample().rows().collect()) }
    }

    /// The places of a column, unless a side does not have it.
    pub(super) fn places(&self, name: &str) -> Option<[usize; 2]> {
        let [reference, current] = self.profiles.map(|profile| profile.place(name).map(|(place, _)| place));
        Some([reference?, current?])
    }

    /// The cells of columns at these places, on each side column by column.
    pub(super) fn cells(&self, places: &[[usize; 2]], parallel: &impl Parallel) -> [Vec<TextColumn>; 2] {
        let cells = parallel.map(vec![0, 1], |side| {
            let places: Vec<usize> = places.iter().map(|places| places[side]).collect();
            self.profiles[side].sample().columns(&places)
        });
        <[_; 2]>::try_from(cells).expect("two sides")
    }

    /// The counts of the rows of each side, or of no more than so many of the first, which are a uniform sample of its distinct rows again.
    ///
    /// Copies of a row are observations of their own where chance makes them, as with few columns of few levels: then the other
    /// side has that row too. Copies of a row that the other side does not have were more likely written
    /// several times, and count as one observation; so do they where not every distinct row was taken, since they come into the sample
    /// together or not at all.
    pub(super) fn counts(&self, most: Option<usize>) -> [Counts; 2] {
        let taken = [0, 1].map(|side| self.sides[side].len().min(most.unwrap_or(usize::MAX)));
        let hashes = [0, 1].map(|side| {
            self.sides[side][..taken[side]].iter().map(|(hash, _)| *hash).collect::<BTreeSet<u64>>()
        });
        [0, 1].map(|side| {
            let whole = taken[side] == self.sides[side].len() && self.profiles[side].sample_is_complete();
            let mut counts =
                Counts { count: Vec::with_capacity(taken[side]), variance: Vec::with_capacity(taken[side]) };
            for (hash, count) in &self.sides[side][..taken[side]] {
                let count = *count as f64;
                let one_each = whole && hashes[1 - side].contains(hash);
                counts.count.push(count);
                counts.variance.push(if one_each { count } else { count * count });
            }
            counts
        })
    }
}
