//! Errors as the user reads them: `error: …`, then `hint: …`.

use driftglass_core::WindowError;
use driftglass_core::policy::PolicyError;
use driftglass_report::visible;
use std::path::Path;
use std::{fmt, io};

/// What went wrong, and what to do about it.
#[derive(Debug)]
pub(crate) struct Error {
    message: String,
    hint: Option<String>,
}

pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None }
    }

    /// A file that cannot be read or written.
    pub(crate) fn io(file: &str, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "no such file or folder".to_owned(),
            io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            _ => error.to_string(),
        };
        let complaint = Self::new(format!("{file}: {reason}"));
        if error.kind() == io::ErrorKind::NotFound {
            complaint.with_hint("check the path")
        } else {
            complaint
        }
    }

    /// A history that does not answer.
    pub(crate) fn history(file: &Path, error: &driftglass_history::Error) -> Self {
        if file.is_dir() {
            return Self::new(format!("{}: is a folder", file.display()))
                .with_hint("a history is one file, such as drift.db");
        }
        Self { message: format!("{}: {error}", file.display()), hint: error.hint().map(str::to_owned) }
    }

    /// What went wrong, without what to do about it.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// What to do about it.
    pub(crate) fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// The same where it ends nothing.
    pub(crate) fn as_note(&self) -> String {
        self.under("note")
    }

    fn under(&self, word: &str) -> String {
        // Messages quote names and values of the data, which must not steer the terminal.
        let hint = self.hint.iter().map(|hint| format!("hint: {}\n", visible(hint)));
        format!("{word}: {}\n", visible(&self.message)) + &hint.collect::<String>()
    }

    #[must_use]
    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.under("error"))
    }
}

impl From<PolicyError> for Error {
    fn from(error: PolicyError) -> Self {
        Self { message: error.to_string(), hint: error.hint() }
    }
}

impl From<WindowError> for Error {
    fn from(error: WindowError) -> Self {
        Self { message: error.to_string(), hint: error.hint().map(str::to_owned) }
    }
}

impl From<driftglass_data::Error> for Error {
    fn from(error: driftglass_data::Error) -> Self {
        Self { message: error.to_string(), hint: error.hint().map(str::to_owned) }
    }
}
