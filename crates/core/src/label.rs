//! Values as short labels.

use crate::{ColumnType, datetime};

/// A share as a percentage with one decimal, more where it is small: `9.8 %`, `0.04 %`, `< 0.01 %`.
pub(crate) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    match percent {
        0.0 => "0 %".to_owned(),
        ..0.01 => "< 0.01 %".to_owned(),
        ..0.1 => format!("{percent:.2} %"),
        _ => format!("{percent:.1} %"),
    }
}

/// A value of a column in as few digits as tell it apart.
pub(crate) fn value(value: f64, kind: ColumnType) -> String {
    if kind == ColumnType::Datetime {
        return datetime::iso(value.round());
    }
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let magnitude = libm::log10(value.abs()).floor();
    if (-4.0..4.0).contains(&magnitude) {
        let decimals = (3.0 - magnitude).clamp(0.0, 7.0) as usize;
        let text = format!("{value:.decimals$}");
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    if (4.0..15.0).contains(&magnitude) { format!("{value:.0}") } else { format!("{value:.3e}") }
}

/// The values of a bin from its least to its greatest: `17 to 22`, or `0` where it holds one value alone.
pub(crate) fn range(least: f64, greatest: f64, kind: ColumnType) -> String {
    let (from, to) = (value(least, kind), value(greatest, kind));
    if from == to { from } else { format!("{from} to {to}") }
}

/// The first of several names, and how many others there are.
pub(crate) fn quote_names(names: &[&str]) -> String {
    let listed = names.iter().take(QUOTED).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(QUOTED) {
        0 => listed,
        more => format!("{listed} and {more} more"),
    }
}

/// Texts that a message quotes.
const QUOTED: usize = 3;

/// The most frequent texts, quoted, with their counts.
pub(crate) fn quote(mut texts: Vec<(&str, u64)>) -> String {
    texts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let rest = texts.len().saturating_sub(QUOTED);
    let quoted = texts.iter().take(QUOTED).map(|(text, count)| format!("\"{text}\" ({count})"));
    let list = quoted.collect::<Vec<_>>().join(", ");
    if rest > 0 { format!("{list} and {rest} more") } else { list }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_what_tells_values_apart() {
        for (number, label) in [
            (17.0, "17"),
            (0.123_456, "0.1235"),
            (45.600_001, "45.6"),
            (12_638.25, "12638"),
            (1.5e-7, "1.500e-7"),
            (-2.5, "-2.5"),
        ] {
            assert_eq!(value(number, ColumnType::Numeric), label);
        }
        assert_eq!(range(17.0, 22.0, ColumnType::Numeric), "17 to 22");
        assert_eq!(range(0.0, 0.0, ColumnType::Numeric), "0");
    }

    #[test]
    fn small_shares_do_not_become_nothing() {
        assert_eq!(percent(0.098), "9.8 %");
        assert_eq!(percent(0.0004), "0.04 %");
        assert_eq!(percent(0.000_002), "< 0.01 %");
        assert_eq!(percent(0.0), "0 %");
    }
}
