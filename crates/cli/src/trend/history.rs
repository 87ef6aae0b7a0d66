//! A history as a trend.

use crate::saved::{self, Saved};
use crate::words::{attempts, by_hook, minute, span};
use driftglass_core::policy::Settings;
use driftglass_core::report::Status;
use driftglass_history::{
    ActionRecord, CircuitState, History, Means, Note, Outcome, Result, Run, Score, incidents,
};
use driftglass_report::{Remark, RemarkKind, Stretch, Trend, TrendColumn, TrendOutcome, TrendRun};
use jiff::Timestamp;
use std::path::Path;

/// Everything that a history holds of its runs.
pub(crate) fn of_history(history: &History, runs: &[Run]) -> Result<Trend> {
    let incidents = incidents(runs);
    let place = |id: i64| runs.iter().position(|run| run.id == id);
    let stretches = incidents.iter().filter_map(|incident| {
        let to = incident.resolved.as_ref().and_then(|end| place(end.run));
        Some(Stretch { from: place(incident.run)?, to })
    });
    let means = Means::of(&incidents);
    let facts = [
        ("First run", runs.first().map(|run| minute(run.at) + " UTC")),
        ("Mean time to detection", means.detection.map(span)),
        ("Mean time to resolution", means.resolution.map(span)),
        ("Circuit after the last run", runs.last().and_then(|run| run.circuit).map(named)),
    ];
    Ok(Trend {
        incidents: stretches.collect(),
        facts: known(facts),
        runs: runs.iter().map(|run| trend_run(history, run)).collect::<Result<_>>()?,
    })
}

/// What is still there of a run's report, and is of this run: that of a later one may have taken its place.
pub(crate) fn report_of(run: &Run) -> Option<Saved> {
    let is_of = |saved: &Saved| match saved {
        Saved::Report(report) => {
            report.reference.sha256 == run.reference.sha256
                && report.current.sha256 == run.current.sha256
                && report.policy == run.policy
                && (report.summary.tested, report.summary.drifted) == (run.tested, run.drifted)
        }
        // A page says where it comes from.
        Saved::Page(page) => [&run.reference, &run.current]
            .into_iter()
            .all(|input| input.sha256.as_ref().is_some_and(|digest| page.contains(digest.as_str()))),
    };
    let found = run.reports.iter().filter_map(|path| saved::read(Path::new(path)).ok()).filter(is_of);
    found.min_by_key(|saved| matches!(saved, Saved::Page(_)))
}

fn trend_run(history: &History, run: &Run) -> Result<TrendRun> {
    let actions = history.actions(run.id)?;
    let notes = history.notes(run.id)?;
    let data = run.data_from.zip(run.data_to);
    let facts = [
        ("Outcome", Some(format!("{}, exit code {}", run.outcome.name(), run.exit_code))),
        ("Command", Some(format!("{}, gate {}", run.command, run.gate))),
        ("Circuit", run.circuit.map(named)),
        ("Run by", run.user.clone()),
        ("Data", data.map(|(from, to)| format!("{} to {} UTC", minute(from), minute(to)))),
    ];
    Ok(TrendRun {
        name: format!("Run {}", run.id),
        at: Some(seconds(run.at)),
        outcome: outcome(run.outcome),
        tested: run.tested,
        drifted: run.drifted,
        reference: run.reference.name.clone(),
        current: run.current.name.clone(),
        columns: history.scores(run.id)?.into_iter().map(column).collect(),
        limits: run.policy.moderate.get().zip(run.policy.severe.get()).map(Into::into),
        remarks: actions.iter().map(action).chain(notes.iter().map(note)).collect(),
        facts: known(facts),
        policy: Settings::from(&run.policy).to_toml(),
        page: None,
    })
}

fn known<const N: usize>(facts: [(&'static str, Option<String>); N]) -> Vec<(&'static str, String)> {
    facts.into_iter().filter_map(|(name, fact)| Some((name, fact?))).collect()
}

fn named(state: CircuitState) -> String {
    state.name().to_owned()
}

/// Seconds since 1970, as reports count them.
pub(super) fn seconds(at: Timestamp) -> f64 {
    at.as_millisecond() as f64 / 1000.0
}

pub(super) fn outcome(outcome: Outcome) -> TrendOutcome {
    match outcome {
        Outcome::Passed => TrendOutcome::Passed,
        Outcome::Drifted => TrendOutcome::Drifted,
        Outcome::Invalid => TrendOutcome::Invalid,
        Outcome::Untested => TrendOutcome::Untested,
    }
}

/// A column as a trend shows it.
pub(super) fn column(score: Score) -> TrendColumn {
    let status = Status::ALL.into_iter().find(|status| status.name() == score.status);
    TrendColumn {
        name: score.name,
        kind: score.kind,
        status: status.unwrap_or(Status::Untested),
        drifted: score.drifted,
        method: score.method,
        statistic: score.statistic,
        effect: score.effect,
        q_value: score.q_value,
    }
}

fn note(note: &Note) -> Remark {
    let by = note.user.as_ref().map_or_else(String::new, |user| format!(", {user}"));
    Remark {
        kind: RemarkKind::Note,
        text: note.text.clone(),
        details: vec![format!("{} UTC{by}", minute(note.at))],
    }
}

fn action(action: &ActionRecord) -> Remark {
    Remark {
        kind: RemarkKind::Action,
        text: by_hook(action.action, &action.hook, action.state.name()),
        details: attempts(action).collect(),
    }
}
