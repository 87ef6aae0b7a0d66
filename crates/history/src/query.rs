//! What a history answers.

use crate::action::{Action, ActionRecord, ActionState, Attempt};
use crate::circuit::CircuitState;
use crate::error::{Error, Result};
use crate::open::History;
use crate::run::{Input, Note, Outcome, Run, Score};
use driftglass_core::report::Verdict;
use jiff::Timestamp;
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Connection, OptionalExtension, Row};

impl History {
    /// Every run, in the order in which they began.
    pub fn runs(&self) -> Result<Vec<Run>> {
        all_runs(&self.connection)
    }

    /// A run by its number.
    pub fn run(&self, id: i64) -> Result<Run> {
        let found = self.connection.query_row("SELECT * FROM runs WHERE id = ?", [id], run).optional()?;
        found.ok_or(Error::NoSuchRun(id))
    }

    /// The columns of a run, strongest drift first.
    pub fn scores(&self, run: i64) -> Result<Vec<Score>> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM scores WHERE run = ? ORDER BY place")?;
        let scores = statement.query_map([run], score)?.collect::<rusqlite::Result<_>>()?;
        Ok(scores)
    }

    /// What was said of a run, in that order.
    pub fn notes(&self, run: i64) -> Result<Vec<Note>> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM notes WHERE run = ? ORDER BY id")?;
        let notes = statement.query_map([run], note)?.collect::<rusqlite::Result<_>>()?;
        Ok(notes)
    }

    /// What a run asked of hooks, in that order.
    pub fn actions(&self, run: i64) -> Result<Vec<ActionRecord>> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM actions WHERE run = ? ORDER BY id")?;
        let mut attempts =
            self.connection.prepare_cached("SELECT * FROM attempts WHERE action = ? ORDER BY number")?;
        let actions = statement.query_map([run], |row| {
            let id: i64 = row.get("id")?;
            Ok(ActionRecord {
                at: time(row, "at")?,
                action: parsed(row, "action", Action::of_name)?,
                hook: row.get("hook")?,
                state: parsed(row, "state", ActionState::of_name)?,
                attempts: attempts.query_map([id], attempt)?.collect::<rusqlite::Result<_>>()?,
            })
        })?;
        Ok(actions.collect::<rusqlite::Result<_>>()?)
    }
}

/// Every run, in the order in which they began.
pub(crate) fn all_runs(connection: &Connection) -> Result<Vec<Run>> {
    let mut statement = connection.prepare("SELECT * FROM runs ORDER BY at, id")?;
    let runs = statement.query_map([], run)?.collect::<rusqlite::Result<_>>()?;
    Ok(runs)
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        began: time(row, "began")?,
        ended: optional_time(row, "ended")?,
        result: row.get("result")?,
    })
}

fn run(row: &Row<'_>) -> rusqlite::Result<Run> {
    Ok(Run {
        id: row.get("id")?,
        at: time(row, "at")?,
        user: row.get("user")?,
        command: row.get("command")?,
        version: row.get("version")?,
        outcome: parsed(row, "outcome", Outcome::of_name)?,
        exit_code: row.get("exit_code")?,
        gate: row.get("gate")?,
        circuit: optional(row, "circuit", CircuitState::of_name)?,
        verdict: parsed(row, "verdict", verdict)?,
        tested: count(row, "tested")?,
        drifted: count(row, "drifted")?,
        share: row.get("share")?,
        reference: Input {
            name: row.get("reference")?,
            rows: count(row, "reference_rows")?,
            sha256: row.get("reference_sha256")?,
        },
        current: Input {
            name: row.get("current")?,
            rows: count(row, "current_rows")?,
            sha256: row.get("current_sha256")?,
        },
        data_from: optional_time(row, "data_from")?,
        data_to: optional_time(row, "data_to")?,
        policy: parsed(row, "policy", |text| serde_json::from_str(text).ok())?,
        reports: parsed(row, "reports", |text| serde_json::from_str(text).ok())?,
    })
}

fn score(row: &Row<'_>) -> rusqlite::Result<Score> {
    Ok(Score {
        place: count(row, "place")?,
        name: row.get("name")?,
        kind: row.get("type")?,
        status: row.get("status")?,
        drifted: row.get("drifted")?,
        method: row.get("method")?,
        statistic: row.get("statistic")?,
        p_value: row.get("p_value")?,
        q_value: row.get("q_value")?,
        effect: row.get("effect")?,
        effect_low: row.get("effect_low")?,
        effect_high: row.get("effect_high")?,
        missing_reference: count(row, "missing_reference")?,
        missing_current: count(row, "missing_current")?,
    })
}

fn note(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note { at: time(row, "at")?, user: row.get("user")?, text: row.get("text")? })
}

fn verdict(name: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|verdict| verdict.name() == name)
}

fn count(row: &Row<'_>, column: &str) -> rusqlite::Result<u64> {
    let count: i64 = row.get(column)?;
    u64::try_from(count).map_err(|_| strange(row, column))
}

fn time(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    parsed(row, column, |text| text.parse().ok())
}

fn optional_time(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Timestamp>> {
    optional(row, column, |text| text.parse().ok())
}

fn optional<T>(
    row: &Row<'_>,
    column: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| parse(&text).ok_or_else(|| strange(row, column))).transpose()
}

fn parsed<T>(row: &Row<'_>, column: &str, parse: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    parse(&text).ok_or_else(|| strange(row, column))
}

/// What no driftglass has written there.
fn strange(row: &Row<'_>, column: &str) -> rusqlite::Error {
    match row.as_ref().column_index(column) {
        Ok(index) => {
            rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(FromSqlError::InvalidType))
        }
        Err(error) => error,
    }
}
