//! Numbers as a reader sees them. Thousands are grouped by a narrow no-break space (U+202F), a number and
//! its unit are held together by a no-break space (U+00A0), minus is U+2212; `text::plain` makes all of them
//! ASCII. What is not there is an en dash: no surface ever says NaN.

use driftglass_core::Number;

/// What stands where there is no number.
pub(crate) const NONE: &str = "–";

/// A count with its thousands grouped: `48 842`.
pub(crate) fn count(n: u64) -> String {
    group(&n.to_string())
}

/// A share of 1 as a percentage: `9.8 %`, `0 %`, `< 0.1 %`, `100 %` only where it is all.
pub(crate) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if !percent.is_finite() {
        NONE.to_owned()
    } else if percent > 0.0 && percent < 0.1 {
        "<\u{a0}0.1\u{a0}%".to_owned()
    } else if percent > 99.9 && percent < 100.0 {
        ">\u{a0}99.9\u{a0}%".to_owned()
    } else {
        let text = format!("{percent:.1}");
        format!("{}\u{a0}%", sign(text.strip_suffix(".0").unwrap_or(&text)))
    }
}

/// The same with its decimal and without its unit, for a column of figures whose heading has the unit.
pub(crate) fn percent_figure(part: u64, whole: u64) -> String {
    match (part, whole) {
        (_, 0) => NONE.to_owned(),
        (0, _) => "0".to_owned(),
        _ if part as f64 / (whole as f64) < 0.001 => "<\u{a0}0.1".to_owned(),
        _ => format!("{:.1}", 100.0 * part as f64 / whole as f64),
    }
}

/// A part of a whole as a percentage; an en dash where the whole is nothing.
pub(crate) fn percent_of(part: u64, whole: u64) -> String {
    if whole == 0 { NONE.to_owned() } else { percent(part as f64 / whole as f64) }
}

/// A p-value at a glance: `0.42`, `0.0021`, `< 0.0001`.
pub(crate) fn p_value(p: Number) -> String {
    match p.get() {
        Some(p) if p < 0.0001 => "<\u{a0}0.0001".to_owned(),
        _ => exact_p_value(p),
    }
}

/// A p-value in full: two significant digits, `3e-12` where it is small.
pub(crate) fn exact_p_value(p: Number) -> String {
    match p.get() {
        None => NONE.to_owned(),
        Some(p) if p < 1e-300 => "<\u{a0}1e-300".to_owned(),
        Some(p) if p < 0.0001 => format!("{p:.0e}"),
        Some(p) if p >= 0.995 => "1".to_owned(),
        Some(p) => significant(p, 2),
    }
}

/// A statistic or effect size: three digits, at most three decimals.
pub(crate) fn effect(value: Number) -> String {
    let Some(value) = value.get() else { return NONE.to_owned() };
    let size = value.abs();
    if value == 0.0 {
        "0".to_owned()
    } else if size < 0.0005 {
        "<\u{a0}0.001".to_owned()
    } else if size >= 99_999.5 {
        sign(&format!("{value:.2e}"))
    } else {
        let decimals = if size < 0.9995 {
            3
        } else if size < 9.995 {
            2
        } else {
            usize::from(size < 99.95)
        };
        group(&format!("{value:.decimals$}"))
    }
}

/// A correlation or an area, with two decimals.
pub(crate) fn hundredths(value: Number) -> String {
    let Some(value) = value.get() else { return NONE.to_owned() };
    let text = format!("{value:.2}");
    if text == "-0.00" { "0.00".to_owned() } else { sign(&text) }
}

/// A number that the policy holds others against, as it was set: `0.05`, `50`.
pub(crate) fn setting(value: Number) -> String {
    match value.get() {
        None => NONE.to_owned(),
        Some(value) if value > 0.0 && value < 1e-4 => trim_exponent(&format!("{value:e}")),
        Some(value) => sign(&value.to_string()),
    }
}

/// A value of a column: four significant digits, but every digit of its whole part.
pub(crate) fn value(value: f64) -> String {
    let size = value.abs();
    if !value.is_finite() {
        NONE.to_owned()
    } else if size >= 1e12 || (size > 0.0 && size < 1e-4) {
        sign(&trim_exponent(&format!("{value:.3e}")))
    } else if value.fract() == 0.0 || size >= 1000.0 {
        group(&format!("{value:.0}"))
    } else {
        group(&significant(value, 4))
    }
}

