//! Profiles: what a comparison needs to know of the rows seen so far. Two profiles merge into the profile
//! of both, in any order and any grouping.

mod cell;
mod column;
mod dates;
mod levels;
mod missing;

pub use column::ColumnProfile;
pub use missing::MissingTokens;

pub(crate) use column::{Census, Line};
pub(crate) use dates::DayOrder;

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
}

impl Profile {
    /// The profile of no rows; cells that `missing` names will count as missing.
    pub fn new(missing: MissingTokens) -> Self {
        Self { missing, ..Self::default() }
    }

    /// Adds the rows of a chunk. A column that the chunk does not have, or that no earlier chunk had, is missing in
    /// those rows.
    pub fn observe(&mut self, chunk: &Chunk) {
        self.rows += chunk.rows() as u64;
        for (name, cells) in chunk.columns() {
            if let Some(column) = self.columns.get_mut(name) {
                column.observe(cells, &self.missing);
            } else {
                let mut column = ColumnProfile::default();
                column.observe(cells, &self.missing);
                self.columns.insert(name.clone(), column);
            }
        }
    }

    /// The profile of the rows of both. Columns keep this profile's order; those that only `other` has follow.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.rows += other.rows;
        for (name, column) in other.columns {
            match self.columns.get_mut(&name) {
                Some(own) => own.merge(column),
                None => {
                    self.columns.insert(name, column);
                }
            }
        }
        self.findings.extend(other.findings);
        self.source = self.source.and(other.source);
        self
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

    /// How many of the rows have no value in a column.
    pub fn missing(&self, column: &ColumnProfile) -> u64 {
        self.rows - column.values()
    }
}
