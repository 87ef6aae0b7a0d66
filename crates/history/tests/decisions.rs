//! What a run asks of hooks: once an incident, whoever asks and whoever is killed.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::hour;
use driftglass_core::policy::Policy;
use driftglass_core::{Chunk, MissingTokens, Profile, Report, TextColumn, compare};
use driftglass_history::Outcome::{Drifted as D, Passed as P};
use driftglass_history::{
    Action, ActionState, Appended, Breaker, CircuitState, Circumstances, Decisions, Entry, Error, History,
    Hook, Outcome, Pruned, incidents,
};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use tempfile::TempDir;

fn report() -> Report {
    let mut column = TextColumn::default();
    (0..40).for_each(|row| column.push(&row.to_string()));
    let mut profile = Profile::new(MissingTokens::default());
    profile.observe(&Chunk::new(vec![(Arc::from("a"), column)]));
    compare(&profile, &profile, &Policy::default()).unwrap()
}

/// Asks for `retrain` and `rollback`; the circuit opens after two and cools for two hours.
fn decisions() -> Decisions {
    let hook = |action: Action| Hook { name: action.name().to_owned(), action };
    Decisions {
        breaker: Some(Breaker { after: 2, cooldown: SignedDuration::from_hours(2), recovery: 1 }),
        hooks: vec![hook(Action::Retrain), hook(Action::Rollback)],
    }
}

/// Appends a check that began at a moment.
fn append_at(history: &mut History, at: Timestamp, outcome: Outcome, decisions: &Decisions) -> Appended {
    let circumstances = Circumstances {
        at,
        user: None,
        command: "check",
        gate: "any".to_owned(),
        outcome,
        exit_code: 0,
        exit_code_if_open: 1,
        reports: Vec::new(),
    };
    history.append(&Entry { report: &report(), circumstances }, decisions).unwrap()
}

/// Appends a check that began at an hour, and names the hooks that it claimed.
fn append(history: &mut History, at: i64, outcome: Outcome) -> Vec<String> {
    named(append_at(history, hour(at), outcome, &decisions()))
}

fn named(appended: Appended) -> Vec<String> {
    appended.claims.into_iter().map(|claim| claim.hook.name).collect()
}

fn history(folder: &TempDir) -> History {
    History::create(&folder.path().join("h.db")).unwrap()
}

#[test]
fn each_hook_is_asked_once_an_incident() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    let asked: Vec<_> = [P, D, D, D, P, D, D, D, D]
        .into_iter()
        .zip(1..)
        .map(|(outcome, at)| append(&mut history, at, outcome).join(","))
        .collect();
    // The circuit opens at 3 and is half-open from 5 on, so the pass at 5 closes it; it opens again at 7.
    assert_eq!(asked, ["", "retrain", "rollback", "", "", "retrain", "rollback", "", ""]);
    let states: Vec<_> = history.runs().unwrap().iter().map(|run| run.circuit.unwrap()).collect();
    let (closed, open) = (CircuitState::Closed, CircuitState::Open);
    assert_eq!(states, [closed, closed, open, open, closed, closed, open, open, open]);
}

#[test]
fn what_passes_under_an_open_circuit_is_appended_with_the_exit_code_of_that() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    for (outcome, minutes) in [(P, 0), (D, 60), (D, 120), (P, 130), (P, 250)] {
        append_at(&mut history, hour(1) + SignedDuration::from_mins(minutes), outcome, &decisions());
    }
    let codes: Vec<_> = history.runs().unwrap().iter().map(|run| run.exit_code).collect();
    assert_eq!(codes, [0, 0, 0, 1, 0]);
}

#[test]
fn an_open_circuit_is_not_asked_for_by_a_later_incident() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    append(&mut history, 10, D);
    let asked = [(D, 0), (P, 30), (D, 60)].map(|(outcome, minutes)| {
        let at = hour(11) + SignedDuration::from_mins(minutes);
        named(append_at(&mut history, at, outcome, &decisions())).join(",")
    });
    assert_eq!(asked, ["rollback", "", "retrain"]);
}

