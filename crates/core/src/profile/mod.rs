//! Profiles: what a comparison needs to know of the rows seen so far. Two profiles merge into the profile
//! of both, in any order and any grouping.

mod cell;
mod census;
mod column;
mod dates;
mod decimal;
mod detail;
mod distinct;
mod figures;
mod grid;
mod grouped;
mod held;
mod levels;
mod memory;
mod missing;
mod numbers;
mod packed;
mod rare;
mod run;
mod sample;
mod saved;
mod short;

pub use column::ColumnProfile;
pub use memory::Memory;
pub use missing::MissingTokens;
pub use saved::UnsoundProfile;

pub(crate) use cell::{Moment, cell_instant, cell_moment, cell_number, format_number, value_moment};
pub(crate) use census::{Census, Spelling};
pub(crate) use column::{Line, Whole, level, position};
pub(crate) use detail::{Common, Detail};
pub(crate) use figures::Comma;
pub(crate) use grouped::GROUPS;
pub(crate) use packed::PackedProfile;
pub(crate) use sample::{RowHashes, RowSample};

use crate::Chunk;
use crate::report::{Finding, Source};
use indexmap::IndexMap;
use std::sync::Arc;

/// What a comparison needs to know of a data set.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// Where the rows came from.
    pub source: Source,
    /// What the reader found on the way.
    pub findings: Vec<Finding>,
    rows: u64,
    missing: MissingTokens,
    columns: IndexMap<Arc<str>, ColumnProfile>,
    sample: RowSample,
    memory: Memory,
    min_count: Option<u64>,
    /// Whether its rows were not sampled, because they are a part of others that are.
    unsampled: bool,
}

impl Profile {
    /// The profile of no rows; cells that `missing` names will count as missing.
    pub fn new(missing: MissingTokens) -> Self {
        Self { missing, ..Self::default() }
    }

    /// The same profile in so much memory: of a column with too many values not all are told apart.
    #[must_use]
    pub fn within(mut self, memory: Memory) -> Self {
        self.memory = memory;
        self.settle();
        self
    }

    /// Adds the rows of a chunk. A column that the chunk does not have, or that no earlier chunk had, is missing in
    /// those rows.
    pub fn observe(&mut self, chunk: &Chunk) {
        let (hashes, places) = self.observe_cells(chunk);
        if !self.unsampled {
            self.sample.observe(chunk, &hashes, &places, self.columns.len(), &self.missing);
        }
    }

    /// Adds the rows of a chunk, but to no sample: the hashes of the rows, and the places of the chunk's columns.
    pub(crate) fn observe_cells(&mut self, chunk: &Chunk) -> (RowHashes, Vec<usize>) {
        self.rows += chunk.rows() as u64;
        let mut hashes = RowHashes::new(chunk.rows());
        let mut places = Vec::new();
        for (name, cells) in chunk.columns() {
            let place = self
                .columns
                .get_index_of(name)
                .unwrap_or_else(|| self.columns.insert_full(name.clone(), ColumnProfile::default()).0);
            places.push(place);
            let seed = RowHashes::column(name);
            self.columns[place].observe(cells, &self.missing, |row, cell| hashes.add(row, seed, cell));
        }
        self.bound();
        (hashes, places)
    }

    /// The same profile without a sample of its rows, now and later.
    #[must_use]
    pub(crate) fn without_sample(mut self) -> Self {
        self.unsampled = true;
        self.sample = RowSample::default();
        self
    }

    /// The same profile with a sample of its rows, whose columns are in the profile's order.
    #[must_use]
    pub(crate) fn with_sample(mut self, sample: RowSample) -> Self {
        self.unsampled = false;
        self.sample = sample;
        self
    }

    /// The profile of so many rows, column by column, without a sample of them; a profile holds what there is of its column.
    pub(crate) fn of_columns(
        rows: u64,
        missing: MissingTokens,
        columns: impl IntoIterator<Item = (Arc<str>, Self)>,
    ) -> Self {
        let column = |(name, mut profile): (Arc<str>, Self)| {
            let column = profile.columns.swap_remove(&name).unwrap_or_default();
            (name, column)
        };
        let columns = columns.into_iter().map(column).collect();
        Self { rows, missing, columns, unsampled: true, ..Self::default() }
    }

    /// Of one column alone, what there is, and no sample.
    pub(crate) fn of_column(&self, name: &str) -> Self {
        let column = self.columns.get_key_value(name).map(|(name, column)| (name.clone(), column.clone()));
        Self {
            rows: self.rows,
            missing: self.missing.clone(),
            columns: column.into_iter().collect(),
            min_count: self.min_count,
            unsampled: true,
            ..Self::default()
        }
    }

    /// Whether there is no sample of the rows.
    pub(crate) fn is_unsampled(&self) -> bool {
        self.unsampled
    }

    /// Puts the numbers in order that came in last. Readers call it after the last chunk: a comparison takes less time then, and
    /// what is held depends on the rows alone.
    pub fn settle(&mut self) {
        self.columns.values_mut().for_each(ColumnProfile::settle);
        self.bound();
    }

    /// About the memory that the values take.
    pub fn bytes(&self) -> u64 {
        self.columns.values().map(|column| column.bytes() as u64).sum()
    }

    /// Keeps to the memory that there is.
    fn bound(&mut self) {
        if let Some(bytes) = self.memory.of_column(self.columns.len()) {
            self.columns.values_mut().for_each(|column| column.bound(bytes));
        }
    }

    /// The profile of the rows of both. Columns keep this profile's order; those that only `other` has follow.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.rows += other.rows;
        let mut places = Vec::with_capacity(other.columns.len());
        for (name, column) in other.columns {
            places.push(match self.columns.get_full_mut(&name) {
                Some((place, _, own)) => {
                    own.merge(column);
                    place
                }
                None => self.columns.insert_full(name, column).0,
            });
        }
        self.sample.merge(other.sample, &places, self.columns.len());
        self.min_count = self.min_count.max(other.min_count);
        self.unsampled |= other.unsampled;
        if self.min_count.is_some() || self.unsampled {
            // A sample of a part is none of the whole.
            self.sample = RowSample::default();
        }
        self.findings.extend(other.findings);
        // In an order of their own, because there is none among parts.
        self.findings.sort();
        self.source = self.source.and(other.source);
        self.memory = self.memory.and(other.memory);
        if self.memory != Memory::UNBOUNDED {
            self.settle();
        }
        self
    }

    /// The spellings that counted as missing.
    pub fn missing_tokens(&self) -> &MissingTokens {
        &self.missing
    }

    /// Rows seen.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Columns seen, in the order of the file.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &ColumnProfile)> {
        self.columns.iter().map(|(name, column)| (name.as_ref(), column))
    }

    /// A column by its name.
    pub fn column(&self, name: &str) -> Option<&ColumnProfile> {
        self.columns.get(name)
    }

    /// A column by its name, with its place.
    pub(crate) fn place(&self, name: &str) -> Option<(usize, &ColumnProfile)> {
        self.columns.get_full(name).map(|(place, _, column)| (place, column))
    }

    /// The sample of rows; its columns are in the order of [`columns`](Self::columns).
    pub(crate) fn sample(&self) -> &RowSample {
        &self.sample
    }

    /// Whether the sample holds every distinct row.
    pub(crate) fn sample_is_complete(&self) -> bool {
        self.sample.total() == self.rows
    }

    /// How many of the rows have no value in a column.
    pub fn missing(&self, column: &ColumnProfile) -> u64 {
        self.rows - column.values()
    }
}
