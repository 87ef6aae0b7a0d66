//! A circuit breaker over checks: when drift stops a pipeline for a while, and what lets it go on.

use crate::run::{Outcome, Run};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// The command whose runs count: a report stops nothing.
const CHECK: &str = "check";

/// When the circuit opens, and what closes it again (Nygard, Release It!, 2007).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breaker {
    /// So many drifted checks in a row open it.
    pub after: u64,
    /// For so long after the beginning of the check that opened it, it stays open whatever checks find.
    pub cooldown: SignedDuration,
    /// So many checks that pass one after the other then close it.
    pub recovery: u64,
}

/// Where the circuit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circuit {
    /// All is let through.
    Closed {
        /// Drifted checks in a row, up to now.
        drifted: u64,
    },
    /// Nothing is let through.
    Open {
        /// The check that opened it.
        run: i64,
        /// When that began.
        since: Timestamp,
        /// When the cooldown is over.
        until: Timestamp,
    },
    /// The cooldown is over, and the next checks decide: one that drifted opens it again.
    HalfOpen {
        /// Checks that passed since.
        passed: u64,
    },
}

/// A circuit without its details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CircuitState {
    /// All is let through.
    Closed,
    /// Nothing is let through.
    Open,
    /// On trial.
    HalfOpen,
}

impl CircuitState {
    const ALL: [Self; 3] = [Self::Closed, Self::Open, Self::HalfOpen];

    /// The name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Open => "open",
            Self::HalfOpen => "half-open",
        }
    }

    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl Circuit {
    /// Without its details.
    pub fn state(self) -> CircuitState {
        match self {
            Self::Closed { .. } => CircuitState::Closed,
            Self::Open { .. } => CircuitState::Open,
            Self::HalfOpen { .. } => CircuitState::HalfOpen,
        }
    }
}

impl Breaker {
    /// The circuit at a moment, by runs that are in the order in which they began. A check without a verdict, or of data that were not
    /// what their schema says, changes nothing.
    pub fn circuit(&self, runs: &[Run], now: Timestamp) -> Circuit {
        let checks = runs.iter().filter(|run| run.command == CHECK);
        let circuit = checks.fold(Circuit::Closed { drifted: 0 }, |circuit, run| self.step(circuit, run));
        cooled(circuit, now)
    }

    /// The first of the runs without which the circuit would stand elsewhere.
    pub(crate) fn rests_on<'a>(&self, runs: &'a [Run]) -> Option<&'a Run> {
        let start = (Circuit::Closed { drifted: 0 }, None);
        let checks = runs.iter().filter(|run| run.command == CHECK);
        let (_, first) = checks.fold(start, |(circuit, first), run| match self.step(circuit, run) {
            closed @ Circuit::Closed { drifted: 0 } => (closed, None),
            circuit => (circuit, first.or(Some(run))),
        });
        first
    }

    fn step(&self, circuit: Circuit, run: &Run) -> Circuit {
        let has_drifted = match run.outcome {
            Outcome::Drifted => true,
            Outcome::Passed => false,
            Outcome::Invalid | Outcome::Untested => return circuit,
        };
        match (cooled(circuit, run.at), has_drifted) {
            (Circuit::Closed { drifted }, true) if drifted + 1 < self.after => {
                Circuit::Closed { drifted: drifted + 1 }
            }
            (Circuit::Closed { .. } | Circuit::HalfOpen { .. }, true) => Circuit::Open {
                run: run.id,
                since: run.at,
                // A cooldown that would last beyond the end of time lasts until then.
                until: run.at.checked_add(self.cooldown).unwrap_or(Timestamp::MAX),
            },
            (Circuit::HalfOpen { passed }, false) if passed + 1 < self.recovery => {
                Circuit::HalfOpen { passed: passed + 1 }
            }
            (Circuit::Closed { .. } | Circuit::HalfOpen { .. }, false) => Circuit::Closed { drifted: 0 },
            (open @ Circuit::Open { .. }, _) => open,
        }
    }
}

/// The same circuit at a moment. It is open at the one in which it opened, also where it has nothing to cool.
fn cooled(circuit: Circuit, now: Timestamp) -> Circuit {
    match circuit {
        Circuit::Open { since, until, .. } if since < now && until <= now => Circuit::HalfOpen { passed: 0 },
        circuit => circuit,
    }
}
