//! From a report to files: written beside and renamed, so that each is whole or not there at all.

use crate::error::{Error, Result};
use crate::interrupt::begin;
use driftglass_core::Report;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Html,
    Json,
    Markdown,
    Junit,
}

impl Format {
    fn of(path: &Path) -> Result<Self> {
        match path
            .extension()
            .and_then(|extension| extension.to_str())
            .map(str::to_ascii_lowercase)
            .as_deref()
        {
            Some("html" | "htm") => Ok(Self::Html),
            Some("json") => Ok(Self::Json),
            Some("md" | "markdown") => Ok(Self::Markdown),
            Some("xml") => Ok(Self::Junit),
            _ => Err(Error::new(format!("{}: the extension names no format", path.display()))
                .with_hint("use .html, .json, .md or .xml (JUnit)")),
        }
    }

    fn render(self, report: &Report) -> String {
        match self {
            Self::Html => driftglass_report::html(report),
            Self::Json => report.to_json(),
            Self::Markdown => driftglass_report::markdown(report),
            Self::Junit => driftglass_report::junit(report),
        }
    }
}

/// An output that is open, so that a folder that cannot be written shows before the work and not after it.
pub(crate) enum Output {
    Stdout,
    File { format: Format, path: PathBuf, beside: NamedTempFile },
}

impl Output {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Stdout);
        }
        let format = Format::of(path)?;
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let beside = begin(|| tempfile::Builder::new().prefix(".driftglass-").tempfile_in(folder))
            .map_err(|error| Error::io(&path.display().to_string(), &error))?;
        Ok(Self::File { format, path: path.to_owned(), beside })
    }

    /// Writes the report, and returns the path where there is one.
    pub(crate) fn write(self, report: &Report) -> Result<Option<PathBuf>> {
        match self {
            Self::Stdout => {
                print(&report.to_json())?;
                Ok(None)
            }
            Self::File { format, path, mut beside } => {
                let failed = |error: io::Error| Error::io(&path.display().to_string(), &error);
                beside.write_all(format.render(report).as_bytes()).map_err(failed)?;
                open_to_readers(&beside).map_err(failed)?;
                beside.persist(&path).map_err(|error| failed(error.error))?;
                Ok(Some(path))
            }
        }
    }
}

/// A temporary file is its owner's alone; a report is as readable as any new file.
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
pub(crate) fn print(text: &str) -> Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::new(format!("stdout: {error}")))
        }
        _ => Ok(()),
    }
}
