//! Where the data came from, and the verdict over all columns.

use crate::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The program that wrote a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// `driftglass`.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// One of the two data sets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The file's name, without its folder.
    pub name: String,
    /// Rows read.
    pub rows: u64,
    /// Columns read.
    pub columns: u64,
    /// The size of the input in bytes, as stored.
    pub bytes: Option<u64>,
    /// The SHA-256 of the input as stored, in hexadecimal.
    pub sha256: Option<String>,
}

impl Source {
    /// Where the rows of both came from: the names side by side, rows and bytes added up.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        if self == Self::default() {
            return other;
        }
        if other == Self::default() {
            return self;
        }
        Self {
            name: if self.name == other.name { self.name } else { format!("{} + {}", self.name, other.name) },
            rows: self.rows + other.rows,
            columns: self.columns.max(other.columns),
            bytes: self.bytes.zip(other.bytes).map(|(own, other)| own + other),
            // The digest of two inputs is the digest of neither.
            sha256: None,
        }
    }
}

/// The verdict on the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The share of drifted columns is under the policy's limit.
    Stable,
    /// The share of drifted columns reaches the policy's limit.
    Drifted,
}

impl Verdict {
    /// Both, in the order of the declaration.
    pub const ALL: [Self; 2] = [Self::Stable, Self::Drifted];

    /// The name that the report JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Drifted => "drifted",
        }
    }
}

/// How much a column changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No change that the policy calls real.
    Stable,
    /// A real change, too small to matter.
    Slight,
    /// A real change that matters.
    Moderate,
    /// A real change that matters a lot.
    Severe,
    /// Not tested; the column's reason says why.
    Untested,
}

impl Status {
    /// Every status, mildest first.
    pub const ALL: [Self; 5] = [Self::Stable, Self::Slight, Self::Moderate, Self::Severe, Self::Untested];

    /// Every status, that which wants attention first; what was not tested last.
    pub const WORST_FIRST: [Self; 5] =
        [Self::Severe, Self::Moderate, Self::Slight, Self::Stable, Self::Untested];

    /// The name in the report and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Slight => "slight",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
            Self::Untested => "untested",
        }
    }
}

/// How many columns have each status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct StatusCounts {
    /// Columns without a real change.
    pub stable: u64,
    /// Columns with a real change too small to matter.
    pub slight: u64,
    /// Columns with a real change that matters.
    pub moderate: u64,
    /// Columns with a real change that matters a lot.
    pub severe: u64,
    /// Columns that were not tested.
    pub untested: u64,
}

impl StatusCounts {
    /// The number of columns with a status.
    pub fn get(&self, status: Status) -> u64 {
        match status {
            Status::Stable => self.stable,
            Status::Slight => self.slight,
            Status::Moderate => self.moderate,
            Status::Severe => self.severe,
            Status::Untested => self.untested,
        }
    }

    /// Counts one more column.
    pub fn add(&mut self, status: Status) {
        match status {
            Status::Stable => self.stable += 1,
            Status::Slight => self.slight += 1,
            Status::Moderate => self.moderate += 1,
            Status::Severe => self.severe += 1,
            Status::Untested => self.untested += 1,
        }
    }
}

/// What a schema says of the current data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Validation {
    /// Expectations that were looked at.
    pub expectations: u64,
    /// Expectations that the data break; a finding says what of each.
    pub broken: u64,
}

impl Validation {
    /// Whether the data are not what the schema says.
    pub fn is_broken(self) -> bool {
        self.broken > 0
    }
}

/// The verdict over all columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// The verdict on the data set.
    pub verdict: Verdict,
    /// Columns that were tested.
    pub tested: u64,
    /// Tested columns that drifted.
    pub drifted: u64,
    /// Drifted over tested; null where nothing was tested.
    pub share: Number,
    /// Columns by status.
    pub by_status: StatusCounts,
}
