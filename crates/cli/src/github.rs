//! What a GitHub job is told: annotations on stdout, and a summary in the file that the job names.

use crate::destination::print;
use crate::error::{Error, Result};
use driftglass_core::Report;
use driftglass_report::{Stop, github, github_stops, markdown, markdown_stops};
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

/// Where the job keeps its summary.
const SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// A GitHub job, ready to be told.
pub(crate) struct Job {
    path: PathBuf,
    summary: File,
}

impl Job {
    /// Opens the summary before the work starts.
    pub(crate) fn open() -> Result<Self> {
        let Some(path) = std::env::var_os(SUMMARY).map(PathBuf::from) else {
            return Err(Error::new(format!(
                "--github: {SUMMARY} is not set, so there is no summary to add to"
            ))
            .with_hint("a step of a GitHub job has it; leave --github out elsewhere"));
        };
        // Steps before may have written to it.
        let summary = File::options().create(true).append(true).open(&path);
        let summary = summary.map_err(|error| Error::io(&path.display().to_string(), &error))?;
        Ok(Self { path, summary })
    }

    /// Annotates the job, and adds the report to its summary.
    pub(crate) fn tell(&mut self, report: &Report) -> Result<()> {
        self.say(&github(report), &markdown(report, &[]))
    }

    /// The same for what stopped the check beside its report.
    pub(crate) fn tell_stops(&mut self, stops: &[Stop]) -> Result<()> {
        self.say(&github_stops(stops), &format!("\n{}", markdown_stops(stops)))
    }

    fn say(&mut self, annotations: &str, summary: &str) -> Result<()> {
        print(annotations.as_bytes())?;
        let written = self.summary.write_all(summary.as_bytes());
        written.map_err(|error| Error::io(&self.path.display().to_string(), &error))
    }
}
