//! Windows as a page packs them: with the digits that are shown and drawn. A report's JSON has all of them.

use driftglass_core::report::{Effect, Quantile, Window, WindowColumn};
use driftglass_core::{Number, Report};
use std::collections::BTreeMap;

/// No surface shows more digits of a p-value or of the end of an interval than one less.
const SHOWN: i32 = 4;
/// The same of a value.
const SHOWN_OF_VALUE: i32 = 5;
/// A chart of quantiles is drawn in a hundredth of this many steps.
const STEPS: f64 = 10_000.0;

/// The windows with numbers as long as they need to be, so that all that is said of them stays the same. Whole stays what orders columns
/// and windows and is held against limits: the effect, and a statistic that decided.
pub(crate) fn windows(report: &Report) -> Vec<Window> {
    let decimals = decimals(report);
    let of = |column: &WindowColumn| of_column(column, decimals.get(column.name.as_str()).copied());
    let shortened =
        |window: &Window| Window { columns: window.columns.iter().map(of).collect(), ..window.clone() };
    report.windows.iter().map(shortened).collect()
}

fn of_column(column: &WindowColumn, decimals: Option<i32>) -> WindowColumn {
    let decided = column.p_value.get().is_none();
    let effect = |it: &Effect| Effect { low: shown(it.low), high: shown(it.high), ..it.clone() };
    let quantile = |it: &Quantile| Quantile { p: it.p, value: drawn(it.value, decimals.unwrap_or(0)) };
    WindowColumn {
        statistic: if decided { column.statistic } else { shown(column.statistic) },
        p_value: shown(column.p_value),
        q_value: shown(column.q_value),
        effect: column.effect.as_ref().map(effect),
        quantiles: column.quantiles.iter().map(quantile).collect(),
        ..column.clone()
    }
}

/// For each column the decimals in which its chart of quantiles is drawn; below nothing where whole numbers are more than that.
fn decimals(report: &Report) -> BTreeMap<&str, i32> {
    let mut ends: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for column in report.windows.iter().flat_map(|window| &window.columns) {
        for value in column.quantiles.iter().filter_map(|quantile| quantile.value.get()) {
            let (low, high) = ends.entry(&column.name).or_insert((value, value));
            (*low, *high) = (low.min(value), high.max(value));
        }
    }
    let of = |(low, high): (f64, f64)| match high - low {
        range if range > 0.0 => libm::ceil(libm::log10(STEPS / range)) as i32,
        _ => 0,
    };
    ends.into_iter().map(|(name, ends)| (name, of(ends))).collect()
}

fn shown(number: Number) -> Number {
    cut(number, |_| SHOWN)
}

fn drawn(value: Number, decimals: i32) -> Number {
    cut(value, |whole| SHOWN_OF_VALUE.max(whole + decimals))
}

/// The number with so many digits, or one decimal at the least, by how many of them stand before the point. It is cut, and
/// what was more than it is told by its last digit, which is then neither 0 nor 5: so rounding it gives the same as rounding the number
/// itself (`ROUND_05UP` of Cowlishaw's General Decimal Arithmetic).
fn cut(number: Number, digits: impl Fn(i32) -> i32) -> Number {
    let Some(value) = number.get() else { return number };
    // All twelve digits that a number has.
    let text = format!("{value:.11e}");
    let Some((mantissa, exponent)) = text.split_once('e') else { return number };
    let whole = exponent.parse::<i32>().unwrap_or(0) + 1;
    let sign = mantissa.len() - mantissa.trim_start_matches('-').len();
    // A point stands behind the first digit.
    let end = sign + 1 + usize::try_from(digits(whole).max(whole + 1)).unwrap_or(0);
    let Some((kept, rest)) = mantissa.split_at_checked(end) else { return number };
    if rest.bytes().all(|digit| digit == b'0') {
        return number;
    }
    let kept = match kept.strip_suffix('0') {
        Some(before) => format!("{before}1"),
        None => kept.strip_suffix('5').map_or_else(|| kept.to_owned(), |before| format!("{before}6")),
    };
    format!("{kept}e{exponent}").parse::<f64>().map_or(number, Number::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::number::{effect, exact_p_value, p_value, value};
    use proptest::prelude::*;

    #[test]
    fn digits_that_nobody_sees_are_cut() {
        for (whole, kept) in [
            (0.123_456, 0.1234),
            (-0.123_456, -0.1234),
            (1.695_624_535_87e-27, 1.696e-27),
            (12_345.678, 12_345.6),
            (0.05, 0.05),
            // What is more than 0.0345 stays more than it.
            (0.034_500_001, 0.034_51),
            (0.034_499_999, 0.034_49),
        ] {
            assert_eq!(shown(Number::from(whole)), Number::from(kept));
        }
        for (whole, decimals, kept) in [(1_000.000_123_4, 6, 1_000.000_123), (1.234_567, -3, 1.2346)] {
            assert_eq!(drawn(Number::from(whole), decimals), Number::from(kept));
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_stays(mantissa in -10.0..10.0_f64, exponent in -14..14_i32) {
            let number = Number::from(mantissa * libm::pow(10.0, exponent.into()));
            prop_assert_eq!(effect(shown(number)), effect(number));
            let p = Number::from(number.get().map(|p| p.abs().min(1.0)));
            prop_assert_eq!(p_value(shown(p)), p_value(p));
            prop_assert_eq!(exact_p_value(shown(p)), exact_p_value(p));
            let whole = number.get().unwrap();
            prop_assert_eq!(value(drawn(number, -9).get().unwrap()), value(whole));
        }
    }
}
