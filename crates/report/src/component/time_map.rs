//! Columns by windows.

use super::windows::listed;
use crate::chart::{Ids, links, shares_of_drifted, strip};
use crate::format::number::{count, percent};
use crate::format::text::plural;
use crate::markup::name;
use crate::timeline::{Slots, changes_of, in_a_line, of_column, start, status};
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Status};
use maud::{Markup, html};
use std::cmp::Reverse;
use std::fmt::Write;

/// So many columns have a row, those that drifted most often.
const MOST: usize = 50;

/// The status of each column in each window, the most drifted columns first, under the share of columns that drifted.
pub(super) fn time_map(report: &Report, slots: &Slots) -> Markup {
    let mut rows: Vec<Row<'_>> = report.columns.iter().map(|column| Row::of(report, column)).collect();
    rows.sort_by_key(|row| Reverse((row.drifted.len(), row.severe, row.changed)));
    let left_out = rows.split_off(rows.len().min(MOST));
    let limit = report.policy.drift_share.get();
    html! {
        div.time-map role="region" aria-label="Columns by windows" tabindex="0" {
            div.canvas style={ "--slots:" (slots.count) } {
                table {
                    thead {
                        tr {
                            th scope="col" { "Share drifted" }
                            td { (shares_of_drifted(&peak(report), &report.windows, limit, slots)) }
                            th scope="col" { "Windows drifted" }
                        }
                        tr.axis aria-hidden="true" { td {} td { svg.axis { use href="#times" y="-166" {} } } td {} }
                    }
                    tbody { @for row in &rows { (row.markup(report, slots)) } }
                }
                (links(slots, listed(report).into_iter().map(|place| (place, address(place), in_a_line(&report.windows[place])))))
            }
        }
        p.legend aria-hidden="true" {
            @for status in Status::WORST_FIRST {
                span class={ "fill-key " (status.name()) } { (status.name()) }
            }
            @if report.windows.iter().any(|window| window.span.rows == 0) { span.fill-key.gap { "no rows" } }
            @if rows.iter().any(|row| !row.changes.is_empty()) { span.change-key { "moment of change" } }
        }
        @if !left_out.is_empty() {
            p.caption { (plural(left_out.len() as u64, "column")) " that drifted less often " (if left_out.len() == 1 { "has" } else { "have" }) " no row here." }
        }
    }
}

/// Where a window's comparison stands.
pub(super) fn address(place: usize) -> String {
    format!("#w{place}")
}

/// The share of drifted columns in words.
fn peak(report: &Report) -> String {
    let shares = report.windows.iter().filter_map(|window| Some((window.summary.share.get()?, window)));
    let most = shares.reduce(|most, it| if it.0 > most.0 { it } else { most });
    most.map_or_else(String::new, |(share, window)| {
        format!(
            "At most {} of columns drifted, in the window from {}.",
            percent(share),
            start(&window.span.label)
        )
    })
}

/// A column over all windows.
struct Row<'a> {
    column: &'a ColumnReport,
    statuses: Vec<Option<Status>>,
    changes: Vec<usize>,
    drifted: Vec<usize>,
    severe: usize,
    changed: usize,
}

impl<'a> Row<'a> {
    fn of(report: &Report, column: &'a ColumnReport) -> Self {
        let windows = of_column(report, column);
        let statuses: Vec<_> =
            windows.iter().zip(&report.windows).map(|(it, window)| status(*it, window)).collect();
        let of = |wanted: Status| statuses.iter().filter(|status| **status == Some(wanted)).count();
        Self {
            drifted: (0..windows.len())
                .filter(|place| windows[*place].is_some_and(|it| it.drifted))
                .collect(),
            severe: of(Status::Severe),
            changed: of(Status::Severe) + of(Status::Moderate) + of(Status::Slight),
            changes: changes_of(report, column),
            statuses,
            column,
        }
    }

    fn markup(&self, report: &Report, slots: &Slots) -> Markup {
        html! {
            tr {
                th scope="row" { a href={ "#" (Ids::of(self.column).details()) } { (name(&self.column.name)) } }
                td { (strip(&self.words(report), &self.statuses, slots, &self.changes)) }
                td { span class=[self.drifted.is_empty().then_some("quiet")] { (count(self.drifted.len() as u64)) } }
            }
        }
    }

    /// `Drifted in 12 of 60 tested windows, first in that from 2017-06-14; changed at 2017-06-14`.
    fn words(&self, report: &Report) -> String {
        let is_tested = |status: &&Status| **status != Status::Untested;
        let tested = self.statuses.iter().flatten().filter(is_tested).count() as u64;
        let begins = |place: usize| start(&report.windows[place].span.label);
        let mut words = format!("Drifted in {} of {}", self.drifted.len(), plural(tested, "tested window"));
        // Writing to a String cannot fail.
        if let Some(first) = self.drifted.first() {
            let _ = write!(words, ", first in that from {}", begins(*first));
        }
        for change in &self.changes {
            let _ = write!(words, "; changed at {}", begins(*change));
        }
        words
    }
}
