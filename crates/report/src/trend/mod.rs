//! Runs over time: the page of a trend, and the pages of a site, which has one for each run beside it.

mod columns;
mod head;
mod index;
mod remarks;
mod run;
mod runs;

pub use index::{is_trend_page, trend_page};
pub use run::{RunEvidence, run_page};

use crate::format::time::{DAY, instant};
use driftglass_core::report::Status;

/// Runs in their order, the oldest first, and what is known of all of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// The runs.
    pub runs: Vec<TrendRun>,
    /// The incidents among them.
    pub incidents: Vec<Stretch>,
    /// What else there is to know, each with its name.
    pub facts: Vec<(&'static str, String)>,
}

/// Runs that belong together, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first.
    pub from: usize,
    /// The one that ended it; none where it lasts.
    pub to: Option<usize>,
}

/// A run among others.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendRun {
    /// What it is called.
    pub name: String,
    /// When it was, in seconds since 1970-01-01 UTC, where that is known.
    pub at: Option<f64>,
    /// What it came to.
    pub outcome: TrendOutcome,
    /// Columns that were tested.
    pub tested: u64,
    /// Tested columns that drifted.
    pub drifted: u64,
    /// The name of the reference data.
    pub reference: String,
    /// The name of the current data.
    pub current: String,
    /// Every column, strongest drift first.
    pub columns: Vec<TrendColumn>,
    /// The effects from which a change is moderate and severe.
    pub limits: Option<[f64; 2]>,
    /// What was said of it and done about it.
    pub remarks: Vec<Remark>,
    /// What else there is to know of it, each with its name.
    pub facts: Vec<(&'static str, String)>,
    /// The policy as settings.
    pub policy: String,
    /// Where its page is, from the page of the trend; none where it has none.
    pub page: Option<String>,
}

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendOutcome {
    /// The gate let it pass.
    Passed,
    /// The gate stopped it for drift.
    Drifted,
    /// The data broke their schema.
    Invalid,
    /// No column could be tested.
    Untested,
}

/// A column of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendColumn {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: String,
    /// How much it changed.
    pub status: Status,
    /// Whether the policy calls it drifted.
    pub drifted: bool,
    /// The method that decided.
    pub method: Option<String>,
    /// Its statistic.
    pub statistic: Option<f64>,
    /// How large the change is.
    pub effect: Option<f64>,
    /// Its p-value, adjusted.
    pub q_value: Option<f64>,
}

/// What was said of a run, or done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Which of both.
    pub kind: RemarkKind,
    /// In words.
    pub text: String,
    /// More of it, a line each.
    pub details: Vec<String>,
}

/// What a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// Somebody said something.
    Note,
    /// A hook was run.
    Action,
}

impl TrendOutcome {
    /// In a word.
    fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Drifted => "drifted",
            Self::Invalid => "invalid",
            Self::Untested => "untested",
        }
    }

    /// Its mark, which is that of a status.
    fn mark(self) -> Status {
        match self {
            Self::Passed => Status::Stable,
            Self::Drifted => Status::Severe,
            Self::Invalid => Status::Moderate,
            Self::Untested => Status::Untested,
        }
    }
}

/// Two days, over which an instant is told to the minute.
const TO_THE_MINUTE: f64 = 2.0 * DAY;

impl TrendRun {
    /// When it was, to the minute; nothing where that is not known.
    fn moment(&self) -> Option<String> {
        self.at.map(|at| instant(at, TO_THE_MINUTE))
    }

    /// The share of tested columns that drifted.
    pub(crate) fn share(&self) -> Option<f64> {
        (self.tested > 0).then(|| self.drifted as f64 / self.tested as f64)
    }
}
