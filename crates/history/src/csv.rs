//! A history as tables.

use crate::append::text_of;
use crate::circuit::CircuitState;
use crate::export::{Export, ExportedRun};
use crate::run::Score;
use csv::Writer;

/// A row a run.
pub fn runs_as_csv(export: &Export) -> String {
    let header = [
        "id",
        "at",
        "user",
        "command",
        "version",
        "outcome",
        "exit_code",
        "gate",
        "verdict",
        "tested",
        "drifted",
        "share",
        "reference",
        "reference_rows",
        "reference_sha256",
        "current",
        "current_rows",
        "current_sha256",
        "data_from",
        "data_to",
        "policy",
        "reports",
        "notes",
        "circuit",
        "actions",
    ];
    table(&header, export.runs.iter().map(run))
}

/// A row a column of a run.
pub fn scores_as_csv(export: &Export) -> String {
    let header = [
        "run",
        "at",
        "place",
        "column",
        "type",
        "status",
        "drifted",
        "method",
        "statistic",
        "p_value",
        "q_value",
        "effect",
        "effect_low",
        "effect_high",
        "missing_reference",
        "missing_current",
    ];
    let rows = export.runs.iter().flat_map(|run| run.columns.iter().map(move |column| score(run, column)));
    table(&header, rows)
}

fn run(ExportedRun { run, notes, actions, .. }: &ExportedRun) -> Vec<String> {
    let notes: Vec<&str> = notes.iter().map(|note| note.text.as_str()).collect();
    let actions: Vec<String> = actions
        .iter()
        .map(|action| format!("{} by {}: {}", action.action.name(), action.hook, action.state.name()))
        .collect();
    vec![
        run.id.to_string(),
        text_of(run.at),
        shown(run.user.as_ref()),
        run.command.clone(),
        run.version.clone(),
        run.outcome.name().to_owned(),
        run.exit_code.to_string(),
        run.gate.clone(),
        run.verdict.name().to_owned(),
        run.tested.to_string(),
        run.drifted.to_string(),
        shown(run.share),
        run.reference.name.clone(),
        run.reference.rows.to_string(),
        shown(run.reference.sha256.as_ref()),
        run.current.name.clone(),
        run.current.rows.to_string(),
        shown(run.current.sha256.as_ref()),
        shown(run.data_from.map(text_of)),
        shown(run.data_to.map(text_of)),
        serde_json::to_string(&run.policy).unwrap_or_default(),
        run.reports.join("\n"),
        notes.join("\n"),
        shown(run.circuit.map(CircuitState::name)),
        actions.join("\n"),
    ]
}

fn score(run: &ExportedRun, score: &Score) -> Vec<String> {
    vec![
        run.run.id.to_string(),
        text_of(run.run.at),
        score.place.to_string(),
        score.name.clone(),
        score.kind.clone(),
        score.status.clone(),
        score.drifted.to_string(),
        shown(score.method.as_ref()),
        shown(score.statistic),
        shown(score.p_value),
        shown(score.q_value),
        shown(score.effect),
        shown(score.effect_low),
        shown(score.effect_high),
        score.missing_reference.to_string(),
        score.missing_current.to_string(),
    ]
}

fn shown(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The table, with a header.
fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    // Writing to memory does not fail, and every row is as long as the header.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
