//! What is written into a history.

use crate::action::{ActionState, Claim, Decisions, is_asked_for, open_incident};
use crate::circuit::{Breaker, Circuit};
use crate::error::{Error, Result};
use crate::incident::incidents;
use crate::open::History;
use crate::query::all_runs;
use crate::run::{Circumstances, Entry, Input, Note, Outcome, Run, Score, time_of_data};
use jiff::Timestamp;
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Transaction, TransactionBehavior, named_params, params};

impl History {
    /// Appends a run with what it asks of hooks, whole or not at all, and returns once it is on disk.
    pub fn append(&mut self, entry: &Entry<'_>, decisions: &Decisions) -> Result<Appended> {
        let transaction = self.write()?;
        let run = insert_run(&transaction, entry)?;
        let appended = decide(&transaction, run, &entry.circumstances, decisions)?;
        transaction.commit()?;
        Ok(appended)
    }

    /// Says that a run ended with another exit code than it had when it was appended, as one does whose hooks failed.
    pub fn set_exit_code(&mut self, run: i64, exit_code: u8) -> Result<()> {
        self.connection.execute("UPDATE runs SET exit_code = ? WHERE id = ?", params![exit_code, run])?;
        Ok(())
    }

    /// Adds what somebody says of a run.
    pub fn note(&mut self, run: i64, note: &Note) -> Result<()> {
        let transaction = self.write()?;
        let known: bool =
            transaction
                .query_row("SELECT EXISTS (SELECT 1 FROM runs WHERE id = ?)", [run], |row| row.get(0))?;
        if !known {
            return Err(Error::NoSuchRun(run));
        }
        transaction.execute(
            "INSERT INTO notes (run, at, user, text) VALUES (?, ?, ?, ?)",
            params![run, text_of(note.at), note.user, note.text],
        )?;
        Ok(transaction.commit()?)
    }

    /// Removes the runs that began before a time, with their scores, notes and actions. Kept are those that what comes after rests on: the
    /// runs of an incident that is not over by then, which say how long it took and what was done, and those that brought the circuit
    /// to where it stood then, since all that followed goes on from there.
    pub fn prune(&mut self, before: Timestamp, breaker: Option<Breaker>) -> Result<Pruned> {
        let transaction = self.write()?;
        let runs = all_runs(&transaction)?;
        let earlier = &runs[..runs.partition_point(|run| run.at < before)];
        let circuit = breaker.and_then(|breaker| breaker.rests_on(earlier));
        let limit = circuit.map_or(before, |first| first.at);
        // Whatever closes the circuit ends an incident too, so the circuit was closed where one that lasts here began.
        let across = incidents(&runs).into_iter().find(|incident| incident.lasts_at(limit));
        let limit = across.map_or(limit, |incident| incident.detected_at);
        let removed = transaction.execute("DELETE FROM runs WHERE at < ?", [text_of(limit)])?;
        transaction.commit()?;
        let asked_for = runs.iter().filter(|run| text_of(run.at) < text_of(before)).count();
        Ok(Pruned { removed, kept: asked_for - removed })
    }

    /// A transaction that has the right to write from its start, so that it waits for others and never fails for them.
    pub(crate) fn write(&mut self) -> Result<Transaction<'_>> {
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }
}

/// What removing runs came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pruned {
    /// How many runs are gone.
    pub removed: usize,
    /// How many are old enough and were kept.
    pub kept: usize,
}

/// What appending a run came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The number of the run.
    pub run: i64,
    /// Where it left the circuit, where there is a breaker.
    pub circuit: Option<Circuit>,
    /// The hooks that are now its own to run.
    pub claims: Vec<Claim>,
}

