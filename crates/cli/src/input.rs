//! From paths to profiles.

use crate::error::{Error, Result};
use crate::progress::Progress;
use driftglass_core::{MissingTokens, Profile};
use driftglass_data::{Input, ReadOptions, profile};
use std::fs::File;
use std::io;
use std::path::Path;
use std::thread;

/// How inputs are read.
pub(crate) struct Reading<'a> {
    pub(crate) options: ReadOptions,
    pub(crate) missing: MissingTokens,
    pub(crate) threads: usize,
    pub(crate) progress: &'a Progress,
}

const STDIN: &str = "-";

/// Profiles both inputs, side by side where two threads are allowed.
pub(crate) fn profiles(
    reference: &Path,
    current: &Path,
    reading: &Reading<'_>,
) -> Result<(Profile, Profile)> {
    if reference == Path::new(STDIN) && current == Path::new(STDIN) {
        return Err(Error::new("both inputs are stdin").with_hint("give a file for one of them"));
    }
    if reading.threads < 2 {
        return Ok((read(reference, reading)?, read(current, reading)?));
    }
    let (first, second) = thread::scope(|scope| {
        let first = scope.spawn(|| read(reference, reading));
        let second = read(current, reading);
        (first.join(), second)
    });
    let first =
        first.map_err(|_| Error::new(format!("{}: reading it failed unexpectedly", reference.display())))?;
    Ok((first?, second?))
}

fn read(path: &Path, reading: &Reading<'_>) -> Result<Profile> {
    let missing = reading.missing.clone();
    if path == Path::new(STDIN) {
        let input = reading.progress.follow("stdin", None, io::stdin().lock());
        return Ok(profile("stdin", Input::stream(input), &reading.options, missing)?);
    }
    let shown = path.display();
    let failed = |error: &io::Error| Error::io(&shown.to_string(), error);
    let file = File::open(path).map_err(|error| failed(&error))?;
    let metadata = file.metadata().map_err(|error| failed(&error))?;
    if metadata.is_dir() {
        return Err(Error::new(format!("{shown}: is a folder")).with_hint("give a file"));
    }
    let name = path.file_name().map_or_else(|| shown.to_string(), |name| name.to_string_lossy().into_owned());
    let size = metadata.is_file().then_some(metadata.len());
    let input = reading.progress.follow(&name, size, file);
    // A pipe that has a name is read as it comes.
    let input = if size.is_some() { Input::file(input) } else { Input::stream(input) };
    Ok(profile(&name, input, &reading.options, missing)?)
}
