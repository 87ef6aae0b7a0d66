//! Where an output goes: to stdout, or into a file that is written beside its place and renamed, so that it is whole or
//! not there at all.

use crate::error::{Error, Result};
use crate::interrupt::begin;
use crate::sources::Sources;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where an output goes.
pub(crate) enum Destination {
    Stdout,
    File { path: PathBuf, beside: NamedTempFile },
}

impl Destination {
    /// Opens it, so that a folder that cannot be written shows before the work and not after it, and so does an output that is one
    /// of the sources. `-` is stdout.
    pub(crate) fn open(path: &Path, sources: &Sources) -> Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Stdout);
        }
        sources.spare(path)?;
        let folder = existing_folder(path)?;
        let beside = begin(|| tempfile::Builder::new().prefix(".driftglass-").tempfile_in(folder))
            .map_err(|error| Error::io(&path.display().to_string(), &error))?;
        Ok(Self::File { path: path.to_owned(), beside })
    }

    /// The same for a file that is made once, for its owner to edit.
    pub(crate) fn open_new(path: &Path) -> Result<Self> {
        if path != Path::new("-") && path.exists() {
            return Err(Error::new(format!("{}: is there already", path.display()))
                .with_hint("remove it, or name another file with -o"));
        }
        Self::open(path, &Sources::default())
    }

    /// Writes all of it, and returns the path where there is one.
    pub(crate) fn write(self, bytes: &[u8]) -> Result<Option<PathBuf>> {
        match self {
            Self::Stdout => {
                print(bytes)?;
                Ok(None)
            }
            Self::File { path, mut beside } => {
                let failed = |error: io::Error| Error::io(&path.display().to_string(), &error);
                beside.write_all(bytes).map_err(failed)?;
                open_to_readers(&beside).map_err(failed)?;
                beside.persist(&path).map_err(|error| failed(error.error))?;
                Ok(Some(path))
            }
        }
    }
}

/// The folder of a file, which is the working one where the path names none.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."))
}

/// The same where it is there, for a file that may be yet to be made.
pub(crate) fn existing_folder(path: &Path) -> Result<&Path> {
    let folder = folder_of(path);
    if folder.is_dir() {
        return Ok(folder);
    }
    Err(Error::new(format!("{}: there is no folder {}", path.display(), folder.display()))
        .with_hint("make it first, or check the path"))
}

/// A temporary file is its owner's alone; an output is as readable as any new file.
#[cfg(unix)]
fn open_to_readers(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_readers(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}

/// Writes to stdout; a reader that has gone away, such as `head`, is no error.
pub(crate) fn print(bytes: &[u8]) -> Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::new(format!("stdout: {error}")))
        }
        _ => Ok(()),
    }
}
