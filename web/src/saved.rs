//! Reports that were saved, as JSON or as a page, back from their files.

use crate::message::Problem;
use driftglass_core::Report;
use driftglass_core::report::SCHEMA;
use driftglass_report::opened;

/// The report of a file's text.
pub(crate) fn report(name: &str, text: &str) -> Result<Report, Problem> {
    let problem = |message: String, hint: &str| Problem {
        side: None,
        message: format!("{name}: {message}"),
        hint: Some(hint.to_owned()),
    };
    let read = if text.trim_start().starts_with('<') {
        opened(text).ok_or_else(|| {
            problem(
                "the page holds no report to open again".to_owned(),
                "open the page itself in the browser, or the report's JSON here",
            )
        })?
    } else {
        Report::from_json(text)
    };
    let report = read
        .map_err(|error| problem(format!("it is no report: {error}"), "open a JSON that driftglass saved"))?;
    if report.schema != SCHEMA {
        return Err(problem(
            format!("its schema is \"{}\", and this page reads \"{SCHEMA}\"", report.schema),
            "open it with the version of driftglass that wrote it",
        ));
    }
    Ok(report)
}