/// A size in bytes: `512 bytes`, `3.8 MB`.
pub fn size_in_words(n: u64) -> String {
    let (unit, name) = match n {
        0..1000 => return format!("{n}\u{a0}bytes"),
        1000..1_000_000 => (1e3, "kB"),
        1_000_000..1_000_000_000 => (1e6, "MB"),
        _ => (1e9, "GB"),
    };
    format!("{:.1}\u{a0}{name}", n as f64 / unit)
}

/// The value to `digits` significant digits, without zeros at the end.
pub(crate) fn significant(value: f64, digits: i32) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let magnitude = libm::floor(libm::log10(value.abs())) as i32;
    let decimals = usize::try_from(digits - 1 - magnitude).unwrap_or(0);
    let text = format!("{value:.decimals$}");
    match text.split_once('.') {
        Some((whole, fraction)) => match fraction.trim_end_matches('0') {
            "" => whole.to_owned(),
            fraction => format!("{whole}.{fraction}"),
        },
        None => text,
    }
}

/// The decimal number with its whole part grouped by threes, from five digits on as is usual in print.
pub(crate) fn group(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(w, f)| (w, Some(f)));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    let minus = if whole.starts_with('-') { "\u{2212}" } else { "" };
    fraction.map_or_else(|| format!("{minus}{grouped}"), |fraction| format!("{minus}{grouped}.{fraction}"))
}

fn sign(number: &str) -> String {
    number.strip_prefix('-').map_or_else(|| number.to_owned(), |rest| format!("\u{2212}{rest}"))
}

/// `1.500e7` as `1.5e7`.
fn trim_exponent(number: &str) -> String {
    match number.split_once('e') {
        Some((mantissa, exponent)) if mantissa.contains('.') => {
            format!("{}e{exponent}", mantissa.trim_end_matches('0').trim_end_matches('.'))
        }
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::plain;
    use super::*;

    #[test]
    fn percentages() {
        let cases = [
            (0.0, "0 %"),
            (0.098, "9.8 %"),
            (0.5, "50 %"),
            (1.0, "100 %"),
            (0.9999, "> 99.9 %"),
            (1e-9, "< 0.1 %"),
        ];
        for (share, text) in cases {
            assert_eq!(plain(&percent(share)), text);
        }
        assert_eq!(percent(f64::NAN), NONE);
        assert_eq!(percent_of(1, 0), NONE);
    }

    #[test]
    fn p_values() {
        let cases = [
            (0.0, "< 1e-300"),
            (3.2e-12, "3e-12"),
            (0.002_14, "0.0021"),
            (0.05, "0.05"),
            (0.421, "0.42"),
            (1.0, "1"),
        ];
        for (p, text) in cases {
            assert_eq!(plain(&exact_p_value(p.into())), text);
        }
        assert_eq!(plain(&p_value(9.9e-5.into())), "< 0.0001");
        assert_eq!(p_value(f64::NAN.into()), NONE);
    }

    #[test]
    fn effects() {
        let cases = [
            (0.0, "0"),
            (0.0001, "< 0.001"),
            (0.3124, "0.312"),
            (0.9996, "1.00"),
            (12.34, "12.3"),
            (54_321.0, "54 321"),
            (-0.5, "-0.500"),
        ];
        for (value, text) in cases {
            assert_eq!(plain(&effect(value.into())), text);
        }
    }

    #[test]
    fn values() {
        let cases = [
            (0.0, "0"),
            (38.5816, "38.58"),
            (189_778.37, "189 778"),
            (1_484_705.0, "1 484 705"),
            (9999.0, "9999"),
            (-0.125, "-0.125"),
            (0.000_012_3, "1.23e-5"),
            (1.5e15, "1.5e15"),
        ];
        for (x, text) in cases {
            assert_eq!(plain(&value(x)), text);
        }
        assert_eq!(value(f64::INFINITY), NONE);
    }

    #[test]
    fn sizes() {
        assert_eq!(plain(&size_in_words(512)), "512 bytes");
        assert_eq!(plain(&size_in_words(3_812_345)), "3.8 MB");
    }
}
