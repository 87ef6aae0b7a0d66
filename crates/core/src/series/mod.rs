//! A data set cut into steps of time, or of so many rows: a profile of each.
//!
//! Ranges of steps are merges of profiles, so one pass over the data is enough for windows of any length and for any reference that
//! moves. What is held does not depend on the order of the rows, on chunks or on threads; steps of rows follow the order of the file.

mod cut;
mod error;
mod length;

pub use cut::{Cut, Places};
pub use error::WindowError;
pub use length::{Length, Unit};

pub(crate) use cut::Step;

use crate::profile::RowSample;
use crate::{Chunk, Memory, MissingTokens, Parallel, Profile};
use indexmap::IndexSet;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Steps that are held. More are a mistake in the step or in the times.
const MOST: usize = 20_000;

/// The profiles of the steps of a data set.
#[derive(Debug, Clone)]
pub struct Series {
    cut: Cut,
    memory: Memory,
    empty: Profile,
    steps: BTreeMap<Step, Profile>,
    undated: Profile,
    /// In the order of the file.
    columns: IndexSet<Arc<str>>,
    /// Of all rows, because the samples of many steps would take much memory.
    sample: RowSample,
    rows: u64,
    late: u64,
    latest: Option<Step>,
    has_column: bool,
    has_too_many: bool,
}

impl Series {
    /// The series of no rows; all its profiles share the memory.
    pub fn new(cut: Cut, missing: MissingTokens, memory: Memory) -> Self {
        let empty = Profile::new(missing).without_sample();
        Self {
            cut,
            memory,
            undated: empty.clone().within(memory),
            empty,
            steps: BTreeMap::new(),
            columns: IndexSet::new(),
            sample: RowSample::default(),
            rows: 0,
            late: 0,
            latest: None,
            has_column: false,
            has_too_many: false,
        }
    }

    /// The series of no rows that takes those which follow.
    #[must_use]
    pub fn next(&self) -> Self {
        let next = Self::new(self.cut.clone(), self.empty.missing_tokens().clone(), self.memory);
        Self { rows: self.rows, latest: self.latest, ..next }
    }

    /// How it is cut.
    pub fn cut(&self) -> &Cut {
        &self.cut
    }

    /// Rows that were passed, here and before.
    pub fn rows_before(&self) -> u64 {
        self.rows
    }

    /// Adds the rows of a chunk to their steps.
    pub fn observe(&mut self, chunk: &Chunk, places: &Places) {
        self.has_column |=
            self.cut.column().is_none_or(|column| chunk.columns().any(|(name, _)| &**name == column));
        for (name, _) in chunk.columns() {
            if !self.columns.contains(name) {
                self.columns.insert(Arc::clone(name));
            }
        }
        let first = places.0.first().copied().flatten();
        if places.0.iter().all(|place| *place == first) {
            self.add(first, chunk);
            return;
        }
        let mut rows: BTreeMap<Option<Step>, Vec<usize>> = BTreeMap::new();
        for (row, place) in places.0.iter().enumerate() {
            rows.entry(*place).or_default().push(row);
        }
        for (place, rows) in rows {
            self.add(place, &chunk.select(&rows));
        }
    }

    /// Adds the rows of one step.
    fn add(&mut self, place: Option<Step>, chunk: &Chunk) {
        let known = self.steps.len();
        let profile = match place {
            None => &mut self.undated,
            Some(step) if known >= MOST && !self.steps.contains_key(&step) => {
                self.has_too_many = true;
                return;
            }
            Some(step) => self.steps.entry(step).or_insert_with(|| self.empty.clone()),
        };
        let (hashes, _) = profile.observe_cells(chunk);
        let places: Vec<usize> =
            chunk.columns().filter_map(|(name, _)| self.columns.get_index_of(name)).collect();
        let missing = self.empty.missing_tokens();
        self.sample.observe(chunk, &hashes, &places, self.columns.len(), missing);
        // Each has less where there are more; never less, on the way, than it has in the end.
        if self.steps.len() > known && self.steps.len().is_power_of_two() {
            self.bound(self.steps.len());
        }
    }

    fn bound(&mut self, steps: usize) {
        if self.memory == Memory::UNBOUNDED {
            return;
        }
        let memory = self.memory.among(steps);
        self.empty = std::mem::take(&mut self.empty).within(memory);
        for profile in self.steps.values_mut().chain([&mut self.undated]) {
            *profile = std::mem::take(profile).within(memory);
        }
    }