#[test]
fn a_circuit_without_a_cooldown_asks_all_the_same() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    let breaker = Breaker { after: 1, cooldown: SignedDuration::ZERO, recovery: 1 };
    let decisions = Decisions { breaker: Some(breaker), ..decisions() };
    let finer_than_the_file = hour(1) + SignedDuration::from_nanos(999);
    let appended = append_at(&mut history, finer_than_the_file, D, &decisions);
    assert_eq!(appended.claims.len(), 2);
    assert_eq!(history.run(1).unwrap().circuit, Some(CircuitState::Open));
}

#[test]
fn drift_that_is_over_asks_for_nothing() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    append(&mut history, 5, P);
    // It began before the run that passed, and ended after it.
    assert_eq!(append(&mut history, 4, D), [""; 0]);
}

#[test]
fn one_that_began_earlier_and_ended_later_does_not_ask_again() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    assert_eq!(append(&mut history, 5, D), ["retrain"]);
    // The incident now begins with this one, and is the same.
    assert_eq!(append(&mut history, 4, D), ["rollback"]);
    assert_eq!(append(&mut history, 6, D), [""; 0]);
}

#[test]
fn of_many_at_once_one_asks() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("h.db");
    let asked: Vec<String> = thread::scope(|scope| {
        let one = |at: i64| {
            let path = &path;
            scope.spawn(move || append(&mut History::create(path).unwrap(), at, D))
        };
        let all: Vec<_> = (1..=16).map(one).collect();
        all.into_iter().flat_map(|one| one.join().unwrap()).collect()
    });
    let mut asked = asked;
    asked.sort();
    assert_eq!(asked, ["retrain", "rollback"]);
}

#[test]
fn the_record_has_every_attempt_and_what_was_killed_stays_unfinished() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    let appended = append_at(&mut history, hour(1), D, &decisions());
    let claim = &appended.claims[0];
    history.begin_attempt(claim, 1, hour(2)).unwrap();
    history.end_attempt(claim, 1, hour(3), "exit status: 3", ActionState::Unfinished).unwrap();
    history.begin_attempt(claim, 2, hour(4)).unwrap();
    drop(history);
    let mut history = History::open(&folder.path().join("h.db")).unwrap();
    let [action] = history.actions(1).unwrap().try_into().unwrap();
    assert_eq!((action.action, action.state), (Action::Retrain, ActionState::Unfinished));
    let attempts: Vec<_> = action.attempts.iter().map(|one| (one.ended, one.result.as_deref())).collect();
    assert_eq!(attempts, [(Some(hour(3)), Some("exit status: 3")), (None, None)]);
    // Nobody asks again.
    assert_eq!(append(&mut history, 5, D), ["rollback"]);
    history.set_exit_code(1, 2).unwrap();
    assert_eq!(history.run(1).unwrap().exit_code, 2);
}

#[test]
fn an_open_incident_is_not_pruned() {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    for (outcome, at) in [P, D, P, D, D].into_iter().zip(1..) {
        append(&mut history, at, outcome);
    }
    assert_eq!(history.prune(hour(5), None).unwrap(), Pruned { removed: 3, kept: 1 });
    assert_eq!(append(&mut history, 6, D), [""; 0]);
}

/// The hours of the runs that are left where those before `limit` are to go.
fn left(outcomes: &[Outcome], limit: i64, breaker: Option<Breaker>) -> Vec<i64> {
    let folder = TempDir::new().unwrap();
    let mut history = history(&folder);
    for (outcome, at) in outcomes.iter().zip(1..) {
        append(&mut history, at, *outcome);
    }
    let before = history.runs().unwrap();
    let pruned = history.prune(hour(limit), breaker).unwrap();
    let after = history.runs().unwrap();
    let asked_for = before.iter().filter(|run| run.at < hour(limit)).count();
    assert_eq!((pruned.removed + after.len(), pruned.removed + pruned.kept), (before.len(), asked_for));
    assert!(incidents(&before).ends_with(&incidents(&after)));
    for now in [limit, 20] {
        let stands = |runs: &[_]| breaker.map(|breaker| breaker.circuit(runs, hour(now)));
        assert_eq!(stands(&after), stands(&before));
    }
    after.iter().map(|run| (run.at.as_second() - hour(0).as_second()) / 3600).collect()
}

