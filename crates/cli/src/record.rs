//! The record that a run leaves in a history.

use crate::error::{Error, Result};
use driftglass_core::Report;
use driftglass_history::{Circumstances, Entry, History, Outcome};
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
    pub(crate) reports: Vec<PathBuf>,
}

impl Record {
    /// Opens the history before the work starts, and makes it where there is none; `None` where nobody asked for one.
    pub(crate) fn open(path: Option<&Path>) -> Result<Option<Self>> {
        let at = Timestamp::now();
        path.map(|path| {
            let history = History::create(path).map_err(|error| Error::history(path, &error))?;
            Ok(Self { path: path.to_owned(), history, at })
        })
        .transpose()
    }

    /// Appends the run. Once this returns, it is on disk.
    pub(crate) fn append(mut self, report: &Report, end: End) -> Result<()> {
        let circumstances = Circumstances {
            at: self.at,
            user: user(),
            command: end.command,
            gate: end.gate,
            outcome: end.outcome,
            exit_code: end.exit_code,
            reports: end.reports.iter().map(|path| whole(path)).collect(),
        };
        let appended = self.history.append(&Entry { report, circumstances });
        appended.map_err(|error| Error::history(&self.path, &error))?;
        Ok(())
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