    /// Goes on behind the rows of a chunk, in the order of the file: counts those that stand behind rows of a later step.
    pub fn pass(&mut self, places: &Places) {
        self.rows += places.0.len() as u64;
        for &step in places.0.iter().flatten() {
            match self.latest {
                Some(latest) if step < latest => self.late += 1,
                _ => self.latest = Some(step),
            }
        }
    }

    /// About the memory that the values take.
    pub fn bytes(&self) -> u64 {
        self.steps.values().map(Profile::bytes).sum::<u64>() + self.undated.bytes()
    }

    /// The series of the rows of both.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let places: Vec<usize> =
            other.columns.into_iter().map(|name| self.columns.insert_full(name).0).collect();
        self.sample.merge(other.sample, &places, self.columns.len());
        for (step, profile) in other.steps {
            let own = self.steps.remove(&step).unwrap_or_else(|| self.empty.clone());
            self.steps.insert(step, own.merge(profile));
        }
        self.undated = std::mem::take(&mut self.undated).merge(other.undated);
        self.rows = self.rows.max(other.rows);
        self.late += other.late;
        self.latest = self.latest.max(other.latest);
        self.has_column |= other.has_column;
        self.has_too_many |= other.has_too_many || self.steps.len() > MOST;
        self
    }

    /// The same, with everything put in order. It may still be one of several files, which are judged together.
    #[must_use]
    pub fn settled(mut self) -> Self {
        self.bound(self.steps.len());
        self.steps.values_mut().chain([&mut self.undated]).for_each(Profile::settle);
        self
    }

    /// The same, settled, or why it cannot be used. Readers call it after the last chunk of the data set.
    pub fn finish(self) -> Result<Self, WindowError> {
        let settled = self.settled();
        let dated: u64 = settled.steps.values().map(Profile::rows).sum();
        let undated = settled.undated.rows();
        match settled.cut.column() {
            Some(column) if !settled.has_column && dated + undated > 0 => Err(WindowError::new(
                format!("no column is called \"{column}\""),
                "--timestamp names a column of the file's header, spelt as it is there",
            )),
            Some(column) if undated > dated => Err(WindowError::new(
                format!(
                    "column \"{column}\" cannot be read as a time in {undated} of {} rows",
                    dated + undated
                ),
                "write times as 2024-06-01 or 2024-06-01T18:00:00+02:00, or cut by rows: --every 1000rows",
            )),
            _ if settled.has_too_many => Err(WindowError::new(
                format!("there are more than {MOST} steps"),
                "use a longer step, or look for rows whose time is far from the others",
            )),
            _ => Ok(settled),
        }
    }

    /// The profile of all rows, as if they had not been cut.
    #[must_use]
    pub fn whole(&self, parallel: &impl Parallel) -> Profile {
        let unbounded = |profile: &Profile| profile.clone().within(Memory::UNBOUNDED);
        let parts = self.steps.values().chain([&self.undated]).map(unbounded).collect();
        merged(parts, parallel)
            .with_columns_first(self.columns.iter().cloned())
            .with_sample(self.sample.clone())
            .within(self.memory)
    }

    /// The profile of some steps, without a sample of their rows.
    pub(crate) fn part(&self, holds: impl Fn(Step) -> bool, parallel: &impl Parallel) -> Profile {
        let steps = self.steps.iter().filter(|(step, _)| holds(**step));
        let parts = steps.map(|(_, profile)| profile.clone().within(Memory::UNBOUNDED)).collect();
        merged(parts, parallel).with_columns_first(self.columns.iter().cloned()).within(self.memory)
    }

    /// The steps that have rows.
    pub(crate) fn steps(&self) -> &BTreeMap<Step, Profile> {
        &self.steps
    }

    /// Rows that stand behind rows of a later step.
    pub(crate) fn late(&self) -> u64 {
        self.late
    }

    /// Rows without a time.
    pub(crate) fn undated(&self) -> u64 {
        self.undated.rows()
    }
}

/// The profile of all parts: of pairs, and of pairs of these, so that no value is merged more often than it must be.
pub(crate) fn merged(mut parts: Vec<Profile>, parallel: &impl Parallel) -> Profile {
    while parts.len() > 1 {
        let mut pairs = Vec::with_capacity(parts.len().div_ceil(2));
        let mut rest = parts.into_iter();
        while let Some(first) = rest.next() {
            pairs.push((first, rest.next()));
        }
        parts = parallel.map(pairs, |(first, second)| match second {
            Some(second) => first.merge(second),
            None => first,
        });
    }
    parts.pop().unwrap_or_default()
}
