//! The whole history as JSON.

use crate::action::ActionRecord;
use crate::error::Result;
use crate::incident::{Incident, Means, incidents};
use crate::open::History;
use crate::run::{Note, Run, Score};
use serde::Serialize;

/// Everything that a history holds, and what follows from it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Export {
    schema: &'static str,
    /// Every run, in the order in which they began.
    pub runs: Vec<ExportedRun>,
    /// The incidents among them.
    pub incidents: Vec<Incident>,
    mean_seconds_to_detection: Option<f64>,
    mean_seconds_to_resolution: Option<f64>,
}

/// A run with what belongs to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExportedRun {
    /// The run.
    #[serde(flatten)]
    pub run: Run,
    /// Its columns, strongest drift first.
    pub columns: Vec<Score>,
    /// What was said of it.
    pub notes: Vec<Note>,
    /// What it asked of hooks.
    pub actions: Vec<ActionRecord>,
}

impl Export {
    /// Reads all of a history.
    pub fn of(history: &History) -> Result<Self> {
        let runs = history.runs()?;
        let incidents = incidents(&runs);
        let means = Means::of(&incidents);
        let with_parts = |run: Run| {
            Ok(ExportedRun {
                columns: history.scores(run.id)?,
                notes: history.notes(run.id)?,
                actions: history.actions(run.id)?,
                run,
            })
        };
        Ok(Self {
            schema: "driftglass.history/1",
            runs: runs.into_iter().map(with_parts).collect::<Result<_>>()?,
            incidents,
            mean_seconds_to_detection: means.detection.map(|mean| mean.as_secs_f64()),
            mean_seconds_to_resolution: means.resolution.map(|mean| mean.as_secs_f64()),
        })
    }

    /// Indented JSON, ending in a newline.
    ///
    /// # Panics
    /// Never: the keys are strings and the numbers finite.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("string keys and finite numbers");
        text.push('\n');
        text
    }
}
