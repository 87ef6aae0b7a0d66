//! `driftglass history show`: all that is known of a run.

use crate::words::{attempts, by_hook, minute, table};
use driftglass_core::policy::Settings;
use driftglass_history::{ActionRecord, History, Input, Note, Result, Run, Score};
use driftglass_report::visible;
use std::fmt::Write;

pub(super) fn text(history: &History, id: i64) -> Result<String> {
    let run = history.run(id)?;
    let mut text = facts(&run);
    text += "\npolicy\n";
    for line in Settings::from(&run.policy).to_toml().lines() {
        // Writing to a string cannot fail.
        let _ = if line.is_empty() { writeln!(text) } else { writeln!(text, "  {}", visible(line)) };
    }
    let scores = history.scores(id)?;
    if !scores.is_empty() {
        text += "\n";
        let header = ["STATUS", "COLUMN", "TYPE", "METHOD", "STATISTIC", "EFFECT", "ADJUSTED P"];
        text += &table(header, scores.into_iter().map(line));
    }
    for (place, note) in history.notes(id)?.iter().enumerate() {
        text += if place == 0 { "\n" } else { "" };
        text += &said(note);
    }
    for (place, action) in history.actions(id)?.iter().enumerate() {
        text += if place == 0 { "\n" } else { "" };
        text += &done(action);
    }
    Ok(text)
}

fn facts(run: &Run) -> String {
    let by = run.user.as_ref().map_or_else(String::new, |user| format!(" by {user}"));
    let mut lines = vec![
        format!("run        {}, {} UTC{by}, driftglass {}", run.id, minute(run.at), run.version),
        format!(
            "outcome    {}, exit code {} ({}, gate {})",
            run.outcome.name(),
            run.exit_code,
            run.command,
            run.gate
        ),
        format!("drifted    {} of {} tested columns", run.drifted, run.tested),
        format!("reference  {}", input(&run.reference)),
        format!("current    {}", input(&run.current)),
    ];
    if let (Some(from), Some(to)) = (run.data_from, run.data_to) {
        lines.push(format!("data       {} to {} UTC", minute(from), minute(to)));
    }
    if let Some(circuit) = run.circuit {
        lines.push(format!("circuit    {}", circuit.name()));
    }
    lines.extend(run.reports.iter().map(|path| format!("report     {path}")));
    lines.iter().map(|line| visible(line) + "\n").collect()
}

fn input(input: &Input) -> String {
    let digest = input.sha256.as_ref().map_or_else(String::new, |digest| format!(", sha256 {digest}"));
    format!("{}, {} rows{digest}", input.name, input.rows)
}

fn line(score: Score) -> [String; 7] {
    let number = |value: Option<f64>| value.map(|value| format!("{value:.4}")).unwrap_or_default();
    [
        score.status,
        score.name,
        score.kind,
        score.method.unwrap_or_default(),
        number(score.statistic),
        number(score.effect),
        score.q_value.map(|value| format!("{value:.3e}")).unwrap_or_default(),
    ]
}

fn said(note: &Note) -> String {
    let by = note.user.as_ref().map_or_else(String::new, |user| format!(" {user}"));
    visible(&format!("{} UTC{by}: {}", minute(note.at), note.text)) + "\n"
}

fn done(action: &ActionRecord) -> String {
    let became = by_hook(action.action, &action.hook, action.state.name());
    let mut lines = vec![format!("{} UTC {became}", minute(action.at))];
    lines.extend(attempts(action).map(|attempt| format!("  {attempt}")));
    lines.iter().map(|line| visible(line) + "\n").collect()
}
