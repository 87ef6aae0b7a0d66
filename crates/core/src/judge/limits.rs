//! Columns that reached a limit of their own rule.

use super::method::statistic;
use crate::ColumnType;
use crate::label;
use crate::policy::{ColumnRules, Policy};
use crate::report::{ColumnReport, Finding, FindingCode, Severity};

/// Whether a statistic is worth a warning and no more.
pub(super) fn is_warned(rules: &ColumnRules, statistic: Option<f64>) -> bool {
    rules.warn.zip(statistic).is_some_and(|(warn, statistic)| statistic >= warn)
}

/// A word on each column that reached a limit: an error from `fail`, a warning from `warn`.
pub(super) fn reached<'a>(
    columns: &'a [ColumnReport],
    policy: &'a Policy,
) -> impl Iterator<Item = Finding> + 'a {
    columns.iter().filter_map(|column| finding(column, &policy.rules_of(&column.name)))
}

fn finding(column: &ColumnReport, rules: &ColumnRules) -> Option<Finding> {
    let fail = rules.threshold.filter(|_| rules.fails && column.reason.is_none())?;
    let primary = column.primary?;
    let statistic = statistic(column.methods.get(&primary)?)?;
    let shown = |number| label::value(number, ColumnType::Numeric);
    let (severity, limit, what) = if statistic >= fail {
        (Severity::Error, fail, "stops the gate")
    } else if is_warned(rules, Some(statistic)) {
        (Severity::Warning, rules.warn?, "warns")
    } else {
        return None;
    };
    Some(Finding {
        code: FindingCode::OverLimit,
        severity,
        column: Some(column.name.clone()),
        message: format!("{} {}: its rule {what} from {}", primary.id(), shown(statistic), shown(limit)),
    })
}
