//! What is done about drift, and the record of it.

use crate::circuit::{Breaker, Circuit};
use crate::incident::incidents;
use crate::run::{Outcome, Run};
use jiff::Timestamp;
use serde::Serialize;

/// What drift asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Asked for when an incident begins.
    Retrain,
    /// Asked for when the circuit opens.
    Rollback,
}

impl Action {
    const ALL: [Self; 2] = [Self::Retrain, Self::Rollback];

    /// The name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Retrain => "retrain",
            Self::Rollback => "rollback",
        }
    }

    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// Who answers to an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hook {
    /// Its name, which tells it from other hooks.
    pub name: String,
    /// The action that it answers to.
    pub action: Action,
}

/// What follows from drift.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    /// When the circuit opens and closes.
    pub breaker: Option<Breaker>,
    /// Who is asked then.
    pub hooks: Vec<Hook>,
}

/// The right to run a hook, which no other run has or will have for the same incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its number in the history.
    pub id: i64,
    /// When the run that has it began.
    pub at: Timestamp,
    /// The hook.
    pub hook: Hook,
    /// The first run of the incident.
    pub incident: i64,
}

/// A hook that a run asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionRecord {
    /// When it was claimed.
    pub at: Timestamp,
    /// What was asked for.
    pub action: Action,
    /// Of which hook.
    pub hook: String,
    /// What became of it.
    pub state: ActionState,
    /// Each try.
    pub attempts: Vec<Attempt>,
}

/// What became of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// It was begun, and no end is on record: it is running, or was killed.
    Unfinished,
    /// An attempt succeeded.
    Done,
    /// Every attempt failed.
    Failed,
}

impl ActionState {
    const ALL: [Self; 3] = [Self::Unfinished, Self::Done, Self::Failed];

    /// The name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// One try of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    /// When it began.
    pub began: Timestamp,
    /// When it ended, where that was seen.
    pub ended: Option<Timestamp>,
    /// How: an exit status, or an HTTP status.
    pub result: Option<String>,
}

/// The incident for which a run may ask hooks, and the runs that belong to it: the one that is not over, where the run drifted in it.
pub(crate) fn open_incident(runs: &[Run], run: i64) -> Option<(i64, &[Run])> {
    let incident = incidents(runs).pop().filter(|incident| incident.resolved.is_none())?;
    let first = runs.iter().position(|run| run.id == incident.run)?;
    let members = &runs[first..];
    let is_drifted = members.iter().any(|member| member.id == run && member.outcome == Outcome::Drifted);
    is_drifted.then_some((incident.run, members))
}

/// Whether an incident of these runs asks for an action.
pub(crate) fn is_asked_for(action: Action, members: &[Run], circuit: Option<Circuit>) -> bool {
    match (action, circuit) {
        (Action::Retrain, _) => true,
        // One that an earlier incident opened was answered then.
        (Action::Rollback, Some(Circuit::Open { run, .. })) => members.iter().any(|member| member.id == run),
        (Action::Rollback, _) => false,
    }
}
