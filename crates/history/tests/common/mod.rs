//! Runs made on the spot.
#![allow(dead_code, reason = "every test file takes its part of it")]

use driftglass_core::policy::Policy;
use driftglass_core::report::{PolicySummary, Verdict};
use driftglass_history::{Input, Outcome, Run};
use jiff::{SignedDuration, Timestamp};

pub(crate) fn hour(hour: i64) -> Timestamp {
    Timestamp::from_second(hour * 3600).unwrap()
}

/// A check of each hour from the first on, whose data began half an hour before it.
pub(crate) fn runs(outcomes: &[Outcome]) -> Vec<Run> {
    let input = Input { name: "a.csv".to_owned(), rows: 1, sha256: None };
    let run = |(outcome, id): (&Outcome, i64)| Run {
        id,
        at: hour(id),
        user: None,
        command: "check".to_owned(),
        version: "0".to_owned(),
        outcome: *outcome,
        exit_code: 0,
        gate: "any".to_owned(),
        circuit: None,
        verdict: Verdict::Stable,
        tested: 1,
        drifted: 0,
        share: None,
        reference: input.clone(),
        current: input.clone(),
        data_from: Some(hour(id) - SignedDuration::from_mins(30)),
        data_to: None,
        policy: PolicySummary::from(&Policy::default()),
        reports: Vec::new(),
    };
    outcomes.iter().zip(1..).map(run).collect()
}
