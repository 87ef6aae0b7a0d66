//! Reports that were saved, as JSON or as a page, back from their files.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use driftglass_core::Report;
use driftglass_core::report::SCHEMA;

use flate2::read::GzDecoder;
use std::io::Read;

use crate::message::Problem;

/// The report of a file's text.
pub(crate) fn report(name: &str, text: &str) -> Result<Report, Problem> {
    let problem = |message: String, hint: &str| Problem {
        side: None,
        message: format!("{name}: {message}"),
        hint: Some(hint.to_owned()),
    };
    let no_report = |error| problem(format!("it is no report: {error}"), "open a JSON that driftglass saved");
    let report = if text.trim_start().starts_with('<') {
        let json = packed(text, "report-data").ok_or_else(|| {
            problem(
                "the page holds no report to open again".to_owned(),
                "open the page itself in the browser, or the report's JSON here",
            )
        })?;
        let mut report = Report::from_json(&json).map_err(no_report)?;
        if let Some(windows) = packed(text, "windows-data") {
            report.windows = serde_json::from_str(&windows).map_err(no_report)?;
        }
        report
    } else {
        Report::from_json(text).map_err(no_report)?
    };
    if report.schema != SCHEMA {
        return Err(problem(
            format!("its schema is \"{}\", and this page reads \"{SCHEMA}\"", report.schema),
            "open it with the version of driftglass that wrote it",
        ));
    }
    Ok(report)
}

/// The JSON that a page with a viewer holds under this id, in gzip and base64.
fn packed(page: &str, id: &str) -> Option<String> {
    let (_, behind) = page.split_once(&format!("id={id}>"))?;
    let (data, _) = behind.split_once("</script>")?;
    let bytes = BASE64_STANDARD.decode(data.trim()).ok()?;
    let mut json = String::new();
    GzDecoder::new(bytes.as_slice()).read_to_string(&mut json).ok()?;
    Some(json)
}
