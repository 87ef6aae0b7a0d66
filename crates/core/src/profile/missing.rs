//! Which cells are no value.

use super::cell::Cell;
use super::short::ShortText;
use crate::Value;
use crate::chunk::Span;
use std::sync::{Arc, LazyLock};

/// The spellings that stand for no value; compared after trimming, letter case counts. Every profile has them, so they are shared.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingTokens {
    tokens: Arc<[String]>,
    /// By the first byte of a cell, a bit for each length that they have which begin so: most cells are told apart by that alone.
    lengths: [u16; 256],
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
        let mut lengths = [0; 256];
        for token in tokens.iter() {
            for first in token.bytes().take(1) {
                lengths[usize::from(first)] |= length_bit(token.len());
            }
        }
        Self { tokens, lengths, cells }
    }

    /// The spellings.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(String::as_str)
    }

    /// A cell's trimmed text, unless that is no value.
    pub fn value<'a>(&self, cell: &'a str) -> Option<&'a str> {
        let text = trim(cell);
        let may_be_missing = text.bytes().next().is_none_or(|first| self.may_be(first, text.len()));
        (!may_be_missing || !self.tokens.iter().any(|token| token == text)).then_some(text)
    }

    /// The cell of a text that lies there, where it is short and a value as it stands; any other needs a closer look.
    #[inline]
    pub(super) fn short_value(&self, text: &str, place: Span) -> Option<ShortText> {
        let cell = text.as_bytes().get(place.start..place.end)?;
        let (first, last) = cell.first().zip(cell.last())?;
        let is_value =
            first.is_ascii_graphic() && last.is_ascii_graphic() && !self.may_be(*first, cell.len());
        if is_value { ShortText::within(text, place) } else { None }
    }

    /// Whether a cell that begins so and is so long can be one of them.
    #[inline]
    fn may_be(&self, first: u8, length: usize) -> bool {
        self.lengths[usize::from(first)] & length_bit(length) != 0
    }

    /// Whether a value of a typed file is none: NaN, or what a spelling stands for.
    pub fn contains_value(&self, value: Value) -> bool {
        matches!(value, Value::Number(number) if number.is_nan())
            || (!self.cells.is_empty() && self.cells.contains(&Cell::of_value(value)))
    }
}

/// The bit of a length; all long ones have one.
#[inline]
fn length_bit(length: usize) -> u16 {
    1 << length.min(u16::BITS as usize - 1)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_short_value_is_what_the_cell_is_as_any_other(cell in "[ \u{a0}NA?nul9-]{0,17}|[ NaA/]{0,4}", own in any::<bool>()) {
            let missing = if own {
                MissingTokens::new(["-9".to_owned(), "a long token for none".to_owned()])
            } else {
                MissingTokens::default()
            };
            let text = format!("before,{cell},behind it there is more");
            let short = missing.short_value(&text, Span { start: 7, end: 7 + cell.len() });
            if let Some(short) = short {
                prop_assert_eq!(Some(short.as_str()), missing.value(&cell));
            } else {
                // A closer look is seldom needed.
                let is_short = (1..=ShortText::LENGTH).contains(&cell.len()) && trim(&cell) == cell;
                let may_be_missing = cell.bytes().next().is_some_and(|first| missing.may_be(first, cell.len()));
                prop_assert!(!is_short || may_be_missing || !cell.is_ascii());
            }
        }
    }
}
