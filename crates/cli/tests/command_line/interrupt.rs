//! Ctrl-C: at once, and nothing half-written is left.
#![cfg(unix)]

use crate::desk::Desk;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Longer than starting and stopping ever takes.
const PATIENCE: Duration = Duration::from_secs(30);

fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "waited in vain until {what}");
        sleep(Duration::from_millis(10));
    }
}

#[test]
fn an_interrupted_run_leaves_nothing() {
    for signal in ["-INT", "-TERM"] {
        let desk = Desk::new().with("reference.csv", "age,job\n17,a\n22,b\n");
        // The other input is a pipe that nobody writes to: the run waits for it, with its output begun.
        let mut run = Command::new(env!("CARGO_BIN_EXE_driftglass"))
            .args(["report", "reference.csv", "-", "-o", "report.html"])
            .current_dir(desk.path("."))
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        wait_until("the output is begun", || desk.names().len() == 2);
        let status = Command::new("kill").args([signal, &run.id().to_string()]).status().unwrap();
        assert!(status.success());
        let mut code = None;
        wait_until("the run has ended", || {
            code = run.try_wait().unwrap().map(|status| status.code());
            code.is_some()
        });
        assert_eq!(code, Some(Some(130)));
        assert_eq!(desk.names(), ["reference.csv"]);
    }
}
