//! Reports that were written earlier, back from their files.

use driftglass_core::Report;
use driftglass_core::report::SCHEMA;
use driftglass_report::opened;
use std::fs;
use std::path::Path;

/// What a file of a report holds.
pub(crate) enum Saved {
    /// A report.
    Report(Box<Report>),
    /// A page without the report's data, as `--static` leaves it.
    Page(String),
}

/// What a file holds, or why it holds no report.
pub(crate) fn read(path: &Path) -> Result<Saved, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot be read: {error}"))?;
    let read =
        if text.trim_start().starts_with('<') { opened(&text) } else { Some(Report::from_json(&text)) };
    let Some(read) = read else { return Ok(Saved::Page(text)) };
    let report = read.map_err(|error| format!("no report: {error}"))?;
    if report.schema != SCHEMA {
        return Err(format!("its schema is \"{}\", and this version reads \"{SCHEMA}\"", report.schema));
    }
    Ok(Saved::Report(Box::new(report)))
}

/// The report of a file.
pub(crate) fn report(path: &Path) -> Result<Report, String> {
    match read(path)? {
        Saved::Report(report) => Ok(*report),
        Saved::Page(_) => {
            Err("a page without a report's data, as --static leaves it; write its .json too".to_owned())
        }
    }
}
