//! A report back from its page.

use crate::packed::unpacked;
use driftglass_core::Report;

/// The report that a page with the viewer holds. Nothing where the page holds none, as one without the viewer does.
pub fn opened(page: &str) -> Option<serde_json::Result<Report>> {
    let report = unpacked(page, "report-data")?;
    let read = || {
        let mut report = Report::from_json(&report)?;
        if let Some(windows) = unpacked(page, "windows-data") {
            report.windows = serde_json::from_str(&windows)?;
        }
        Ok(report)
    };
    Some(read())
}
