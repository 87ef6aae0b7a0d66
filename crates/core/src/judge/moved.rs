//! What moved, in plain sentences.

use crate::label::percent;
use crate::report::{ColumnReport, ColumnSummary, Contribution};

/// The change of the bin or level that carries most of it: `age 17 to 22: 9.8 % -> 1.2 %`.
pub(super) fn sentence(column: &ColumnReport) -> Option<String> {
    Some(format!("{} {}", column.name, change(column.contributions.first()?)?))
}

/// The change of one bin or level: `17 to 22: 9.8 % -> 1.2 %`.
pub(crate) fn change(part: &Contribution) -> Option<String> {
    let (before, after) = (part.reference.get()?, part.current.get()?);
    Some(format!("{}: {} -> {}", part.label, percent(before), percent(after)))
}

/// The change in missing values: `age missing: 1.8 % -> 12 %`; nothing where a side was not described.
pub(super) fn missing_sentence(column: &ColumnReport) -> Option<String> {
    let share = |missing: u64, side: &ColumnSummary| percent(missing as f64 / side.count.max(1) as f64);
    let before = share(column.missing.reference, column.reference.as_ref()?);
    let after = share(column.missing.current, column.current.as_ref()?);
    Some(format!("{} missing: {before} -> {after}", column.name))
}
