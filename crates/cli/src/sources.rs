//! The files that a command reads, none of which it may write over.

use crate::destination::folder_of;
use crate::error::{Error, Result};
use crate::files::Files;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// What a command reads, and what each file is to it.
#[derive(Default)]
pub(crate) struct Sources(Vec<(&'static str, PathBuf)>);

impl Sources {
    /// One more file, where there is one.
    pub(crate) fn with(mut self, role: &'static str, path: Option<&Path>) -> Self {
        self.0.extend(path.map(|path| (role, path.to_owned())));
        self
    }

    /// The files that an argument means; `-` is none.
    pub(crate) fn with_data(mut self, argument: &Path) -> Result<Self> {
        if argument == Path::new("-") {
            return Ok(self);
        }
        self.0.extend(Files::of(argument)?.paths().into_iter().map(|path| ("input", path)));
        Ok(self)
    }

    /// Refuses an output that is one of them, however it is spelled.
    pub(crate) fn spare(&self, output: &Path) -> Result<()> {
        let place = place(output);
        match self.0.iter().find(|(_, source)| self::place(source) == place) {
            None => Ok(()),
            Some((role, source)) => {
                let which = if source == output { String::new() } else { format!(" {}", source.display()) };
                Err(Error::new(format!("{}: is also the {role}{which}", output.display()))
                    .with_hint("write elsewhere; what is there would be lost"))
            }
        }
    }
}

/// Where a file is, or would be, through links and whatever spelling.
fn place(path: &Path) -> PathBuf {
    let by_folder = || {
        let name = path.file_name().unwrap_or(OsStr::new(""));
        fs::canonicalize(folder_of(path)).map(|folder| folder.join(name))
    };
    fs::canonicalize(path).or_else(|_| by_folder()).unwrap_or_else(|_| path.to_owned())
}