#[test]
fn a_resolved_incident_goes_whole_or_not_at_all() {
    let outcomes = [P, D, D, D, P, P];
    for (limit, first) in [(1, 1), (2, 2), (3, 2), (4, 2), (5, 2), (6, 6), (7, 7)] {
        assert_eq!(left(&outcomes, limit, None), (first..=6).collect::<Vec<_>>(), "{limit}");
    }
}

#[test]
fn what_the_circuit_rests_on_is_not_pruned() {
    let breaker = decisions().breaker;
    // Open by the run at 3 until 5: the passes at 4 do not close it, and that resolves the incident.
    assert_eq!(left(&[P, D, D, P], 5, breaker), [2, 3, 4]);
    assert_eq!(left(&[P, D, D, P], 5, None), [0; 0]);
    // Half-open, with one pass of the two that it takes.
    let patient = breaker.map(|breaker| Breaker { recovery: 2, ..breaker });
    assert_eq!(left(&[P, D, D, P, P], 6, patient), [2, 3, 4, 5]);
    // Closed again.
    assert_eq!(left(&[P, D, D, P, P], 6, breaker), [0; 0]);
    // Closed in the end, and open where it would be cut: from there on alone it would open later, and stay so.
    assert_eq!(left(&[P, D, D, P, D, P, D, D, P], 5, breaker), [2, 3, 4, 5, 6, 7, 8, 9]);
}

proptest! {
    #[test]
    fn pruning_moves_neither_the_circuit_nor_the_mean_times_that_are_left(
        drifted in prop::collection::vec(any::<bool>(), 0..12), limit in 0_i64..14, after in 1_u64..4, recovery in 1_u64..4,
    ) {
        let outcomes: Vec<_> = drifted.iter().map(|drifted| if *drifted { D } else { P }).collect();
        let breaker = Breaker { after, cooldown: SignedDuration::from_hours(2), recovery };
        left(&outcomes, limit, Some(breaker));
    }
}

#[test]
fn a_copy_leaves_the_file_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("h.db");
    append(&mut history(&folder), 1, D);
    let mut copy = History::copy(&path).unwrap();
    assert_eq!(append(&mut copy, 2, D), ["rollback"]);
    assert_eq!(history(&folder).runs().unwrap().len(), 1);
    let absent = folder.path().join("absent.db");
    assert_eq!(append(&mut History::copy(&absent).unwrap(), 2, D), ["retrain"]);
    assert!(!absent.exists());
}

/// A history as the first version made it.
fn first_version(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    connection.execute_batch(include_str!("../src/tables/1.sql")).unwrap();
    connection.pragma_update(None, "application_id", 0x6472_6667).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    let policy = serde_json::to_string(&report().policy).unwrap();
    connection
        .execute(
            "INSERT INTO runs VALUES (7, '1970-01-01T01:00:00.000Z', 'me', 'check', '0.1.0', 'drifted', 1, 'any',
                'drifted', 2, 1, 0.5, 'a', 3, NULL, 'b', 4, NULL, NULL, NULL, ?, '[\"a.html\"]')",
            [policy],
        )
        .unwrap();
    connection
        .execute("INSERT INTO notes VALUES (1, 7, '1970-01-01T02:00:00.000Z', NULL, 'seen')", [])
        .unwrap();
}

#[test]
fn a_history_of_the_first_version_is_brought_up_with_all_that_it_holds() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("h.db");
    first_version(&path);
    let mut copy = History::copy(&path).unwrap();
    assert_eq!(append(&mut copy, 3, D), ["retrain", "rollback"]);
    let format = |path: &Path| {
        let connection = rusqlite::Connection::open(path).unwrap();
        connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!(format(&path), 1, "a copy brings up nothing but itself");
    // Several at once, as the first runs of a new version would.
    thread::scope(|scope| {
        (0..8).for_each(|_| {
            scope.spawn(|| History::open(&path).unwrap());
        });
    });
    assert_eq!(format(&path), 2);
    let history = History::open(&path).unwrap();
    let run = history.run(7).unwrap();
    assert_eq!((run.outcome, run.circuit, run.reports.as_slice()), (D, None, &["a.html".to_owned()][..]));
    assert_eq!(history.notes(7).unwrap()[0].text, "seen");
    assert_eq!(history.actions(7).unwrap(), []);
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 3).unwrap();
    assert!(matches!(History::open(&path), Err(Error::Newer)));
}
