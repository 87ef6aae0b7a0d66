//! Which cells are no value.

use super::cell::Cell;
use crate::Value;

/// The spellings that stand for no value; compared after trimming, letter case counts.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingTokens {
    tokens: Vec<String>,
    /// The numbers and instants among them: `-999` is missing in a typed file too.
    cells: Vec<Cell>,
}

impl MissingTokens {
    /// The spellings that count as missing unless the caller says otherwise.
    pub const DEFAULT: &[&str] =
        &["", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?", "n/a", "#N/A", "<NA>", "NaT"];

    /// These spellings and no others.
    pub fn new(tokens: impl IntoIterator<Item = String>) -> Self {
        let tokens: Vec<String> = tokens.into_iter().map(|token| token.trim().to_owned()).collect();
        let cells = tokens.iter().map(|token| Cell::of(token)).filter(|cell| *cell != Cell::Text).collect();
        Self { tokens, cells }
    }

    /// Whether a trimmed cell is no value.
    pub fn contains(&self, cell: &str) -> bool {
        self.tokens.iter().any(|token| token == cell)
    }

    /// Whether a value of a typed file is none: NaN, or what a spelling stands for.
    pub fn contains_value(&self, value: Value) -> bool {
        matches!(value, Value::Number(number) if number.is_nan())
            || (!self.cells.is_empty() && self.cells.contains(&Cell::of_value(value)))
    }
}

impl Default for MissingTokens {
    fn default() -> Self {
        Self::new(Self::DEFAULT.iter().map(|&token| token.to_owned()))
    }
}