/// Writes down where a run leaves the circuit and what that makes of its exit code, and claims the hooks that it asks for the first time in its incident.
fn decide(
    transaction: &Transaction<'_>,
    run: i64,
    circumstances: &Circumstances,
    decisions: &Decisions,
) -> Result<Appended> {
    let at = circumstances.at;
    let mut appended = Appended { run, circuit: None, claims: Vec::new() };
    if *decisions == Decisions::default() {
        return Ok(appended);
    }
    let runs = all_runs(transaction)?;
    // As the file has it, to the millisecond: a circuit that this run opens is open.
    let now = runs.last().map_or(at, |last| last.at);
    appended.circuit = decisions.breaker.map(|breaker| breaker.circuit(&runs, now));
    if let Some(circuit) = appended.circuit {
        let exit_code = match (circuit, circumstances.outcome) {
            (Circuit::Open { .. }, Outcome::Passed) => circumstances.exit_code_if_open,
            _ => circumstances.exit_code,
        };
        transaction.execute(
            "UPDATE runs SET circuit = ?, exit_code = ? WHERE id = ?",
            params![circuit.state().name(), exit_code, run],
        )?;
    }
    let Some((incident, members)) = open_incident(&runs, run) else { return Ok(appended) };
    for hook in &decisions.hooks {
        if !is_asked_for(hook.action, members, appended.circuit)
            || was_claimed(transaction, &hook.name, members)?
        {
            continue;
        }
        transaction.execute(
            "INSERT INTO actions (run, at, action, hook, state) VALUES (?, ?, ?, ?, ?)",
            params![run, text_of(at), hook.action.name(), hook.name, ActionState::Unfinished.name()],
        )?;
        appended.claims.push(Claim { id: transaction.last_insert_rowid(), at, hook: hook.clone(), incident });
    }
    Ok(appended)
}

fn was_claimed(transaction: &Transaction<'_>, hook: &str, members: &[Run]) -> Result<bool> {
    let mut statement =
        transaction.prepare_cached("SELECT EXISTS (SELECT 1 FROM actions WHERE run = ? AND hook = ?)")?;
    for member in members {
        if statement.query_row(params![member.id, hook], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes a run and its columns, and returns its number.
///
/// # Panics
/// Never: a policy and a list of paths have string keys.
fn insert_run(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<i64> {
    let Entry { report, circumstances } = entry;
    let [data_from, data_to] = time_of_data(report);
    let [reference, current] = [&report.reference, &report.current].map(Input::from);
    let json = |value: serde_json::Result<String>| value.expect("string keys and finite numbers");
    transaction.execute(
            "INSERT INTO runs (at, user, command, version, outcome, exit_code, gate, verdict, tested, drifted, share,
                reference, reference_rows, reference_sha256, current, current_rows, current_sha256,
                data_from, data_to, policy, reports)
             VALUES (:at, :user, :command, :version, :outcome, :exit_code, :gate, :verdict, :tested, :drifted, :share,
                :reference, :reference_rows, :reference_sha256, :current, :current_rows, :current_sha256,
                :data_from, :data_to, :policy, :reports)",
            named_params! {
                ":at": text_of(circumstances.at),
                ":user": circumstances.user,
                ":command": circumstances.command,
                ":version": report.generator.version,
                ":outcome": circumstances.outcome.name(),
                ":exit_code": circumstances.exit_code,
                ":gate": circumstances.gate,
                ":verdict": report.summary.verdict.name(),
                ":tested": Count(report.summary.tested),
                ":drifted": Count(report.summary.drifted),
                ":share": report.summary.share.get(),
                ":reference": reference.name,
                ":reference_rows": Count(reference.rows),
                ":reference_sha256": reference.sha256,
                ":current": current.name,
                ":current_rows": Count(current.rows),
                ":current_sha256": current.sha256,
                ":data_from": data_from.map(text_of),
                ":data_to": data_to.map(text_of),
                ":policy": json(serde_json::to_string(&report.policy)),
                ":reports": json(serde_json::to_string(&circumstances.reports)),
            },
        )?;
    let id = transaction.last_insert_rowid();
    for (place, column) in report.columns.iter().enumerate() {
        insert(transaction, id, &Score::of(place, column))?;
    }
    Ok(id)
}

fn insert(transaction: &Transaction<'_>, run: i64, score: &Score) -> Result<()> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO scores (run, place, name, type, status, drifted, method, statistic, p_value, q_value,
            effect, effect_low, effect_high, missing_reference, missing_current)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    statement.execute(params![
        run,
        Count(score.place),
        score.name,
        score.kind,
        score.status,
        score.drifted,
        score.method,
        score.statistic,
        score.p_value,
        score.q_value,
        score.effect,
        score.effect_low,
        score.effect_high,
        Count(score.missing_reference),
        Count(score.missing_current),
    ])?;
    Ok(())
}

/// A time as the tables have it.
pub(crate) fn text_of(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// A count in a table whose integers have a sign.
struct Count(u64);

impl rusqlite::ToSql for Count {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(Value::Integer(i64::try_from(self.0).unwrap_or(i64::MAX))))
    }
}
