//! What the cells of a column look like.

use super::cell::Cell;
use super::dates::{self, DayOrder};
use super::figures::{self, Comma};
use driftglass_stats::Distribution;
use serde::{Deserialize, Serialize};

/// What the cells of a column look like, for the inference of its type. Two censuses add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Census {
    pub(crate) values: u64,
    /// Plain decimal numbers.
    pub(crate) numbers: u64,
    /// Numbers other than 0 and 1.
    pub(crate) beyond_bits: u64,
    pub(crate) integers: u64,
    /// Numbers that could be instants in seconds or fractions of them since 1970.
    pub(crate) epochs: u64,
    /// Numbers that could be days, as `20260131`.
    pub(crate) compact_days: u64,
    pub(crate) instants: u64,
    /// Texts that are a date if the day comes first, and if the month does.
    pub(crate) day_first: u64,
    pub(crate) month_first: u64,
    /// Texts that are one date if the day comes first and another if the month does.
    pub(crate) either_order: u64,
    /// Texts that are a number if commas set off thousands, and if they set off decimals.
    pub(crate) thousands_comma: u64,
    pub(crate) decimal_comma: u64,
    /// Times of day, which are among those.
    pub(crate) clocks: u64,
    /// Digits with a leading zero, such as `02134`.
    pub(crate) codes: u64,
    /// Texts such as `yes` and `false`.
    pub(crate) answers: u64,
}

/// How a column spells what can be read in two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Spelling {
    pub(crate) day: DayOrder,
    pub(crate) comma: Comma,
}

impl Census {
    pub(super) fn of_numbers(numbers: &Distribution) -> Self {
        let mut census = Self::default();
        numbers.pairs().for_each(|(number, count)| census.count_number(number, count));
        census
    }

    /// Whether it can be that of so many texts.
    pub(super) fn is_of_texts(&self, count: u64) -> bool {
        let Self { values, numbers, beyond_bits, integers, epochs, compact_days, instants, .. } = *self;
        let Self {
            day_first, month_first, either_order, thousands_comma, decimal_comma, clocks, codes, ..
        } = *self;
        let of_numbers = [numbers, beyond_bits, integers, epochs, compact_days, instants];
        let of_texts = [
            day_first,
            month_first,
            either_order,
            thousands_comma,
            decimal_comma,
            clocks,
            codes,
            self.answers,
        ];
        values == 0 && of_numbers.iter().chain(&of_texts).all(|part| *part <= count)
    }

    /// Whether it can be that of so many numbers.
    pub(super) fn is_of_numbers(&self, count: u64) -> bool {
        let &Self { numbers, beyond_bits, integers, epochs, compact_days, .. } = self;
        let alone = Self { numbers, beyond_bits, integers, epochs, compact_days, ..Self::default() };
        let most = beyond_bits.max(integers).max(epochs).max(compact_days);
        *self == alone && numbers == count && most <= count
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            values: self.values + other.values,
            numbers: self.numbers + other.numbers,
            beyond_bits: self.beyond_bits + other.beyond_bits,
            integers: self.integers + other.integers,
            epochs: self.epochs + other.epochs,
            compact_days: self.compact_days + other.compact_days,
            instants: self.instants + other.instants,
            day_first: self.day_first + other.day_first,
            month_first: self.month_first + other.month_first,
            either_order: self.either_order + other.either_order,
            thousands_comma: self.thousands_comma + other.thousands_comma,
            decimal_comma: self.decimal_comma + other.decimal_comma,
            clocks: self.clocks + other.clocks,
            codes: self.codes + other.codes,
            answers: self.answers + other.answers,
        }
    }

    /// The reading that more cells allow; as in American English where both fit alike.
    pub(crate) fn spelling(&self) -> Spelling {
        Spelling {
            day: if self.day_first > self.month_first { DayOrder::DayFirst } else { DayOrder::MonthFirst },
            comma: if self.decimal_comma > self.thousands_comma { Comma::Decimal } else { Comma::Thousands },
        }
    }

    pub(super) fn count(&mut self, cell: Cell, text: &str, count: u64) {
        let add = |counter: &mut u64, holds: bool| *counter += count * u64::from(holds);
        match cell {
            Cell::Number(number) => self.count_number(number, count),
            Cell::Instant(_) => self.instants += count,
            Cell::Text => {
                let [day_first, month_first] =
                    [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| dates::usual(text, order));
                add(&mut self.day_first, day_first.is_some());
                add(&mut self.month_first, month_first.is_some());
                add(&mut self.either_order, day_first.zip(month_first).is_some_and(|(a, b)| a < b || b < a));
                add(&mut self.thousands_comma, figures::usual(text, Comma::Thousands).is_some());
                add(&mut self.decimal_comma, figures::usual(text, Comma::Decimal).is_some());
                add(&mut self.clocks, figures::clock_hours(text).is_some());
                add(&mut self.codes, text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
                add(&mut self.answers, is_answer(text));
            }
        }
    }

    /// Counts a string of a typed file, which is neither number nor date: that a file knows the two apart outweighs how it looks.
    pub(super) fn count_string(&mut self, text: &str, count: u64) {
        self.answers += count * u64::from(is_answer(text));
    }

    pub(super) fn count_number(&mut self, number: f64, count: u64) {
        let add = |counter: &mut u64, holds: bool| *counter += count * u64::from(holds);
        let is_day = dates::compact_day(number).is_some();
        let is_whole = is_whole(number);
        self.numbers += count;
        add(&mut self.beyond_bits, number.abs() > 1.0 || !is_whole || number < 0.0);
        add(&mut self.integers, is_whole);
        add(&mut self.compact_days, is_day);
        add(&mut self.epochs, !is_day && dates::of_number(number).is_some());
    }
}

/// Whether a finite number has nothing behind the point. A cast there and back is quicker than rounding, which is a call where a processor
/// has no instruction for it.
fn is_whole(number: f64) -> bool {
    let is_large = number.abs() >= 1.0 / f64::EPSILON;
    is_large || (number as i64 as f64 - number).abs() <= 0.0
}

fn is_answer(text: &str) -> bool {
    ["true", "false", "yes", "no", "t", "f", "y", "n"].iter().any(|word| text.eq_ignore_ascii_case(word))
}
