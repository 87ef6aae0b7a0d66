//! The files that an argument means: one, those of a folder, or those that match a pattern.

use crate::error::{Error, Result};
use driftglass_data::Format;
use std::fs;
use std::path::{Path, PathBuf};

/// What a pattern has and a path seldom does.
const WILD: [char; 3] = ['*', '?', '['];

/// What an argument means.
pub(crate) enum Files {
    One(PathBuf),
    /// In the order of their paths, and never none.
    Several(Vec<PathBuf>),
}

impl Files {
    /// The files of an argument. A file that is called like a pattern is that file.
    pub(crate) fn of(argument: &Path) -> Result<Self> {
        let shown = argument.display();
        if argument.is_dir() {
            let mut files = Vec::new();
            walk(argument, &mut files)?;
            return several(files, || {
                Error::new(format!("{shown}: the folder has no data files")).with_hint(
                    "they end in .csv, .tsv, .json, .ndjson, .jsonl, .parquet or .profile, with or without .gz or .zst",
                )
            });
        }
        match argument.to_str() {
            Some(pattern) if pattern.contains(WILD) && !argument.exists() => matching(pattern),
            _ => Ok(Self::One(argument.to_owned())),
        }
    }

    /// All of them, in their order.
    pub(crate) fn paths(self) -> Vec<PathBuf> {
        match self {
            Self::One(path) => vec![path],
            Self::Several(paths) => paths,
        }
    }
}

fn several(mut files: Vec<PathBuf>, none: impl FnOnce() -> Error) -> Result<Files> {
    files.sort();
    if files.is_empty() { Err(none()) } else { Ok(Files::Several(files)) }
}

/// The files that match, and those of the folders that do. Hidden ones only match a pattern with a dot.
fn matching(pattern: &str) -> Result<Files> {
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let paths = glob::glob_with(pattern, options).map_err(|error| {
        Error::new(format!("{pattern}: {}", error.msg))
            .with_hint("* stands for any text, ? for any character, [ab] for a or b")
    })?;
    let mut files = Vec::new();
    for path in paths {
        let path = path.map_err(|error| Error::io(&error.path().display().to_string(), error.error()))?;
        if path.is_dir() { walk(&path, &mut files)? } else { files.push(path) }
    }
    several(files, || {
        Error::new(format!("{pattern}: no file matches")).with_hint(
            "check the pattern and the folder that it starts from; in quotes the shell leaves it alone",
        )
    })
}

/// The data files of a folder and of the folders in it. What begins with `.` or `_` is hidden or about the data, as `_SUCCESS`,
/// and what does not end like data is none.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let failed = |error| Error::io(&folder.display().to_string(), &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(['.', '_']) {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if Format::from_name(&name).is_some() || name.ends_with(".profile") {
            files.push(path);
        }
    }
    Ok(())
}
