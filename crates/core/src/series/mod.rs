//! A data set cut into steps of time, or of so many rows: a profile of each.
//!
//! Ranges of steps are merges of profiles, so one pass over the data is enough for windows of any length and for any reference that
//! moves. What is held does not depend on the order of the rows, on chunks or on threads; steps of rows follow the order of the file.

mod cut;
mod error;
mod length;
mod step;

pub use cut::{Cut, Places};
pub use error::WindowError;
pub use length::{Length, Unit};

pub(crate) use cut::Step;
pub(crate) use step::StepProfile;

use crate::policy::{PolicyError, nearest};
use crate::profile::RowSample;
use crate::{Chunk, Memory, MissingTokens, Parallel, Profile};
use indexmap::IndexSet;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Steps that are held. More are a mistake in the step or in the times.
const MOST: usize = 20_000;

/// Steps from which on those are packed that get no rows for now.
const MANY: usize = 16;

/// The profiles of the steps of a data set.
#[derive(Debug, Clone)]
pub struct Series {
    cut: Cut,
    memory: Memory,
    empty: Profile,
    steps: BTreeMap<Step, StepProfile>,
    undated: Profile,
    /// How many steps there were when each last got its part of the memory.
    bounded_at: usize,
    /// With so many steps all are packed that can be.
    packed_at: usize,
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
        let empty = Profile::new(missing).without_sample().within(memory);
        Self {
            cut,
            memory,
            undated: empty.clone(),
            empty,
            steps: BTreeMap::new(),
            bounded_at: 1,
            packed_at: MANY,
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
            Some(step) => {
                self.steps.entry(step).or_insert_with(|| StepProfile::Open(self.empty.clone())).open()
            }
        };
        let (hashes, _) = profile.observe_cells(chunk);
        let places: Vec<usize> =
            chunk.columns().filter_map(|(name, _)| self.columns.get_index_of(name)).collect();
        let missing = self.empty.missing_tokens();
        self.sample.observe(chunk, &hashes, &places, self.columns.len(), missing);
        if self.steps.len() > known {
            self.grown(place);
        }
    }

    /// Keeps to the memory once there are more steps; of these, one is added to.
    fn grown(&mut self, open: Option<Step>) {
        let steps = self.steps.len();
        // Each has less where there are more; never less, on the way, than it has in the end.
        if steps >= 2 * self.bounded_at {
            self.bound(steps);
        }
        // Each time there are a quarter more: rows in any order open each step again, and that must stay little work.
        if steps >= self.packed_at {
            self.packed_at = steps + steps / 4;
            self.pack(open);
        }
    }

    /// Packs all steps but one.
    fn pack(&mut self, except: Option<Step>) {
        for (step, profile) in &mut self.steps {
            if Some(*step) != except {
                *profile = std::mem::take(profile).packed();
            }
        }
    }

    fn bound(&mut self, steps: usize) {
        self.bounded_at = steps;
        if self.memory == Memory::UNBOUNDED {
            return;
        }
        let memory = self.memory.among(steps);
        self.empty = std::mem::take(&mut self.empty).within(memory);
        self.undated = std::mem::take(&mut self.undated).within(memory);
        for profile in self.steps.values_mut() {
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
        self.steps.values().map(StepProfile::bytes).sum::<u64>() + self.undated.bytes()
    }

    /// The series of the rows of both.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let places: Vec<usize> =
            other.columns.into_iter().map(|name| self.columns.insert_full(name).0).collect();
        self.sample.merge(other.sample, &places, self.columns.len());
        for (step, profile) in other.steps {
            let both = match self.steps.remove(&step) {
                Some(own) => own.merge(profile),
                None => profile,
            };
            self.steps.insert(step, both);
        }
        // The steps of either may have had more.
        self.bounded_at = self.bounded_at.min(other.bounded_at);
        self.grown(None);
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
        self.undated.settle();
        self.pack(None);
        self
    }

    /// The same, settled, or why it cannot be used. Readers call it after the last chunk of the data set.
    pub fn finish(self) -> Result<Self, WindowError> {
        let settled = self.settled();
        let dated: u64 = settled.steps.values().map(StepProfile::rows).sum();
        let undated = settled.undated.rows();
        match settled.cut.column() {
            Some(column) if !settled.has_column && dated + undated > 0 => {
                let columns = settled.columns.iter().map(|name| &**name);
                Err(PolicyError::UnknownColumn { name: column.to_owned(), nearest: nearest(column, columns) }
                    .into())
            }
            Some(column) if undated > dated => Err(WindowError::new(
                format!(
                    "column \"{column}\" cannot be read as a time in {undated} of {} rows",
                    dated + undated
                ),
                "write times as 2024-06-01 or 2024-06-01T18:00:00+02:00, or cut by rows: every 1000rows",
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
        self.gathered(|_| true, Some(&self.undated), parallel)
            .with_sample(self.sample.clone())
            .within(self.memory)
    }

    /// The profile of some steps, without a sample of their rows.
    pub(crate) fn part(&self, holds: impl Fn(Step) -> bool + Sync, parallel: &impl Parallel) -> Profile {
        self.gathered(holds, None, parallel).within(self.memory)
    }

    /// The profile of some steps and of other rows: column by column, so that one of them alone is unpacked by each thread.
    fn gathered(
        &self,
        holds: impl Fn(Step) -> bool + Sync,
        others: Option<&Profile>,
        parallel: &impl Parallel,
    ) -> Profile {
        let steps = || self.steps.iter().filter(|(step, _)| holds(**step)).map(|(_, profile)| profile);
        let rows = steps().map(StepProfile::rows).chain(others.map(Profile::rows)).sum();
        let columns = parallel.map(self.columns.iter().cloned().collect(), |name| {
            let others = others.map(|profile| profile.of_column(&name));
            let merged = merged(steps().map(|profile| profile.of_column(&name)).chain(others));
            (name, merged)
        });
        Profile::of_columns(rows, self.empty.missing_tokens().clone(), columns)
    }

    /// The steps that have rows.
    pub(crate) fn steps(&self) -> &BTreeMap<Step, StepProfile> {
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
pub(crate) fn merged(parts: impl IntoIterator<Item = Profile>) -> Profile {
    // Each with the number of its parts, which wait for as many others.
    let mut waiting: Vec<(usize, Profile)> = Vec::new();
    for part in parts {
        let (mut number, mut whole) = (1, part);
        while let Some((_, before)) = waiting.pop_if(|(before, _)| *before == number) {
            (number, whole) = (2 * number, before.merge(whole));
        }
        waiting.push((number, whole));
    }
    let rest = waiting.into_iter().map(|(_, part)| part).rev();
    rest.reduce(|after, before| before.merge(after)).unwrap_or_default()
}
