//! What a single cell spells: a number, an instant, or something else.

use super::dates;

/// What a trimmed cell that is not missing spells.
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
}

/// A finite decimal number. Leading zeros (`02134`) make a code, not a number, and `inf` is no value to test.
fn number(text: &str) -> Option<f64> {
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
    let magnitude = number.abs();
    if magnitude != 0.0 && !(1e-5..1e16).contains(&magnitude) {
        format!("{number:e}")
    } else {
        number.to_string()
    }
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
}
