//! The bins or levels that carry the change.

use crate::format::number::{NONE, percent};
use crate::format::text::shorten;
use crate::markup::level;
use driftglass_core::report::{ColumnReport, Contribution};
use driftglass_core::{ColumnType, Number};
use maud::{Markup, html};

/// So many are listed; the rest is one line.
const MOST: usize = 6;
/// A range is no longer than this.
const RANGE: usize = 120;
/// A rest of this share or less is not worth a line.
const NOTHING: f64 = 0.001;

/// What moved, largest part first. `None` where nothing did.
pub(super) fn contributions(column: &ColumnReport) -> Option<Markup> {
    let parts = &column.contributions;
    if parts.is_empty() {
        return None;
    }
    // The report may itself list only the largest parts; all parts make 1.
    let rest = 1.0 - parts.iter().take(MOST).filter_map(|part| part.share.get()).sum::<f64>();
    Some(html! {
        div.contributions {
            h4 { @if column.moved.is_some() { "What moved" } @else { "Largest differences" } }
            table {
                thead { tr {
                    th { (heading(column.kind)) }
                    th { "Reference" } th { "Current" } th { "Carries" }
                } }
                tbody { @for part in parts.iter().take(MOST) { (row(column.kind, part)) } }
            }
            @if rest > NOTHING { p.caption { "The rest carries " (percent(rest)) " of the change." } }
        }
    })
}

fn heading(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text => "Length",
        ColumnType::Numeric | ColumnType::Datetime => "Range",
        ColumnType::Categorical | ColumnType::Boolean => "Level",
    }
}

fn row(kind: ColumnType, part: &Contribution) -> Markup {
    let share = |share: Number| share.get().map_or_else(|| NONE.to_owned(), percent);
    html! {
        tr {
            th { @if kind.is_ordered() { (shorten(&part.label, RANGE)) } @else { (level(&part.label)) } }
            td { (share(part.reference)) }
            td { (share(part.current)) }
            td { (share(part.share)) }
        }
    }
}
