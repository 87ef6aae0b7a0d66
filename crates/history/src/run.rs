//! A run: one comparison on record.

use crate::circuit::CircuitState;
use driftglass_core::report::{ColumnReport, PolicySummary, Source, Verdict};
use driftglass_core::{ColumnType, Report, Role};
use jiff::Timestamp;
use serde::Serialize;

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The gate let it pass.
    Passed,
    /// The gate stopped it for drift.
    Drifted,
    /// The current data were not what their schema says, so that drift was not asked for.
    Invalid,
    /// No column could be tested, so there is no verdict.
    Untested,
}

impl Outcome {
    const ALL: [Self; 4] = [Self::Passed, Self::Drifted, Self::Invalid, Self::Untested];

    /// The name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Drifted => "drifted",
            Self::Invalid => "invalid",
            Self::Untested => "untested",
        }
    }

    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// What a report does not know of its run.
#[derive(Debug, Clone, PartialEq)]
pub struct Circumstances {
    /// When it began.
    pub at: Timestamp,
    /// Who ran it.
    pub user: Option<String>,
    /// `report` or `check`.
    pub command: &'static str,
    /// What stops the gate: `dataset`, `any` and so on.
    pub gate: String,
    /// What it came to.
    pub outcome: Outcome,
    /// The exit code by that alone.
    pub exit_code: u8,
    /// The exit code where it passed and the circuit is open, which is known once the run is among the others.
    pub exit_code_if_open: u8,
    /// Where the report was written.
    pub reports: Vec<String>,
}

/// A run to be appended: a report and its circumstances.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The report.
    pub report: &'a Report,
    /// The rest.
    pub circumstances: Circumstances,
}

/// One comparison on record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Run {
    /// Its number, given once.
    pub id: i64,
    /// When it began.
    pub at: Timestamp,
    /// Who ran it.
    pub user: Option<String>,
    /// `report` or `check`.
    pub command: String,
    /// The version of driftglass.
    pub version: String,
    /// What it came to.
    pub outcome: Outcome,
    /// The exit code.
    pub exit_code: u8,
    /// What stops the gate.
    pub gate: String,
    /// What it left the circuit at, where there was a breaker.
    pub circuit: Option<CircuitState>,
    /// The verdict of the policy.
    pub verdict: Verdict,
    /// Columns that were tested.
    pub tested: u64,
    /// Tested columns that drifted.
    pub drifted: u64,
    /// Drifted over tested.
    pub share: Option<f64>,
    /// The data that the model is used to.
    pub reference: Input,
    /// The data that it met.
    pub current: Input,
    /// The least time in the current data, where a column is its timestamp.
    pub data_from: Option<Timestamp>,
    /// The greatest.
    pub data_to: Option<Timestamp>,
    /// The policy.
    pub policy: PolicySummary,
    /// Where the report was written.
    pub reports: Vec<String>,
}

/// One of the two data sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Input {
    /// The file's name.
    pub name: String,
    /// Rows read.
    pub rows: u64,
    /// The SHA-256 of the input as stored.
    pub sha256: Option<String>,
}

impl From<&Source> for Input {
    fn from(source: &Source) -> Self {
        Self { name: source.name.clone(), rows: source.rows, sha256: source.sha256.clone() }
    }
}

/// One column of a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// Its rank by strength of drift, from 0.
    pub place: u64,
    /// The column.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: String,
    /// How much it changed.
    pub status: String,
    /// Whether the policy calls it drifted.
    pub drifted: bool,
    /// The method that decided.
    pub method: Option<String>,
    /// Its statistic.
    pub statistic: Option<f64>,
    /// Its p-value.
    pub p_value: Option<f64>,
    /// That p-value adjusted over the report.
    pub q_value: Option<f64>,
    /// How large the change is.
    pub effect: Option<f64>,
    /// The lower end of its interval.
    pub effect_low: Option<f64>,
    /// The upper end.
    pub effect_high: Option<f64>,
    /// Missing values of the reference.
    pub missing_reference: u64,
    /// Missing values of the current data.
    pub missing_current: u64,
}

impl Score {
    /// What a report says of the column at a place of its list.
    pub fn of(place: usize, column: &ColumnReport) -> Self {
        let effect = column.effect.as_ref();
        let result = column.primary.and_then(|method| column.methods.get(&method));
        Self {
            place: place as u64,
            name: column.name.clone(),
            kind: column.kind.name().to_owned(),
            status: column.status.name().to_owned(),
            drifted: column.drifted,
            method: column.primary.map(|method| method.id().to_owned()),
            statistic: result.and_then(|result| result.statistic.get()),
            p_value: column.p_value.get(),
            q_value: column.q_value.get(),
            effect: effect.and_then(|effect| effect.value.get()),
            effect_low: effect.and_then(|effect| effect.low.get()),
            effect_high: effect.and_then(|effect| effect.high.get()),
            missing_reference: column.missing.reference,
            missing_current: column.missing.current,
        }
    }
}

/// What somebody said of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub user: Option<String>,
    /// What.
    pub text: String,
}

/// The least and greatest time in the current data, by the first column that is its timestamp.
pub fn time_of_data(report: &Report) -> [Option<Timestamp>; 2] {
    let is_clock = |column: &&ColumnReport| {
        column.role == Role::Timestamp && column.kind == ColumnType::Datetime && column.current.is_some()
    };
    let clock = report.columns.iter().filter(is_clock).min_by_key(|column| column.position);
    let Some(summary) = clock.and_then(|column| column.current.as_ref()) else { return [None, None] };
    [summary.min, summary.max].map(|seconds| {
        let milliseconds = (seconds.get()? * 1000.0).round();
        Timestamp::from_millisecond(milliseconds as i64).ok()
    })
}
