//! Many checks into one history, from four processes at a time, of which some are killed at any moment.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::HashMap;
use std::fs;
use std::iter;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Processes at a time.
const PROCESSES: u64 = 4;
/// Of so many runs one is killed.
const KILLED: u64 = 2;

/// What became of a run.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// It said by its exit code that it was done.
    Acknowledged,
    Killed,
}

/// A number that looks random, the same for the same place.
fn scrambled(place: u64) -> u64 {
    let mixed = place.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 32)
}

fn driftglass(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_driftglass"));
    command.args(arguments).current_dir(folder);
    command
}

/// What a check takes that is left alone: the least of a few, so that kills come while runs live, however busy the machine is.
fn usual(folder: &Path, code: i32) -> Duration {
    let times = (0..4).map(|_| {
        let start = Instant::now();
        let arguments = ["check", "reference.csv", "current.csv", "--history", "warm-up.db"];
        let run = driftglass(folder, &arguments).stdout(Stdio::null()).status().unwrap();
        assert_eq!(run.code(), Some(code));
        start.elapsed()
    });
    times.min().unwrap()
}

/// Runs a check, or kills it before it ends by `code`, as its place has it.
fn check(mut command: Command, code: i32, place: u64, usual: Duration) -> End {
    let mut run = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    if scrambled(place).is_multiple_of(KILLED) {
        // At any moment of its life, and sometimes just after.
        thread::sleep(usual.mul_f64((scrambled(place) % 1000) as f64 / 800.0));
        run.kill().unwrap();
    }
    let output = run.wait_with_output().unwrap();
    match output.status.code() {
        Some(ended) if ended == code => End::Acknowledged,
        None => End::Killed,
        other => panic!("run {place} ended with {other:?}: {}", String::from_utf8_lossy(&output.stderr)),
    }
}

/// Does so many pieces of work, some at a time.
fn at_once<R: Send>(count: u64, work: impl Fn(u64) -> R + Sync) -> Vec<R> {
    let next = AtomicU64::new(0);
    let worker = || {
        let places =
            iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|place| *place < count));
        places.map(&work).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..PROCESSES).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

/// The history as JSON.
fn export(folder: &Path) -> serde_json::Value {
    let export = driftglass(folder, &["history", "export", "--history", "h.db"]).output().unwrap();
    serde_json::from_slice(&export.stdout).unwrap()
}

fn soak(checks: u64) {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let rows = |offset: u64| {
        (0..30).map(|i| [(i + offset) % 7, i % 3].map(|cell| cell.to_string()).join(",")).collect::<Vec<_>>()
    };
    fs::write(folder.join("reference.csv"), "a,b\n".to_owned() + &rows(0).join("\n")).unwrap();
    fs::write(folder.join("current.csv"), "a,b\n".to_owned() + &rows(3).join("\n")).unwrap();
    let start = Instant::now();
    let usual = usual(folder, 0);
    // Nothing is there yet: the first runs make the history together, and some of them are killed doing so.
    let ends: HashMap<String, End> = at_once(checks, |place| {
        // A file that no other run checks, so that the run can be told in the history.
        let name = format!("current-{place}.csv");
        fs::copy(folder.join("current.csv"), folder.join(&name)).unwrap();
        let arguments = ["check", "reference.csv", &name, "--threads", "1", "--history", "h.db"];
        let end = check(driftglass(folder, &arguments), 0, place, usual);
        (name, end)
    })
    .into_iter()
    .collect();
    let export = export(folder);
    let mut recorded: HashMap<&str, u64> = HashMap::new();
    for run in export["runs"].as_array().unwrap() {
        *recorded.entry(run["current"]["name"].as_str().unwrap()).or_default() += 1;
        // A run is there with all of its columns, or not at all.
        assert_eq!(run["columns"].as_array().unwrap().len(), 2, "{run}");
    }
    let times = |name: &str| recorded.get(name).copied().unwrap_or(0);
    let killed = ends.values().filter(|end| **end == End::Killed).count();
    let survived = ends.iter().filter(|(name, end)| **end == End::Killed && times(name) == 1).count();
    eprintln!(
        "{checks} checks in {:.1?}: {} acknowledged, {killed} killed, {survived} of them on record",
        start.elapsed(),
        ends.len() - killed
    );
    for (name, end) in &ends {
        match end {
            End::Acknowledged => assert_eq!(times(name), 1, "{name} was acknowledged"),
            End::Killed => assert!(times(name) <= 1, "{name} is on record twice"),
        }
    }
    // The kills fell into the work, not before or after it.
    assert!(
        killed as u64 > checks / KILLED / 3 && survived < killed,
        "{killed} killed, {survived} on record"
    );
}

#[test]
fn nothing_that_was_acknowledged_is_lost() {
    soak(1000);
}

/// Drifted checks from four processes, any of them killed at any moment: the hook runs once at the most, and where it did not run to its
/// end the history says so.
#[test]
fn a_hook_runs_once_an_incident_whoever_is_killed() {
    const CHECKS: u64 = 40;
    for round in 0..5 {
        let folder = TempDir::new().unwrap();
        let folder = folder.path();
        let row = |row: u64, from: u64| format!("{}\n", row % 7 + from);
        let rows = |from: u64| (0..60).map(|at| row(at, from)).collect::<String>();
        fs::write(folder.join("reference.csv"), "a\n".to_owned() + &rows(0)).unwrap();
        fs::write(folder.join("current.csv"), "a\n".to_owned() + &rows(90)).unwrap();
        let usual = usual(folder, 1);
        let config = "[run]\nhistory = \"h.db\"\n[[hook]]\naction = \"retrain\"\ncommand = [\"sh\", \"-c\", \"echo x >> runs.txt\"]\n";
        fs::write(folder.join("driftglass.toml"), config).unwrap();
        let ends = at_once(CHECKS, |place| {
            let arguments = ["check", "reference.csv", "current.csv", "--threads", "1", "--quiet"];
            check(driftglass(folder, &arguments), 1, place + 100 * round, usual)
        });
        assert!(ends.contains(&End::Killed), "no kill met a run that lived");
        let export = export(folder);
        let actions: Vec<_> = export["runs"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|run| run["actions"].as_array().unwrap())
            .map(|action| action["state"].as_str().unwrap())
            .collect();
        let runs = fs::read_to_string(folder.join("runs.txt")).unwrap_or_default().lines().count();
        assert!(actions == ["done"] || actions == ["unfinished"], "{actions:?}");
        assert!(runs <= 1 && (actions == ["unfinished"] || runs == 1), "{actions:?}, run {runs} times");
    }
}
