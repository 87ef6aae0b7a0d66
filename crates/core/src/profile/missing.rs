//! Which cells are no value.

use super::cell::Cell;
use crate::Value;
use std::sync::{Arc, LazyLock};

/// The spellings that stand for no value; compared after trimming, letter case counts. Every profile has them, so they are shared.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingTokens {
    tokens: Arc<[String]>,
    /// By the first byte of a cell, whether it can be one of them: most cells are told apart by that alone.
    starts: [bool; 256],
    /// The numbers and instants among them: `-999` is missing in a typed file too.
    cells: Arc<[Cell]>,
}

impl MissingTokens {
    /// The spellings that count as missing unless the caller says otherwise.
    pub const DEFAULT: &[&str] =
        &["", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?", "n/a", "#N/A", "<NA>", "NaT"];

    /// These spellings and no others.
    pub fn new(tokens: impl IntoIterator<Item = String>) -> Self {
        let tokens: Arc<[String]> = tokens.into_iter().map(|token| token.trim().to_owned()).collect();
        let cells = tokens.iter().map(|token| Cell::of(token)).filter(|cell| *cell != Cell::Text).collect();
        let mut starts = [false; 256];
        for first in tokens.iter().filter_map(|token| token.bytes().next()) {
            starts[usize::from(first)] = true;
        }
        Self { tokens, starts, cells }
    }

    /// The spellings.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(String::as_str)
    }

    /// A cell's trimmed text, unless that is no value.
    pub fn value<'a>(&self, cell: &'a str) -> Option<&'a str> {
        let text = trim(cell);
        let may_be_missing = text.bytes().next().is_none_or(|first| self.starts[usize::from(first)]);
        (!may_be_missing || !self.tokens.iter().any(|token| token == text)).then_some(text)
    }

    /// Whether a value of a typed file is none: NaN, or what a spelling stands for.
    pub fn contains_value(&self, value: Value) -> bool {
        matches!(value, Value::Number(number) if number.is_nan())
            || (!self.cells.is_empty() && self.cells.contains(&Cell::of_value(value)))
    }
}

/// `str::trim`, which is slower where there is nothing to trim.
fn trim(cell: &str) -> &str {
    match cell.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        [only] if only.is_ascii_graphic() => cell,
        _ => cell.trim(),
    }
}

impl Default for MissingTokens {
    fn default() -> Self {
        static DEFAULT: LazyLock<MissingTokens> = LazyLock::new(|| {
            MissingTokens::new(MissingTokens::DEFAULT.iter().map(|&token| token.to_owned()))
        });
        DEFAULT.clone()
    }
}
