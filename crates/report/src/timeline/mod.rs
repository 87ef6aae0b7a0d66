//! The windows of a report, one after the other: where they stand along the line of time, and what they say of a column.

mod score;
mod slots;
mod words;

pub(crate) use score::Score;
pub(crate) use slots::Slots;
pub(crate) use words::{CHANGES, changes, cut, in_a_line, moments_of, outcome, remarks, start};

use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Status, Window, WindowColumn};

/// What each window says of a column; nothing where a window was not compared, or has no such column.
pub(crate) fn of_column<'a>(report: &'a Report, column: &ColumnReport) -> Vec<Option<&'a WindowColumn>> {
    report.windows.iter().map(|window| within(window, column)).collect()
}

fn within<'a>(window: &'a Window, column: &ColumnReport) -> Option<&'a WindowColumn> {
    let is_it = |it: &&WindowColumn| it.name == column.name;
    // Windows hold their columns in the order of the data, so that seldom needs a search.
    let at_its_place = window.columns.get(column.position as usize).filter(is_it);
    at_its_place.or_else(|| window.columns.iter().find(is_it))
}

/// What became of a column in a window; nothing where the window has no rows.
pub(crate) fn status(column: Option<&WindowColumn>, window: &Window) -> Option<Status> {
    (window.span.rows > 0).then(|| column.map_or(Status::Untested, |column| column.status))
}

/// The windows at whose beginning the column changed.
pub(crate) fn changes_of(report: &Report, column: &ColumnReport) -> Vec<usize> {
    let changes = report.timeline.iter().flat_map(|timeline| &timeline.changes);
    let places = changes.filter(|change| change.column == column.name).map(|change| change.window as usize);
    places.filter(|place| *place < report.windows.len()).collect()
}
