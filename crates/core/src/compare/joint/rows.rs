//! Both samples of rows, and what each row counts.

use crate::profile::{Profile, SampledRow};
use driftglass_stats::Weights;
use std::collections::BTreeSet;

/// Both samples, the rows of each in the order of their hashes.
pub(super) struct Rows<'a> {
    pub(super) profiles: [&'a Profile; 2],
    pub(super) sides: [Vec<(u64, &'a SampledRow)>; 2],
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

    /// The counts of the first rows of each side, at most so many, which are a uniform sample of its distinct rows again.
    ///
    /// Copies of a row are observations of their own where chance makes them, as with few columns of few levels: then the other
    /// side has that row too. Copies of a row that the other side does not have were more likely written
    /// several times, and count as one observation; so do they where not every distinct row was taken, since they come into the sample
    /// together or not at all.
    pub(super) fn counts(&self, most: usize) -> [Counts; 2] {
        let taken = [0, 1].map(|side| self.sides[side].len().min(most));
        let hashes = [0, 1].map(|side| {
            self.sides[side][..taken[side]].iter().map(|(hash, _)| *hash).collect::<BTreeSet<u64>>()
        });
        [0, 1].map(|side| {
            let whole = taken[side] == self.sides[side].len() && self.profiles[side].sample_is_complete();
            let mut counts =
                Counts { count: Vec::with_capacity(taken[side]), variance: Vec::with_capacity(taken[side]) };
            for (hash, row) in &self.sides[side][..taken[side]] {
                let count = row.count as f64;
                let one_each = whole && hashes[1 - side].contains(hash);
                counts.count.push(count);
                counts.variance.push(if one_each { count } else { count * count });
            }
            counts
        })
    }
}
