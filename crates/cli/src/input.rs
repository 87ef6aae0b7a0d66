//! From arguments to profiles.

use crate::args::Inputs;
use crate::error::{Error, Result};
use crate::files::Files;
use crate::progress::{Bar, Progress};
use crate::threads::Threads;
use driftglass_core::{Memory, MissingTokens, Parallel, Profile, Split};
use driftglass_data::{Input, Parts, ReadOptions, Selection, open, profile, profile_split};
use std::borrow::Cow;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// How inputs are read.
pub(crate) struct Reading<'a> {
    pub(crate) options: ReadOptions,
    pub(crate) missing: MissingTokens,
    pub(crate) threads: &'a Threads,
    pub(crate) progress: &'a Progress,
}

pub(crate) const STDIN: &str = "-";

/// Profiles both inputs, side by side where two threads are allowed; one that is split is read alone.
pub(crate) fn profiles(inputs: &Inputs, reading: &Reading<'_>) -> Result<(Profile, Profile)> {
    let reference = inputs.reference.as_path();
    let current = match (&inputs.current, &inputs.split) {
        (Some(current), _) => current.as_path(),
        (None, Some(split)) => return read_split(reference, split, reading),
        (None, None) => {
            return Err(Error::new("there is no current file").with_hint(
                "name two files, or split one with --split, or cut it into windows with --every",
            ));
        }
    };
    if reference == Path::new(STDIN) && current == Path::new(STDIN) {
        return Err(both_are_stdin());
    }
    if reading.threads.threads() < 2 {
        // What is wrong with the first is said before the second is read.
        return Ok((read(reference, reading)?, read(current, reading)?));
    }
    let mut both =
        reading.threads.map(vec![reference, current], |argument| read(argument, reading)).into_iter();
    match (both.next(), both.next()) {
        (Some(reference), Some(current)) => Ok((reference?, current?)),
        _ => unreachable!("each gave a result"),
    }
}

/// There is one stdin.
pub(crate) fn both_are_stdin() -> Error {
    Error::new("both inputs are stdin").with_hint("give a file for one of them")
}

/// Profiles what an argument means.
pub(crate) fn read(argument: &Path, reading: &Reading<'_>) -> Result<Profile> {
    if argument == Path::new(STDIN) {
        let bar = reading.progress.bar("stdin", None);
        let input = Input::stream(bar.follow(io::stdin().lock()));
        return Ok(profile("stdin", input, &reading.options, reading.missing.clone(), reading.threads)?);
    }
    match Files::of(argument)? {
        Files::One(path) => {
            let name = name(&path);
            let bar = reading.progress.bar(&name, size(&path));
            read_file(&path, &name, &bar, reading)
        }
        Files::Several(paths) => read_several(&argument.to_string_lossy(), &paths, reading),
    }
}

/// What several arguments mean, as one data set.
pub(crate) fn together(arguments: &[PathBuf], reading: &Reading<'_>) -> Result<Profile> {
    match arguments {
        [argument] => read(argument, reading),
        _ => read_several(&name_of_all(arguments), &files(arguments)?, reading),
    }
}

/// Saved profiles added up.
pub(crate) fn merged(arguments: &[PathBuf], memory: Memory) -> Result<Profile> {
    let mut parts = Parts::new(Selection::default());
    let mut missing: Option<MissingTokens> = None;
    for path in files(arguments)? {
        let name = path.to_string_lossy();
        let file = File::open(&path).map_err(|error| Error::io(&name, &error))?;
        let part = open(&name, Input::stream(file))?.within(memory);
        if missing.as_ref().is_some_and(|missing| missing != part.missing_tokens()) {
            return Err(Error::new(format!("{name}: other spellings were missing values here than before"))
                .with_hint("make the profiles with the same --missing"));
        }
        missing.get_or_insert_with(|| part.missing_tokens().clone());
        parts.add(part);
    }
    finish(parts, &name_of_all(arguments))
}

fn files(arguments: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for argument in arguments {
        files.extend(Files::of(argument)?.paths());
    }
    Ok(files)
}

fn name_of_all(arguments: &[PathBuf]) -> String {
    let first = arguments.first().map(|path| path.to_string_lossy()).unwrap_or_default();
    match arguments.len() {
        0 | 1 => first.into_owned(),
        count => format!("{first} and {} more", count - 1),
    }
}

/// One file as two data sets.
fn read_split(argument: &Path, split: &Split, reading: &Reading<'_>) -> Result<(Profile, Profile)> {
    let refuse = |what: &str, hint: &str| Error::new(format!("{what} cannot be split")).with_hint(hint);
    if argument == Path::new(STDIN) {
        return Err(refuse("stdin", "write it to a file first"));
    }
    let Files::One(path) = Files::of(argument)? else {
        return Err(refuse("a pattern of files", "name one file"));
    };
    let name = name(&path);
    let bar = reading.progress.bar(&name, size(&path));
    let open = || Ok(Input::file(bar.follow(File::open(&path)?)));
    Ok(profile_split(&name, open, &reading.options, reading.missing.clone(), split)?)
}

/// Files as one data set, in their order.
fn read_several(name: &str, paths: &[PathBuf], reading: &Reading<'_>) -> Result<Profile> {
    let bar = reading.progress.bar(name, paths.iter().map(|path| size(path)).sum());
    let mut parts = Parts::new(reading.options.columns.clone());
    for path in paths {
        parts.add(read_file(path, &path.to_string_lossy(), &bar, reading)?);
    }
    finish(parts, name)
}

fn finish(parts: Parts, name: &str) -> Result<Profile> {
    parts.finish(name).ok_or_else(|| Error::new(format!("{name}: there is no file")))
}

fn read_file(path: &Path, name: &str, bar: &Bar, reading: &Reading<'_>) -> Result<Profile> {
    let input = open_file(path, bar)?;
    Ok(profile(name, input, &reading.options, reading.missing.clone(), reading.threads)?)
}

/// A file's name without its folder.
pub(crate) fn name(path: &Path) -> Cow<'_, str> {
    path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy())
}

/// A file, whose bytes the bar counts.
pub(crate) fn open_file(path: &Path, bar: &Bar) -> Result<Input<'static>> {
    let file = File::open(path).map_err(|error| Error::io(&path.display().to_string(), &error))?;
    let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
    let file = bar.follow(file);
    // A pipe that has a name is read as it comes.
    Ok(if is_file { Input::file(file) } else { Input::stream(file) })
}

/// The size of a file in bytes; a pipe has none.
pub(crate) fn size(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len())
}
