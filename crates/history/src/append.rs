//! What is written into a history.

use crate::error::{Error, Result};
use crate::open::History;
use crate::run::{Entry, Input, Note, Score, time_of_data};
use jiff::Timestamp;
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Transaction, TransactionBehavior, named_params, params};

impl History {
    /// Appends a run, whole or not at all, and returns its number once it is on disk.
    ///
    /// # Panics
    /// Never: a policy and a list of paths have string keys.
    pub fn append(&mut self, entry: &Entry<'_>) -> Result<i64> {
        let transaction = self.write()?;
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
            insert(&transaction, id, &Score::of(place, column))?;
        }
        transaction.commit()?;
        Ok(id)
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

    /// Removes the runs that began before a time, with their scores and notes, and returns how many they were.
    pub fn prune(&mut self, before: Timestamp) -> Result<usize> {
        let transaction = self.write()?;
        let removed = transaction.execute("DELETE FROM runs WHERE at < ?", [text_of(before)])?;
        transaction.commit()?;
        Ok(removed)
    }

    /// A transaction that has the right to write from its start, so that it waits for others and never fails for them.
    fn write(&mut self) -> Result<Transaction<'_>> {
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }
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
