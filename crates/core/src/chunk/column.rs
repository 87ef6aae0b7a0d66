//! The cells of one column, as a file of text or a typed file has them.

use super::TextColumn;
use crate::datetime;
use crate::profile::format_number;

/// The cells of one column of a chunk. A file of text spells cells, and what they are is told from all of them; a typed
/// file says what they are, and its numbers are not printed only to be parsed again.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Cells as the file spells them.
    Spelled(TextColumn),
    /// Strings of a file that knows strings from numbers: they are text, whatever they look like.
    Strings(TextColumn),
    /// Values of a file that knows their types; `None` is an absent one.
    Values(Vec<Option<Value>>),
    /// So many cells that were not read, because nobody wants them: the column is known by its name alone.
    Unread(usize),
}

/// A value of a typed file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A whole number.
    Integer(i64),
    /// Any other number; NaN is no value.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// Microseconds since 1970-01-01 UTC.
    Instant(i64),
    /// Days since 1970-01-01, on a calendar of no zone.
    Day(i64),
}

impl Column {
    /// The number of cells.
    pub fn len(&self) -> usize {
        match self {
            Self::Spelled(cells) | Self::Strings(cells) => cells.len(),
            Self::Values(values) => values.len(),
            Self::Unread(cells) => *cells,
        }
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cells of some rows.
    pub(crate) fn select(&self, rows: &[usize]) -> Self {
        match self {
            Self::Unread(_) => Self::Unread(rows.len()),
            Self::Spelled(cells) => Self::Spelled(cells.select(rows)),
            Self::Strings(cells) => Self::Strings(cells.select(rows)),
            Self::Values(values) => {
                Self::Values(rows.iter().map(|&row| values.get(row).copied().flatten()).collect())
            }
        }
    }
}

impl From<TextColumn> for Column {
    fn from(cells: TextColumn) -> Self {
        Self::Spelled(cells)
    }
}

impl Value {
    /// The value as text: the shortest decimal that reads back the same, `true` and `false`, ISO 8601.
    pub fn spell(self) -> String {
        match self {
            Self::Integer(integer) => integer.to_string(),
            Self::Number(number) => format_number(number + 0.0),
            Self::Boolean(answer) => answer.to_string(),
            Self::Instant(microseconds) => datetime::iso(microseconds as f64 / 1e6),
            Self::Day(days) => datetime::iso(days as f64 * 86_400.0),
        }
    }

    /// What tells the value from others of its type.
    pub(crate) fn bits(self) -> u64 {
        match self {
            Self::Integer(whole) | Self::Instant(whole) | Self::Day(whole) => whole.cast_unsigned(),
            Self::Number(number) => (number + 0.0).to_bits(),
            Self::Boolean(answer) => u64::from(answer),
        }
    }
}
