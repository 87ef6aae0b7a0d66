//! What a row opens to.

use super::aspects::aspects;
use super::contributions::contributions;
use super::distribution::distribution;
use super::method_table::method_table;
use super::over_time::over_time;
use super::summary_table::summary_table;
use super::value_lists::value_lists;
use super::why::why;
use crate::chart::Ids;
use crate::format::text::visible;
use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use maud::{Markup, html};

/// From this length on a name is written out in full, where the row had to cut it.
const LONG_NAME: usize = 40;

/// What of the details is too much to draw anew for a change of policy: the charts, and both summaries.
pub struct Evidence {
    /// The charts of both sides.
    pub distribution: Markup,
    /// The charts of all windows.
    pub over_time: Markup,
    /// The figures.
    pub summaries: Markup,
}

impl Evidence {
    /// The evidence on a column.
    pub fn of(report: &Report, column: &ColumnReport) -> Self {
        Self {
            distribution: distribution(column),
            over_time: over_time(report, column),
            summaries: summary_table(column),
        }
    }
}

/// Why the column has its status, the evidence, what moved, and every method. A link to it opens it.
pub fn detail(report: &Report, column: &ColumnReport, evidence: &Evidence) -> Markup {
    html! {
        div.detail id=(Ids::of(column).details()) {
            @if column.name.chars().count() > LONG_NAME {
                p.full-name { "Full name: " bdi { (visible(&column.name)) } }
            }
            (why(report, column))
            (aspects(column, &report.policy))
            (evidence.over_time)
            (evidence.distribution)
            (moves(column))
            (evidence.summaries)
            (method_table(column))
        }
    }
}

/// The parts of the change, and the levels that came and went.
fn moves(column: &ColumnReport) -> Markup {
    let (parts, values) = (contributions(column), value_lists(column));
    if parts.is_none() && values.is_none() {
        return html! {};
    }
    html! { section.moves { @for part in parts.iter().chain(&values) { (part) } } }
}
