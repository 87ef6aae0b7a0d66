//! Incidents, and the times that follow from them.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::runs;
use driftglass_history::{Means, Outcome, incidents};
use jiff::SignedDuration;
use proptest::prelude::*;

#[test]
fn an_incident_is_a_stretch_of_drift_up_to_the_next_pass() {
    use Outcome::{Drifted as D, Passed as P, Untested as U};
    let found = incidents(&runs(&[P, D, U, D, P, P, U, D]));
    let seen: Vec<_> =
        found.iter().map(|one| (one.run, one.runs, one.resolved.as_ref().map(|end| end.run))).collect();
    assert_eq!(seen, [(2, 2, Some(5)), (8, 1, None)]);
    let means = Means::of(&found);
    assert_eq!(means.detection, Some(SignedDuration::from_mins(30)));
    // The open one is not over, so it has no part in the mean.
    assert_eq!(means.resolution, Some(SignedDuration::from_hours(3)));
    assert_eq!(Means::of(&[]), Means { detection: None, resolution: None });
}

proptest! {
    #[test]
    fn every_drifted_run_is_in_one_incident_and_all_but_the_last_are_over(
        outcomes in prop::collection::vec(
            prop::sample::select(vec![Outcome::Passed, Outcome::Drifted, Outcome::Untested]), 0..40)
    ) {
        let found = incidents(&runs(&outcomes));
        let drifted = outcomes.iter().filter(|outcome| **outcome == Outcome::Drifted).count() as u64;
        prop_assert_eq!(found.iter().map(|incident| incident.runs).sum::<u64>(), drifted);
        for pair in found.windows(2) {
            let end = pair[0].resolved.as_ref().unwrap();
            prop_assert!(pair[0].run < end.run && end.run < pair[1].run);
        }
    }
}
