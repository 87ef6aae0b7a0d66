//! From a report to files.

use crate::destination::Destination;
use crate::error::{Error, Result};
use crate::sources::Sources;
use driftglass_core::{Parallel, Report};
use driftglass_report::{Stop, Viewer};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Html,
    Json,
    Markdown,
    Junit,
    Sarif,
    Gitlab,
}

/// How names end, and what they ask for; the first that fits counts.
const ENDINGS: [(&str, Format); 8] = [
    (".html", Format::Html),
    (".htm", Format::Html),
    (".gitlab.json", Format::Gitlab),
    (".json", Format::Json),
    (".md", Format::Markdown),
    (".markdown", Format::Markdown),
    (".xml", Format::Junit),
    (".sarif", Format::Sarif),
];

impl Format {
    pub(crate) fn of(path: &Path) -> Result<Self> {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let fits = |(ending, _): &&(&str, Self)| name.len() > ending.len() && name.ends_with(ending);
        ENDINGS.iter().find(fits).map(|(_, format)| *format).ok_or_else(|| {
            Error::new(format!("{}: the extension names no format", path.display()))
                .with_hint("use .html, .json, .md, .xml (JUnit), .sarif or .gitlab.json (code quality)")
        })
    }

    fn render(
        self,
        report: &Report,
        stops: &[Stop],
        viewer: Option<Viewer>,
        parallel: &impl Parallel,
    ) -> String {
        match self {
            Self::Html => driftglass_report::html_in_parallel(report, viewer, parallel),
            Self::Json => report.to_json(),
            Self::Markdown => driftglass_report::markdown(report, stops),
            Self::Junit => driftglass_report::junit(report, stops),
            Self::Sarif => driftglass_report::sarif(report, stops),
            Self::Gitlab => driftglass_report::gitlab(report, stops),
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
    pub(crate) fn open(path: &Path, sources: &Sources) -> Result<Self> {
        let format = if path == Path::new("-") { Format::Json } else { Format::of(path)? };
        Ok(Self { format, destination: Destination::open(path, sources)? })
    }

    /// Whether the viewer has a place in it.
    pub(crate) fn takes_viewer(&self) -> bool {
        self.format == Format::Html
    }

    /// Whether it says what stopped a check beside its report; else it is about the data alone.
    pub(crate) fn tells_of_stops(&self) -> bool {
        !matches!(self.format, Format::Html | Format::Json)
    }

    /// Writes the report, and returns the path where there is one.
    pub(crate) fn write(
        self,
        report: &Report,
        stops: &[Stop],
        viewer: Option<Viewer>,
        parallel: &impl Parallel,
    ) -> Result<Option<PathBuf>> {
        self.destination.write(self.format.render(report, stops, viewer, parallel).as_bytes())
    }
}
