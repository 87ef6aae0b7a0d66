//! Windows as a page packs them: with the digits that are shown and drawn. A report's JSON has all of them.

use driftglass_core::Number;
use driftglass_core::report::{Window, WindowColumn};
use std::collections::BTreeMap;

/// No surface shows more digits of a p-value or of the end of an interval than one less.
const SHOWN: i32 = 4;
/// The same of a value.
const SHOWN_OF_VALUE: i32 = 5;
/// A chart of quantiles is drawn in a hundredth of this many steps.
const STEPS: f64 = 10_000.0;

/// Makes the numbers of windows as long as they need to be, so that all that is said of them stays the same. Whole stays what orders
/// columns and windows and is held against limits: the effect, and a statistic that decided.
pub(crate) fn shorten(windows: &mut [Window]) {
    let mut ends: BTreeMap<String, Ends> = BTreeMap::new();
    for column in windows.iter().flat_map(|window| &window.columns) {
        let Some(own) = Ends::of(quantiles(column)) else { continue };
        if let Some(known) = ends.get_mut(&column.name) {
            *known = known.and(own);
        } else {
            ends.insert(column.name.clone(), own);
        }
    }
    for column in windows.iter_mut().flat_map(|window| &mut window.columns) {
        shorten_column(column, ends.get(&column.name).copied());
    }
}

fn shorten_column(column: &mut WindowColumn, ends: Option<Ends>) {
    if column.p_value.get().is_some() {
        column.statistic = shown(column.statistic);
    }
    column.p_value = shown(column.p_value);
    column.q_value = shown(column.q_value);
    if let Some(effect) = &mut column.effect {
        (effect.low, effect.high) = (shown(effect.low), shown(effect.high));
    }
    if let Some(ends) = ends {
        column.quantiles.iter_mut().for_each(|quantile| quantile.value = ends.drawn(quantile.value));
    }
}

/// The quantiles of a column in a window.
pub(crate) fn quantiles(column: &WindowColumn) -> impl Iterator<Item = f64> {
    column.quantiles.iter().filter_map(|quantile| quantile.value.get())
}

/// The least and the greatest of a column's quantiles in all windows, between which its chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ends {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Ends {
    /// Those of some values; nothing where there are none.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        values.map(|value| Self { low: value, high: value }).reduce(Self::and)
    }

    fn and(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// How far they are apart.
    pub(crate) fn span(self) -> f64 {
        self.high - self.low
    }

    /// A value as it is drawn, whether it comes from a report or from a page. The ends are whole, since they are the scale, and what they
    /// are is told.
    pub(crate) fn drawn(self, value: Number) -> Number {
        let Self { low, high } = self;
        if value.get().is_none_or(|value| value <= low || value >= high) {
            return value;
        }
        let decimals = libm::ceil(libm::log10(STEPS / self.span())) as i32;
        let cut = cut(value, |whole| SHOWN_OF_VALUE.max(whole.saturating_add(decimals)));
        // A digit that is more than what it stands for must not be a new end.
        cut.get().map(|cut| cut.clamp(low, high)).into()
    }
}

/// A p-value or the end of an interval as it is shown and drawn.
pub(crate) fn shown(number: Number) -> Number {
    cut(number, |_| SHOWN)
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
        let wide = Ends { low: 0.0, high: 1e7 };
        let narrow = Ends { low: 1_000.0, high: 1_000.011 };
        for (whole, ends, kept) in [(1_000.000_123_4, narrow, 1_000.000_123), (1.234_567, wide, 1.2346)] {
            assert_eq!(ends.drawn(Number::from(whole)), Number::from(kept));
        }
    }

    #[test]
    fn the_ends_are_whole() {
        let ends = Ends::of([19.990_001, 123.456_789, 50.0].into_iter()).unwrap();
        assert_eq!(
            [ends.low, ends.high].map(|end| ends.drawn(end.into())),
            [19.990_001, 123.456_789].map(Number::from)
        );
        assert_eq!(ends.drawn(100.123_456.into()), Number::from(100.12));
        let near = Ends { low: -19.990_001, high: 19.990_001 };
        assert_eq!(
            [19.990_000_5, -19.990_000_5].map(|it| near.drawn(it.into())),
            [near.high, near.low].map(Number::from)
        );
        let alone = Ends::of([0.666_666_666_667].into_iter()).unwrap();
        assert_eq!(alone.drawn(alone.low.into()), Number::from(0.666_666_666_667));
        // The span is more than a number can be.
        assert_eq!(Ends { low: -1e308, high: 1e308 }.drawn(1.234_567e-9.into()), Number::from(1.2346e-9));
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
            let ends = Ends { low: -1e300, high: 1e300 };
            prop_assert_eq!(value(ends.drawn(number).get().unwrap()), value(whole));
        }
    }
}
