//! What the reader should know of windows that were not compared, and of rows that are in none.

use super::frame::PART_OF_REFERENCE;
use crate::label::quote_names;
use crate::report::{Finding, FindingCode, Severity, Window};
use crate::series::Series;

pub(super) fn of(windows: &[Window], series: &Series) -> Vec<Finding> {
    let finding = |severity, message| Finding { code: FindingCode::Windows, severity, column: None, message };
    let mut findings = Vec::new();
    if series.undated() > 0 {
        let column = series.cut().column().unwrap_or_default();
        let rows = series.undated();
        findings.push(finding(
            Severity::Warning,
            format!("rows without a time in \"{column}\", which are in no window: {rows}"),
        ));
    }
    if series.late() > 0 {
        let rows = series.late();
        findings.push(finding(
            Severity::Info,
            format!(
                "rows behind those of a later window, each counted in the window of its own time: {rows}"
            ),
        ));
    }
    let all = windows.len();
    let labels = |wanted: &dyn Fn(&Window) -> bool| -> Vec<&str> {
        windows.iter().filter(|window| wanted(window)).map(|window| window.span.label.as_str()).collect()
    };
    let empty = labels(&|window| window.span.rows == 0);
    if !empty.is_empty() {
        findings.push(finding(
            Severity::Info,
            format!("{} of {all} windows have no rows: {}", empty.len(), quote_names(&empty)),
        ));
    }
    let untold = labels(&|window| {
        window.span.rows > 0 && window.reason.as_deref().is_some_and(|reason| reason != PART_OF_REFERENCE)
    });
    if !untold.is_empty() {
        findings.push(finding(
            Severity::Info,
            format!(
                "{} of {all} windows were not compared, for too few rows or none on one side: {}",
                untold.len(),
                quote_names(&untold)
            ),
        ));
    }
    findings
}
