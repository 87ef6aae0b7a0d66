//! From a report to files.

use crate::destination::Destination;
use crate::error::{Error, Result};
use driftglass_core::Report;
use driftglass_report::Viewer;
use std::path::{Path, PathBuf};

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

    fn render(self, report: &Report, viewer: Option<Viewer>) -> String {
        match self {
            Self::Html => driftglass_report::html(report, viewer),
            Self::Json => report.to_json(),
            Self::Markdown => driftglass_report::markdown(report),
            Self::Junit => driftglass_report::junit(report),
        }
    }
}

/// A report to be written.
pub(crate) struct Output {
    format: Format,
    destination: Destination,
}

impl Output {
    /// Opens it before the work starts. Stdout gets JSON.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let format = if path == Path::new("-") { Format::Json } else { Format::of(path)? };
        Ok(Self { format, destination: Destination::open(path)? })
    }

    /// Whether the viewer has a place in it.
    pub(crate) fn takes_viewer(&self) -> bool {
        self.format == Format::Html
    }

    /// Writes the report, and returns the path where there is one.
    pub(crate) fn write(self, report: &Report, viewer: Option<Viewer>) -> Result<Option<PathBuf>> {
        self.destination.write(self.format.render(report, viewer).as_bytes())
    }
}
