//! The record that a run leaves in a history.

use crate::destination::existing_folder;
use crate::error::{Error, Result};
use driftglass_core::Report;
use driftglass_history::{Appended, Circumstances, Decisions, Entry, History, Outcome};
use jiff::Timestamp;
use std::path::{Path, PathBuf, absolute};

/// The place of a run in a history.
pub(crate) struct Record {
    path: PathBuf,
    history: History,
    at: Timestamp,
}

/// How a run ended.
pub(crate) struct End {
    pub(crate) command: &'static str,
    pub(crate) gate: String,
    pub(crate) outcome: Outcome,
    pub(crate) exit_code: u8,
    pub(crate) exit_code_if_open: u8,
    pub(crate) reports: Vec<PathBuf>,
}

impl Record {
    /// Opens the history before the work starts, and makes it where there is none; `None` where nobody asked for one. On trial
    /// everything is written to a copy, which goes with the program.
    pub(crate) fn open(path: Option<&Path>, on_trial: bool) -> Result<Option<Self>> {
        let at = Timestamp::now();
        path.map(|path| {
            existing_folder(path)?;
            let history = if on_trial { History::copy(path) } else { History::create(path) };
            let history = history.map_err(|error| Error::history(path, &error))?;
            Ok(Self { path: path.to_owned(), history, at })
        })
        .transpose()
    }

    /// Appends the run. Once this returns, it is on disk, and so are its claims.
    pub(crate) fn append(&mut self, report: &Report, end: End, decisions: &Decisions) -> Result<Appended> {
        let circumstances = Circumstances {
            at: self.at,
            user: user(),
            command: end.command,
            gate: end.gate,
            outcome: end.outcome,
            exit_code: end.exit_code,
            exit_code_if_open: end.exit_code_if_open,
            reports: end.reports.iter().map(|path| whole(path)).collect(),
        };
        self.write(|history| history.append(&Entry { report, circumstances }, decisions))
    }

    /// Writes to the history.
    pub(crate) fn write<T>(
        &mut self,
        write: impl FnOnce(&mut History) -> driftglass_history::Result<T>,
    ) -> Result<T> {
        write(&mut self.history).map_err(|error| Error::history(&self.path, &error))
    }
}

/// Who runs this, as the environment says.
pub(crate) fn user() -> Option<String> {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .filter_map(std::env::var_os)
        .map(|name| name.to_string_lossy().into_owned())
        .find(|name| !name.is_empty())
}

/// The path from the root, because a history is read elsewhere.
fn whole(path: &Path) -> String {
    absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}
