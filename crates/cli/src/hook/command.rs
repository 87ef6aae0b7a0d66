//! A hook that is a program.

use super::{Attempted, Occasion};
use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};
use std::time::Duration;
use wait_timeout::ChildExt;

pub(super) struct Command {
    words: Vec<String>,
    folder: PathBuf,
    timeout: Duration,
}

impl Command {
    pub(super) fn new(words: &[String], folder: &Path, timeout: Duration) -> Self {
        Self { words: words.to_vec(), folder: folder.to_owned(), timeout }
    }

    /// As one would type it, more or less.
    pub(super) fn line(&self) -> String {
        self.words.join(" ")
    }

    /// Runs it with the report as its input. What it prints goes to stderr: stdout has the results.
    pub(super) fn run(&self, occasion: &Occasion<'_>) -> Attempted {
        let input =
            input(occasion.report).map_err(|error| format!("the report cannot be handed over: {error}"))?;
        let (program, arguments) = self.words.split_first().ok_or("there is no program")?;
        let mut child = process::Command::new(program)
            .args(arguments)
            .current_dir(&self.folder)
            .env("DRIFTGLASS_ACTION", occasion.claim.hook.action.name())
            .env("DRIFTGLASS_HOOK", &occasion.claim.hook.name)
            .env("DRIFTGLASS_RUN", occasion.run.to_string())
            .env("DRIFTGLASS_INCIDENT", occasion.claim.incident.to_string())
            .stdin(Stdio::from(input))
            .stdout(Stdio::from(io::stderr()))
            .spawn()
            .map_err(|error| format!("cannot be started: {error}"))?;
        match child.wait_timeout(self.timeout) {
            Ok(Some(status)) if status.success() => Ok(status.to_string()),
            Ok(Some(status)) => Err(status.to_string()),
            Ok(None) => {
                // One that ended just now cannot be stopped, and need not.
                let _ = child.kill();
                let _ = child.wait();
                Err(format!("stopped after {:?}", self.timeout))
            }
            Err(error) => Err(format!("lost: {error}")),
        }
    }
}

/// A file without a name, which a program may read or leave unread.
fn input(report: &str) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(report.as_bytes())?;
    file.rewind()?;
    Ok(file)
}
