//! From a report to files.

use crate::destination::Destination;
use crate::error::{Error, Result};
use crate::sources::Sources;
use driftglass_core::{Parallel, Report};
use driftglass_report::{Stop, Viewer, gitlab, html_in_parallel, junit, markdown, sarif};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy)]
pub(crate) enum Format {
    Html,
    Json,
    /// One that says what stopped a check beside its report; the others are about the data alone.
    OfChecks(fn(&Report, &[Stop]) -> String),
}

/// How names end, and what they ask for; the first that fits counts.
const ENDINGS: [(&str, Format); 8] = [
    (".html", Format::Html),
    (".htm", Format::Html),
    (".gitlab.json", Format::OfChecks(gitlab)),
    (".json", Format::Json),
    (".md", Format::OfChecks(markdown)),
    (".markdown", Format::OfChecks(markdown)),
    (".xml", Format::OfChecks(junit)),
    (".sarif", Format::OfChecks(sarif)),
];

impl Format {
    /// By the name, as far as it is one: stdout gets JSON.
    fn of(path: &Path) -> Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Json);
        }
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
            Self::Html => html_in_parallel(report, viewer, parallel),
            Self::Json => report.to_json(),
            Self::OfChecks(render) => render(report, stops),
        }
    }
}

/// Whether an output of this name says what stopped a check.
pub(crate) fn tells_of_stops(path: &Path) -> bool {
    matches!(Format::of(path), Ok(Format::OfChecks(_)))
}

/// A report to be written.
pub(crate) struct Output {
    format: Format,
    destination: Destination,
}

impl Output {
    /// Opens it before the work starts.
    pub(crate) fn open(path: &Path, sources: &Sources) -> Result<Self> {
        Ok(Self { format: Format::of(path)?, destination: Destination::open(path, sources)? })
    }

    /// Whether the viewer has a place in it.
    pub(crate) fn takes_viewer(&self) -> bool {
        matches!(self.format, Format::Html)
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
