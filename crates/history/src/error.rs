//! What can go wrong with a history.

use rusqlite::ErrorCode;
use std::fmt;

/// What went wrong.
#[derive(Debug)]
pub enum Error {
    /// The file holds something else.
    NotAHistory,
    /// The file was written by a later version.
    Newer,
    /// No run has this number.
    NoSuchRun(i64),
    /// The file cannot be read or written.
    Store(rusqlite::Error),
}

/// What a history answers, or what went wrong.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// What to do about it.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NotAHistory => Some("name a file that --history made, or one that does not exist yet"),
            Self::Newer => Some("use the version of driftglass that wrote it, or a later one"),
            Self::NoSuchRun(_) => Some("driftglass history list prints the numbers"),
            Self::Store(error) => match error.sqlite_error_code() {
                Some(ErrorCode::CannotOpen) => Some("check the path, and that its folder may be written to"),
                Some(ErrorCode::ReadOnly) => Some("the file and its folder must be writable"),
                Some(ErrorCode::DatabaseBusy) => Some("another program has held it for too long"),
                _ => None,
            },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAHistory => f.write_str("the file is not a history"),
            Self::Newer => f.write_str("the history was written by a later version"),
            Self::NoSuchRun(id) => write!(f, "no run has the number {id}"),
            Self::Store(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAHistory,
            _ => Self::Store(error),
        }
    }
}
