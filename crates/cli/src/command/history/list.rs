//! `driftglass history list`: a line a run, and how the incidents went.

use crate::words::{minute, span, table};
use driftglass_history::{Breaker, Circuit, History, Incident, Means, Outcome, Result, Run, incidents};
use jiff::Timestamp;
use std::fmt::Write;

pub(super) fn text(history: &History, last: usize, breaker: Option<Breaker>) -> Result<String> {
    let runs = history.runs()?;
    let shown = runs.iter().rev().take(last);
    let rows = shown.map(|run| line(history, run)).collect::<Result<Vec<_>>>()?;
    let header =
        ["RUN", "BEGAN (UTC)", "OUTCOME", "DRIFTED", "STRONGEST", "REFERENCE", "CURRENT", "ACTION", "NOTE"];
    let mut text = if rows.is_empty() { String::new() } else { table(header, rows.into_iter()) + "\n" };
    text += &sentence(runs.len(), &incidents(&runs));
    if let Some(breaker) = breaker {
        text += &of_circuit(breaker.circuit(&runs, Timestamp::now()), &breaker);
    }
    Ok(text)
}

fn line(history: &History, run: &Run) -> Result<[String; 9]> {
    let strongest = match run.drifted {
        0 => None,
        _ => history.scores(run.id)?.into_iter().next(),
    };
    let note = history.notes(run.id)?.pop();
    let actions = history.actions(run.id)?;
    let actions: Vec<_> =
        actions.iter().map(|action| format!("{} {}", action.hook, action.state.name())).collect();
    Ok([
        run.id.to_string(),
        minute(run.at),
        run.outcome.name().to_owned(),
        if run.outcome == Outcome::Untested {
            String::new()
        } else {
            format!("{} of {}", run.drifted, run.tested)
        },
        strongest.map(|score| score.name).unwrap_or_default(),
        run.reference.name.clone(),
        run.current.name.clone(),
        actions.join(", "),
        note.map(|note| note.text).unwrap_or_default(),
    ])
}

/// `40 runs, 2 incidents, the last one open; drift was seen after 1d 2h and over after 3h on average.`
fn sentence(runs: usize, incidents: &[Incident]) -> String {
    let count = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let mut text = format!("{}, {}", count(runs, "run"), count(incidents.len(), "incident"));
    if incidents.last().is_some_and(|incident| incident.resolved.is_none()) {
        text += ", the last one open";
    }
    let means = Means::of(incidents);
    let parts = [("detection", means.detection), ("resolution", means.resolution)];
    for (what, mean) in parts {
        if let Some(mean) = mean {
            // Writing to a string cannot fail.
            let _ = write!(text, "; mean time to {what} {}", span(mean));
        }
    }
    text + "\n"
}

/// Where the circuit stands now.
fn of_circuit(circuit: Circuit, breaker: &Breaker) -> String {
    match circuit {
        Circuit::Closed { drifted } => {
            format!("the circuit is closed; {drifted} of {} drifted checks in a row\n", breaker.after)
        }
        Circuit::Open { run, until, .. } => {
            format!("the circuit is open by run {run}, until {} UTC\n", minute(until))
        }
        Circuit::HalfOpen { passed } => {
            format!("the circuit is half-open; {passed} of {} checks passed in a row\n", breaker.recovery)
        }
    }
}
