//! All columns at a glance, for data that is too wide to read row by row.

use crate::chart::Ids;
use crate::format::text::shorten;
use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use maud::{Markup, html};

/// Fewer columns than this are seen at a glance as rows.
const WORTH_IT: usize = 20;

/// What pointing at a tile shows of a name.
const NAME: usize = 80;

/// A tile for every column, in the order of the rows, with the mark of its status; it leads to the column's details. Nothing where
/// there are few columns.
pub fn drift_map(report: &Report) -> Markup {
    if report.columns.len() < WORTH_IT {
        return html! {};
    }
    html! {
        nav.map aria-labelledby="map" {
            h2 #map { "All columns" small { "strongest change first; a tile leads to its column" } }
            ol { @for column in &report.columns { (tile(column)) } }
        }
    }
}

fn tile(column: &ColumnReport) -> Markup {
    let status = column.status.name();
    let title = format!("{}: {status}", shorten(&column.name, NAME));
    html! { li { a class=(status) href={ "#" (Ids::of(column).details()) } title=(title) {} } }
}
