//! The record of comparisons: what was compared with what, when, by whom, under which policy, with what outcome, and what
//! was done about it.
//!
//! It is one `SQLite` file. Any number of processes may append to it at once, and one that is killed leaves either all of
//! its run or nothing: [`History::append`] returns once the run is on disk. What a run asks of hooks is claimed with it, so that
//! each is asked once an incident. The time is the caller's to give.

mod action;
mod append;
mod attempt;
mod circuit;
mod csv;
mod error;
mod export;
mod incident;
mod open;
mod query;
mod run;

pub use action::{Action, ActionRecord, ActionState, Attempt, Claim, Decisions, Hook};
pub use append::{Appended, Pruned};
pub use circuit::{Breaker, Circuit, CircuitState};
pub use csv::{runs_as_csv, scores_as_csv};
pub use error::{Error, Result};
pub use export::{Export, ExportedRun};
pub use incident::{Ending, Incident, Means, incidents};
pub use open::History;
pub use run::{Circumstances, Entry, Input, Note, Outcome, Run, Score, time_of_data};
