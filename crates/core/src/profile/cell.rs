//! What a single cell is: a number, an instant, or something else.

use super::dates::{self, DayOrder};
use super::decimal::Decimal;
use super::short::ShortText;
use crate::{Value, datetime};
use std::borrow::Cow;
use xxhash_rust::xxh3::xxh3_64;

/// What a trimmed cell that is not missing spells, or a value is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Cell {
    Number(f64),
    /// Seconds since 1970-01-01 UTC.
    Instant(f64),
    Text,
}

impl Cell {
    pub(crate) fn of(text: &str) -> Self {
        if let Some(number) = number(text) {
            Self::Number(number)
        } else if let Some(seconds) = dates::iso(text) {
            Self::Instant(seconds)
        } else {
            Self::Text
        }
    }

    /// The same of a short text, which is also given as it stands.
    #[inline]
    pub(crate) fn of_short<'a>(short: ShortText, text: impl FnOnce() -> &'a str) -> Self {
        match Decimal::of_short(short) {
            Some(decimal) => Self::Number(decimal.number),
            None => Self::of(text()),
        }
    }

    /// What a value is: the same as what its spelling is.
    pub(crate) fn of_value(value: Value) -> Self {
        match value {
            Value::Integer(integer) => Self::Number(integer as f64),
            // Negative zero is zero.
            Value::Number(number) if number.is_finite() => Self::Number(number + 0.0),
            Value::Instant(microseconds) if dates::MICROSECONDS.contains(&microseconds) => {
                Self::Instant(microseconds as f64 / 1e6)
            }
            Value::Day(days) => Self::of_value(Value::Instant(days.saturating_mul(86_400_000_000))),
            Value::Number(_) | Value::Boolean(_) | Value::Instant(_) => Self::Text,
        }
    }

    /// A hash of the cell, given its spelling: of the number that it is, so `7`, `7.0` and a number of a typed file have
    /// the same. A whole number that a float cannot hold keeps all its digits, because it names something.
    pub(crate) fn hash(self, spelling: &str) -> u64 {
        match self {
            Self::Number(number) if number.abs() >= EXACT => {
                spelling.parse().map_or_else(|_| of_large(number), of_integer)
            }
            Self::Number(number) => of_bits(number + 0.0),
            Self::Instant(seconds) => of_bits(seconds) ^ INSTANT,
            Self::Text => xxh3_64(spelling.as_bytes()),
        }
    }
}

/// A trimmed cell in the one spelling of all cells with its hash.
pub(crate) fn canonical(text: &str) -> Cow<'_, str> {
    if Decimal::of(text).is_some_and(|decimal| decimal.is_shortest && is_in_digits(decimal.number)) {
        return text.into();
    }
    match Cell::of(text) {
        Cell::Number(number) if number.abs() >= EXACT => {
            text.parse::<i64>().map_or_else(|_| format_number(number), |integer| integer.to_string()).into()
        }
        Cell::Number(number) => format_number(number + 0.0).into(),
        Cell::Instant(seconds) => datetime::iso(seconds).into(),
        Cell::Text => text.into(),
    }
}

/// The hash of a value, which is that of its spelling, mostly without spelling it.
pub(crate) fn hash_of_value(value: Value) -> u64 {
    match (value, Cell::of_value(value)) {
        (_, Cell::Text) => Cell::Text.hash(&value.spell()),
        (Value::Integer(integer), Cell::Number(number)) if number.abs() >= EXACT => of_integer(integer),
        (_, cell) => cell.hash(""),
    }
}

/// Whole numbers under this are exact as floats.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Tells an instant from the number of its seconds.
const INSTANT: u64 = 0x9e37_79b9_7f4a_7c15;

/// Tells a whole number from the float with its bits.
const INTEGER: u64 = 0xbf58_476d_1ce4_e5b9;

fn of_bits(number: f64) -> u64 {
    number.to_bits()
}

