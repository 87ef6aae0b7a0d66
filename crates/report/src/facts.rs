//! What several surfaces draw from a report.

use crate::format::number::{NONE, percent_of};
use driftglass_core::policy::Correction;
use driftglass_core::report::{
    ColumnReport, ColumnSummary, Finding, PolicySummary, Severity, Status, Summary, Verdict,
};
use driftglass_core::{Method, Number, Report};
use std::cmp::Ordering;

/// The mark of a verdict: that of the data set, or of its strongest column where the data set is stable.
pub(crate) fn mark(summary: &Summary) -> Status {
    match (summary.tested, summary.verdict, summary.drifted, summary.by_status.slight) {
        (0, ..) => Status::Untested,
        (_, Verdict::Drifted, ..) => Status::Severe,
        (_, _, 0, 0) => Status::Stable,
        (_, _, 0, _) => Status::Slight,
        _ => Status::Moderate,
    }
}

/// The p-value that the verdict rests on: the adjusted one where the policy adjusts.
pub(crate) fn shown_p_value(p_value: Number, q_value: Number, policy: &PolicySummary) -> Number {
    if policy.correction == Correction::None { p_value } else { q_value }
}

/// What stands above that p-value.
pub(crate) fn p_heading(policy: &PolicySummary) -> &'static str {
    if policy.correction == Correction::None { "p-value" } else { "Adjusted p" }
}

/// The share of missing values on both sides; one figure where they are alike.
pub(crate) fn missing_shares(column: &ColumnReport) -> String {
    let share = |missing: u64, side: Option<&ColumnSummary>| {
        side.map_or_else(|| NONE.to_owned(), |side| percent_of(missing, side.count))
    };
    let reference = share(column.missing.reference, column.reference.as_ref());
    let current = share(column.missing.current, column.current.as_ref());
    if reference == current { reference } else { format!("{reference} → {current}") }
}

/// Whether the share of missing values changed by more than chance explains.
pub(crate) fn missing_changed(column: &ColumnReport, policy: &PolicySummary) -> bool {
    let p = shown_p_value(column.missing.p_value, column.missing.q_value, policy);
    matches!((p.get(), policy.alpha.get()), (Some(p), Some(alpha)) if p < alpha)
}

/// Whether the method's threshold is for its statistic, as that of every distance is and that of a test where the
/// policy asks for it; else it is for the p-value.
pub(crate) fn by_statistic(column: &ColumnReport, method: Method) -> bool {
    method.is_distance() || (column.primary == Some(method) && column.p_value.get().is_none())
}

/// The findings with the worst first; within a severity the report's order stays.
pub(crate) fn worst_first(findings: &[Finding]) -> Vec<&Finding> {
    let of = |severity| findings.iter().filter(move |finding| finding.severity == severity);
    [Severity::Error, Severity::Warning, Severity::Info].into_iter().flat_map(of).collect()
}

/// The severity as a reader sees it.
pub(crate) fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// The columns in the order of a list: most important first where somebody said what is, and else as in the report.
pub(crate) fn most_important_first(report: &Report) -> Vec<&ColumnReport> {
    let importance = |column: &ColumnReport| column.importance.and_then(Number::get).map(f64::abs);
    let mut columns: Vec<&ColumnReport> = report.columns.iter().collect();
    columns.sort_by(|a, b| importance(b).partial_cmp(&importance(a)).unwrap_or(Ordering::Equal));
    columns
}
