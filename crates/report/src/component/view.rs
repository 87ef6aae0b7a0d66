//! The whole report.

use super::{columns, drift_map, findings, head, list, provenance, relations, row, timeline, told_apart};
use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use maud::{Markup, html};

/// The report as an article: the verdict, findings, a map of wide data, a row per column, what columns say together, and where
/// it all came from. `tools` stand above the columns, and the details of a column that is packed are left to scripts.
pub(crate) fn view(report: &Report, tools: &Markup, is_packed: fn(&ColumnReport) -> bool) -> Markup {
    let rows = html! { @for column in &report.columns { (row(report, column, !is_packed(column))) } };
    html! {
        article.report {
            (head(report))
            (timeline(report))
            (findings(report))
            (drift_map(report))
            (tools)
            (columns(&report.policy, &list(&rows, report.columns.len())))
            (relations(report))
            (told_apart(report))
            (provenance(report))
        }
    }
}
