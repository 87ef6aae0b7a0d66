//! Numbers as people write them: `10 %`, `$1,234.50`, `1.234,50 €`, `(12.00)`, and times of day.

use super::dates;

/// What a comma in a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Comma {
    /// It sets off thousands, and the point the decimals: `1,234.5`.
    #[default]
    Thousands,
    /// It sets off the decimals, and the point thousands: `1.234,5`.
    Decimal,
}

/// Longer texts are no numbers.
const LONGEST: usize = 40;

const CURRENCIES: [&str; 27] = [
    "US$", "$", "€", "£", "¥", "₹", "₽", "₩", "₺", "₪", "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR",
    "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "BRL", "MXN", "KRW",
];

/// A number with a percent sign, a currency, a sign apart, or thousands set off by commas, points, spaces or apostrophes. Units
/// are left out: `10 %` is 10. A time of day is its hours: `18:30` is 18.5.
pub(crate) fn usual(text: &str, comma: Comma) -> Option<f64> {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if text.contains(':') {
        return clock_hours(text);
    }
    if let Some(negative) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        return bare(negative.trim(), comma).map(|number| -number);
    }
    bare(text, comma)
}

/// `18:30` or `6:30:15 PM` as hours since midnight.
pub(crate) fn clock_hours(text: &str) -> Option<f64> {
    // A ratio such as 3:2 is no time.
    let (_, minutes) = text.split_once(':')?;
    let two_digits = minutes.bytes().take_while(u8::is_ascii_digit).count() == 2;
    dates::clock_seconds(text).filter(|_| two_digits).map(|seconds| seconds / 3600.0)
}

/// A number without brackets: a sign before or after the currency, a unit on either side.
fn bare(text: &str, comma: Comma) -> Option<f64> {
    let (outer, text) = sign(text);
    let text = without_unit(text);
    let (inner, text) = sign(text);
    let number = digits(text, comma)?;
    Some(if outer == inner { number } else { -number })
}

/// Whether the text begins with a minus, and what follows the sign.
fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
    }
}

fn without_unit(text: &str) -> &str {
    if let Some(number) = text.strip_suffix('%') {
        return number.trim_end();
    }
    let prefix = CURRENCIES.iter().find_map(|unit| text.strip_prefix(unit));
    let suffix = || CURRENCIES.iter().find_map(|unit| text.strip_suffix(unit));
    prefix.or_else(suffix).unwrap_or(text).trim()
}

/// Digits with decimals and thousands set off. Leading zeros make a code, not a number.
fn digits(text: &str, comma: Comma) -> Option<f64> {
    let (point, other) = if comma == Comma::Decimal { (',', '.') } else { ('.', ',') };
    let (whole, decimals) = text.split_once(point).unwrap_or((text, ""));
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) || (whole.is_empty() && decimals.is_empty()) {
        return None;
    }
    let separates =
        |c: char| c == other || matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’');
    let separator = whole.chars().find(|c| separates(*c)).unwrap_or(other);
    let groups: Vec<&str> = whole.split(separator).collect();
    if groups.len() > 1 && !are_thousands(&groups) {
        return None;
    }
    let whole = groups.concat();
    let is_code = whole.len() > 1 && whole.starts_with('0');
    if is_code || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("0{whole}.{decimals}0").parse().ok()
}

/// Three digits in the last group, one to three in the first and not 0 alone; two are allowed between, as Indian numbers have them.
fn are_thousands(groups: &[&str]) -> bool {
    let [first, between @ .., last] = groups else { return false };
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && between.iter().all(|group| (2..=3).contains(&group.len()))
        && last.len() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_their_column_has_them() {
        for (text, thousands, decimal) in [
            ("10%", Some(10.0), Some(10.0)),
            ("-2.5 %", Some(-2.5), None),
            ("1,5", None, Some(1.5)),
            ("0,125", None, Some(0.125)),
            ("1,234", Some(1234.0), Some(1.234)),
            ("1,234,567", Some(1_234_567.0), None),
            ("12,34,567.50", Some(1_234_567.5), None),
            ("1,234.50", Some(1234.5), None),
            ("1.234,50", None, Some(1234.5)),
            ("1 234 567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1\u{a0}234,5", None, Some(1234.5)),
            ("1'234.50", Some(1234.5), None),
            ("$1,234.50", Some(1234.5), None),
            ("-$5", Some(-5.0), Some(-5.0)),
            ("$-5", Some(-5.0), Some(-5.0)),
            ("(1,234.00)", Some(-1234.0), None),
            ("1.234,50 €", None, Some(1234.5)),
            ("EUR 12", Some(12.0), Some(12.0)),
            ("12 USD", Some(12.0), Some(12.0)),
            ("\u{2212}5,0", None, Some(-5.0)),
            ("18:30", Some(18.5), Some(18.5)),
            ("6:30 PM", Some(18.5), Some(18.5)),
            ("3:2", None, None),
            ("25:00", None, None),
            ("02134", None, None),
            ("02,134", None, None),
            ("1,23,4", None, None),
            ("192.168.0.1", None, None),
            ("555 123 4567", None, None),
            ("AB 123", None, None),
            ("12 Main Street", None, None),
            ("%", None, None),
            ("1,", None, Some(1.0)),
            ("", None, None),
        ] {
            assert_eq!(usual(text, Comma::Thousands), thousands, "{text}, comma for thousands");
            assert_eq!(usual(text, Comma::Decimal), decimal, "{text}, comma for decimals");
        }
    }
}
