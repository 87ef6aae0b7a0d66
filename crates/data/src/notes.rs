//! What is counted along the way and told at the end.

use crate::error::{Place, quoted};
use driftglass_core::report::{Finding, FindingCode, Severity};
use std::collections::BTreeMap;

/// How often something occurred, and where first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Occurrences {
    count: u64,
    first: Option<(Place, String)>,
}

impl Occurrences {
    /// Counts one more; place and detail are made for the first alone.
    pub(crate) fn add(&mut self, place: impl FnOnce() -> Place, detail: impl FnOnce() -> String) {
        self.count += 1;
        self.first.get_or_insert_with(|| (place(), detail()));
    }

    /// Adds those of a part before which there are so many rows; its rows are counted from its own beginning.
    pub(crate) fn append(&mut self, part: Self, rows: u64) {
        self.count += part.count;
        let part = part.first.map(|(place, detail)| (place.behind(rows), detail));
        self.first = self.first.take().into_iter().chain(part).min_by_key(|(place, _)| place.row);
    }

    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// The first place and its detail.
    pub(crate) fn first(&self) -> Option<&(Place, String)> {
        self.first.as_ref()
    }
}

/// Cells of a kind, counted by column.
#[derive(Debug, Default)]
pub(crate) struct CellNotes {
    by_column: BTreeMap<usize, Occurrences>,
}

impl CellNotes {
    /// Counts a cell; the detail is the value as messages show it.
    pub(crate) fn add(
        &mut self,
        column: usize,
        place: impl FnOnce() -> Place,
        detail: impl FnOnce() -> String,
    ) {
        self.by_column.entry(column).or_default().add(place, detail);
    }

    /// Adds those of a part before which there are so many rows.
    pub(crate) fn append(&mut self, part: Self, rows: u64) {
        for (column, cells) in part.by_column {
            self.by_column.entry(column).or_default().append(cells, rows);
        }
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_column.is_empty()
    }

    /// One finding a column: `what` says what the cells are and what became of them.
    pub(crate) fn findings<'a>(
        &self,
        file: &str,
        code: FindingCode,
        what: &str,
        name: impl Fn(usize) -> &'a str,
    ) -> Vec<Finding> {
        let finding = |(column, cells): (&usize, &Occurrences)| {
            let (place, detail) = cells.first()?;
            let name = name(*column);
            let count = counted(cells.count(), "cell", "cells");
            let message =
                format!("{file}, column {}: {count} {what}; the first is {detail} in {place}", quoted(name));
            Some(Finding { code, severity: Severity::Warning, column: Some(name.to_owned()), message })
        };
        self.by_column.iter().filter_map(finding).collect()
    }
}

/// `1 row`, `2 rows`.
pub(crate) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A finding about a file.
pub(crate) fn finding(code: FindingCode, severity: Severity, message: String) -> Finding {
    Finding { code, severity, column: None, message }
}
