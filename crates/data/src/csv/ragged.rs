//! Rows with more or fewer fields than the header.

use crate::error::{Error, ErrorKind, Place};
use crate::notes::{Occurrences, counted, finding};
use driftglass_core::report::{Finding, FindingCode, Severity};

/// Counts ragged rows.
#[derive(Debug, Default)]
pub(super) struct Ragged {
    short: Occurrences,
    long: Occurrences,
}

impl Ragged {
    /// Looks at the number of fields of a row.
    pub(super) fn see(&mut self, fields: usize, header: usize, place: impl FnOnce() -> Place) {
        if fields < header {
            self.short.add(place, || counted(fields as u64, "field", "fields"));
        } else if fields > header {
            self.long.add(place, || counted(fields as u64, "field", "fields"));
        }
    }

    /// Adds those of a part before which there are so many rows.
    pub(super) fn append(&mut self, part: Self, rows: u64) {
        self.short.append(part.short, rows);
        self.long.append(part.long, rows);
    }

    /// One finding for the short rows and one for the long; an error if most rows are the one or the other.
    pub(super) fn findings(&self, file: &str, rows: u64, header: usize) -> Result<Vec<Finding>, Error> {
        let ragged = self.short.count() + self.long.count();
        if ragged * 2 > rows {
            return Err(self.most(file, rows, header));
        }
        let describe = |rows: &Occurrences, than: &str, outcome: &str| {
            let (place, fields) = rows.first()?;
            let count = counted(rows.count(), "row has", "rows have");
            let message = format!(
                "{file}: {count} {than} fields than the {header} of the header; the first is {place} with {fields}; {outcome}"
            );
            Some(finding(FindingCode::RaggedRows, Severity::Warning, message))
        };
        let short = describe(&self.short, "fewer", "the cells that are not there count as missing");
        let long = describe(&self.long, "more", "the fields behind the last column were set aside");
        Ok(short.into_iter().chain(long).collect())
    }

    /// The error for a table that is none.
    fn most(&self, file: &str, rows: u64, header: usize) -> Error {
        let ragged = self.short.count() + self.long.count();
        let share = format!("{ragged} of {rows} rows do not have as many fields as the header");
        let first =
            [self.short.first(), self.long.first()].into_iter().flatten().min_by_key(|(place, _)| place.row);
        let error = match first {
            Some((place, fields)) => {
                Error::new(ErrorKind::Ragged, file, format!("{fields}, but {header} in the header; {share}"))
                    .at(*place)
            }
            None => Error::new(ErrorKind::Ragged, file, share),
        };
        error.with_hint("check the delimiter, and that the header names every column")
    }
}
