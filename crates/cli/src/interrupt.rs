//! Ctrl-C, and the other ways to be told to stop: at once, with nothing half-written left behind.

use crate::error::{Error, Result};
use std::path::PathBuf;
use std::process::exit;
use std::sync::{Mutex, PoisonError};
use std::{fs, io};
use tempfile::NamedTempFile;

/// Exit code of a program that was interrupted: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// Files that become outputs once they are whole.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// From now on an interrupted program leaves no unfinished file.
pub(crate) fn prepare() -> Result<()> {
    let stop = || {
        // Held to the end, so that no other file is begun.
        let unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
        for path in unfinished.iter() {
            // One that is finished has another name by now, and nobody is left to tell of another failure.
            let _ = fs::remove_file(path);
        }
        exit(INTERRUPTED)
    };
    ctrlc::set_handler(stop).map_err(|error| Error::new(format!("cannot prepare for Ctrl-C: {error}")))
}

/// Begins a file that is removed if the program is interrupted.
pub(crate) fn begin(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let mut unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    let file = make()?;
    unfinished.push(file.path().to_owned());
    Ok(file)
}
