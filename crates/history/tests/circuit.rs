//! The circuit breaker, by runs alone.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{hour, runs};
use driftglass_history::Outcome::{Drifted as D, Invalid as I, Passed as P, Untested as U};
use driftglass_history::{Breaker, Circuit, CircuitState, Outcome};
use jiff::SignedDuration;
use proptest::prelude::*;

/// Opens after three, cools for four hours, closes after two; a run begins each hour.
const BREAKER: Breaker = Breaker { after: 3, cooldown: SignedDuration::from_hours(4), recovery: 2 };

/// Where the circuit stands when the last of the runs has ended.
fn circuit(outcomes: &[Outcome]) -> Circuit {
    let runs = runs(outcomes);
    BREAKER.circuit(&runs, runs.last().map_or(hour(0), |run| run.at))
}

fn open(run: i64) -> Circuit {
    Circuit::Open { run, since: hour(run), until: hour(run + 4) }
}

#[test]
fn drift_in_a_row_opens_it_and_a_pass_begins_the_count_anew() {
    assert_eq!(circuit(&[]), Circuit::Closed { drifted: 0 });
    assert_eq!(circuit(&[D, D, P, D, D]), Circuit::Closed { drifted: 2 });
    assert_eq!(circuit(&[D, D, P, D, D, D]), open(6));
}

#[test]
fn what_has_no_verdict_on_drift_changes_nothing() {
    assert_eq!(circuit(&[D, I, D, U, D]), open(5));
    assert_eq!(circuit(&[D, D, D, D, D, P, P, U]), Circuit::HalfOpen { passed: 1 });
}

#[test]
fn it_stays_open_through_the_cooldown_whatever_checks_find() {
    assert_eq!(circuit(&[D, D, D, P, P]), open(3));
    assert_eq!(circuit(&[D, D, D, D, P, D]), open(3));
}

#[test]
fn after_the_cooldown_passes_close_it_and_drift_opens_it_at_once() {
    let cooled = [D, D, D, P, P, P];
    let then = |more: &[Outcome]| circuit(&[&cooled, more].concat());
    assert_eq!(then(&[U]), Circuit::HalfOpen { passed: 0 });
    assert_eq!(then(&[P]), Circuit::HalfOpen { passed: 1 });
    assert_eq!(then(&[P, P]), Circuit::Closed { drifted: 0 });
    assert_eq!(then(&[D]), open(7));
    assert_eq!(then(&[P, D]), open(8));
}

#[test]
fn a_report_is_no_check() {
    let mut runs = runs(&[D, D, D]);
    runs[1].command = "report".to_owned();
    assert_eq!(BREAKER.circuit(&runs, hour(3)), Circuit::Closed { drifted: 2 });
}

#[test]
fn a_cooldown_without_end_lasts() {
    let breaker = Breaker { cooldown: SignedDuration::MAX, ..BREAKER };
    assert_eq!(breaker.circuit(&runs(&[D, D, D]), hour(1_000_000)).state(), CircuitState::Open);
}

#[test]
fn without_a_cooldown_it_is_open_for_the_moment() {
    let breaker = Breaker { cooldown: SignedDuration::ZERO, ..BREAKER };
    let circuit = |outcomes: &[Outcome], now: i64| breaker.circuit(&runs(outcomes), hour(now)).state();
    assert_eq!(
        [circuit(&[D, D, D], 3), circuit(&[D, D, D], 4)],
        [CircuitState::Open, CircuitState::HalfOpen]
    );
    assert_eq!(circuit(&[D, D, D, P, D], 5), CircuitState::Open);
}

proptest! {
    /// A check that drifted opens the circuit, one that passed closes it, and none closes it from open at once.
    #[test]
    fn it_opens_by_drift_and_closes_by_a_pass(
        outcomes in prop::collection::vec(prop::sample::select(vec![D, P, I, U]), 0..40)
    ) {
        let runs = runs(&outcomes);
        let mut before = CircuitState::Closed;
        for end in 1..=runs.len() {
            let now = BREAKER.circuit(&runs[..end], runs[end - 1].at).state();
            if now == CircuitState::Open && before != CircuitState::Open {
                prop_assert_eq!(outcomes[end - 1], D);
            }
            if now == CircuitState::Closed && before != CircuitState::Closed {
                prop_assert_eq!(outcomes[end - 1], P);
            }
            // The two passes that it takes have half-open between them.
            prop_assert!(!(before == CircuitState::Open && now == CircuitState::Closed));
            before = now;
        }
    }
}
