//! How settings and the browser's files become what the readers ask for.

use std::io;

use driftglass_core::policy::{PolicyError, Settings};
use driftglass_core::series::WindowError;
use driftglass_core::{Memory, MissingTokens};
use driftglass_data::{Input, ReadOptions, Selection};
use web_sys::File;

use crate::file;
use crate::message::{Problem, Side};

/// Memory for the values of each data set: with the pieces that helpers hold, and what a comparison takes besides, two stay
/// below the gigabyte that a page may take without harm.
pub(crate) const MEMORY: Memory = Memory::bytes(384 << 20);

/// The readers' options, and the spellings of a missing value.
pub(crate) fn options(settings: &Settings) -> Result<(ReadOptions, MissingTokens), PolicyError> {
    let policy = settings.policy()?;
    let columns = Selection::of(move |column| policy.covers(column));
    Ok((ReadOptions { columns, memory: MEMORY, ..ReadOptions::default() }, missing(settings)))
}

/// The spellings of a missing value.
fn missing(settings: &Settings) -> MissingTokens {
    settings.missing.clone().map_or_else(MissingTokens::default, MissingTokens::new)
}

/// A file as an input, which tells how many of its bytes are read.
pub(crate) fn open(file: &File, tell: impl Fn(u64) + 'static) -> io::Result<Input<'static>> {
    tell(0);
    // A Parquet file is read once more for its digest.
    let most = size(file);
    Ok(Input::file(file::open(file, move |bytes| tell(bytes.min(most)))?))
}

/// A file's size in bytes, which JavaScript holds as a float.
pub(crate) fn size(file: &File) -> u64 {
    file.size() as u64
}

/// What is wrong with a file that cannot be opened.
pub(crate) fn unopened(side: Option<Side>, file: &File, error: &io::Error) -> Problem {
    Problem { side, message: format!("{}: {error}", file.name()), hint: None }
}

/// What is wrong with a file that cannot be read.
pub(crate) fn unreadable(side: Option<Side>, error: &driftglass_data::Error) -> Problem {
    Problem { side, message: error.to_string(), hint: error.hint().map(str::to_owned) }
}

impl From<WindowError> for Problem {
    fn from(error: WindowError) -> Self {
        Self { side: None, message: error.to_string(), hint: error.hint().map(str::to_owned) }
    }
}

impl From<PolicyError> for Problem {
    fn from(error: PolicyError) -> Self {
        Self { side: None, message: error.to_string(), hint: error.hint() }
    }
}