/// A large number that is spelled out in digits all the same is a whole number.
fn of_large(number: f64) -> u64 {
    if is_in_digits(number) { of_integer(number as i64) } else { of_bits(number) }
}

fn of_integer(integer: i64) -> u64 {
    integer.cast_unsigned() ^ INTEGER
}

/// A cell as a number, where it is one.
pub(crate) fn cell_number(text: &str) -> Option<f64> {
    number(text)
}

/// A cell as an instant, where it can be read in one way only: `1/2/2026` cannot.
pub(crate) fn cell_instant(text: &str) -> Option<f64> {
    if let Some(number) = number(text) {
        return dates::of_number(number);
    }
    let usual = |order| dates::usual(text, order);
    dates::iso(text)
        .or_else(|| usual(DayOrder::MonthFirst).filter(|seconds| Some(*seconds) == usual(DayOrder::DayFirst)))
}

/// When something was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Moment {
    /// Seconds since 1970-01-01 UTC.
    Instant(f64),
    /// What the clock on the wall showed, in a zone that is not said: seconds since it showed 1970-01-01.
    Clock(f64),
}

/// A cell as a moment, where it can be read in one way only. A number counts seconds from an instant; a text that says no zone is
/// what a clock showed.
pub(crate) fn cell_moment(text: &str) -> Option<Moment> {
    let seconds = cell_instant(text)?;
    let is_instant = match number(text) {
        Some(number) => dates::compact_day(number).is_none(),
        None => dates::iso(text).is_some() && dates::names_zone(text),
    };
    Some(if is_instant { Moment::Instant(seconds) } else { Moment::Clock(seconds) })
}

/// A value of a typed file as a moment.
pub(crate) fn value_moment(value: Value) -> Option<Moment> {
    match Cell::of_value(value) {
        Cell::Instant(seconds) if matches!(value, Value::Day(_)) => Some(Moment::Clock(seconds)),
        Cell::Instant(seconds) => Some(Moment::Instant(seconds)),
        Cell::Number(number) => match dates::compact_day(number) {
            Some(seconds) => Some(Moment::Clock(seconds)),
            None => dates::of_number(number).map(Moment::Instant),
        },
        Cell::Text => None,
    }
}

/// A finite decimal number. Leading zeros (`02134`) make a code, not a number, and `inf` is no value to test.
fn number(text: &str) -> Option<f64> {
    if let Some(decimal) = Decimal::of(text) {
        return Some(decimal.number);
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text).as_bytes();
    let plausible = match digits {
        [b'0', b'0'..=b'9', ..] => false,
        [b'0'..=b'9', ..] | [b'.', b'0'..=b'9', ..] => true,
        _ => false,
    };
    if !plausible {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A number as a level: the shortest decimal that reads back as the same number.
pub(crate) fn format_number(number: f64) -> String {
    if is_in_digits(number) { number.to_string() } else { format!("{number:e}") }
}

/// Whether a number is spelled in digits alone, and not with an exponent.
fn is_in_digits(number: f64) -> bool {
    let magnitude = number.abs();
    magnitude == 0.0 || (1e-5..1e16).contains(&magnitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_decimal_and_codes_are_not() {
        for (text, expected) in [
            ("1", Some(1.0)),
            ("-0.5", Some(-0.5)),
            ("+3", Some(3.0)),
            (".5", Some(0.5)),
            ("1e-3", Some(0.001)),
            ("0", Some(0.0)),
            ("0.0", Some(0.0)),
            ("02134", None),
            ("inf", None),
            ("1e999", None),
            ("12a", None),
            ("-", None),
            ("1,5", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn short_decimals_are_read_and_spelled_as_any_other(text in "-?(0|[1-9][0-9]{0,14})([.][0-9]{1,15})?") {
            let parsed: f64 = text.parse().unwrap();
            proptest::prop_assert_eq!(number(&text).map(f64::to_bits), Some(parsed.to_bits()));
            proptest::prop_assert_eq!(canonical(&text), format_number(parsed + 0.0));
        }
    }
}
