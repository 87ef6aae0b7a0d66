//! Dates and instants as people write them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime;
use jiff::tz::TimeZone;

/// Which of the first two numbers of `1/2/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum DayOrder {
    DayFirst,
    #[default]
    MonthFirst,
}

/// The microseconds since 1970 of the years that [`iso`] reads, 0 to 9999.
pub(crate) const MICROSECONDS: std::ops::RangeInclusive<i64> =
    -62_167_219_200_000_000..=253_402_300_799_999_999;

/// ISO 8601, with `T` or a space before the time, in seconds since 1970-01-01 UTC; without an offset it counts as UTC.
pub(crate) fn iso(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    // Cheap to say no: most cells are no dates.
    if bytes.len() < 10 || bytes[4] != b'-' || bytes[7] != b'-' || !bytes[0].is_ascii_digit() {
        return None;
    }
    if bytes.len() == 10 {
        return text.parse::<Date>().ok().and_then(|date| civil_seconds(date.into()));
    }
    // Exports of databases name the zone.
    let text = text.strip_suffix(" UTC").unwrap_or(text);
    if has_offset(text) {
        return text.parse::<Timestamp>().ok().map(seconds);
    }
    text.parse::<DateTime>().ok().and_then(civil_seconds)
}

/// Whether a text that [`iso`] reads says which zone its time is of.
pub(crate) fn names_zone(text: &str) -> bool {
    text.ends_with(" UTC") || has_offset(text)
}

fn has_offset(text: &str) -> bool {
    text.ends_with(['Z', 'z']) || text.bytes().skip(11).any(|byte| matches!(byte, b'+' | b'-'))
}

/// Instants written as numbers: seconds, or thousandths, millionths or billionths of them, since 1970, from 1973 to 2286; and days of
/// 1900 to 2100 as `20260131`. The magnitudes do not meet.
pub(crate) fn of_number(number: f64) -> Option<f64> {
    // Most numbers are smaller than all of those.
    if number < FIRST_DAY {
        return None;
    }
    if let Some(day) = compact_day(number) {
        return Some(day);
    }
    [1.0, 1e3, 1e6, 1e9].into_iter().map(|unit| number / unit).find(|seconds| (1e8..1e10).contains(seconds))
}

/// The first and the last day that a number can be.
const FIRST_DAY: f64 = 19_000_101.0;
const LAST_DAY: f64 = 21_001_231.0;

/// `20260131` as an instant.
pub(crate) fn compact_day(number: f64) -> Option<f64> {
    if !(FIRST_DAY..=LAST_DAY).contains(&number) || number.fract() != 0.0 {
        return None;
    }
    let number = number as i32;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    date.ok().and_then(|date| civil_seconds(date.into()))
}

/// Longer texts are no dates.
const LONGEST: usize = 40;

/// The other usual forms: `2026/1/31`, `31.1.2026`, `1/31/2026 18:00`, `1/31/26`, `31-Jan-2026`, `Jan 31, 2026`, `2026-01`.
pub(crate) fn usual(text: &str, order: DayOrder) -> Option<f64> {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (date, time) = match text.split_once([' ', 'T']).filter(|(_, time)| time.contains(':')) {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let date = numeric_date(date, order).or_else(|| named_date(date)).or_else(|| year_and_month(date))?;
    let midnight = civil_seconds(date.into())?;
    time.map_or(Some(midnight), |time| Some(midnight + clock_seconds(time)?))
}

fn numeric_date(text: &str, order: DayOrder) -> Option<Date> {
    let separator = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, number(second)?, number(third)?)
    } else {
        let year = match third.len() {
            4 => number(third)?,
            // Two digits are a year from 1970 on; with hyphens they could be anything.
            2 if separator != '-' => number(third)? + if number(third)? < 70 { 2000 } else { 1900 },
            _ => return None,
        };
        // With dots the day always comes first.
        let day_first = separator == '.' || order == DayOrder::DayFirst;
        let (month, day) = if day_first { (second, first) } else { (first, second) };
        (year, number(month)?, number(day)?)
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The first day of a month: `2026-01`.
fn year_and_month(text: &str) -> Option<Date> {
    let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    let year: i16 = year.parse().ok().filter(|year| (1900..=2100).contains(year))?;
    Date::new(year, month.parse().ok()?, 1).ok()
}

fn named_date(text: &str) -> Option<Date> {
    // Four digits and a letter at the least, so that most texts are refused before any parsing.
    if text.len() < 9
        || !text.bytes().any(|b| b.is_ascii_digit())
        || !text.bytes().any(|b| b.is_ascii_alphabetic())
    {
        return None;
    }
    ["%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y"]
        .iter()
        .find_map(|format| strtime::parse(format, text).ok()?.to_date().ok())
}

/// `18:00`, `18:00:01` or `18:00:01.25`, optionally with AM or PM, in seconds since midnight.
pub(super) fn clock_seconds(text: &str) -> Option<f64> {
    let upper = text.trim().to_ascii_uppercase();
    let (clock, shift) = match upper.strip_suffix("PM") {
        Some(clock) => (clock.trim(), Some(12.0)),
        None => match upper.strip_suffix("AM") {
            Some(clock) => (clock.trim(), Some(0.0)),
            None => (upper.as_str(), None),
        },
    };
    let mut parts = clock
        .split(':')
        .map(|part| part.parse::<f64>().ok().filter(|_| part.starts_with(|c: char| c.is_ascii_digit())));
    let (mut hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0.0))?);
    if let Some(shift) = shift {
        hour = hour % 12.0 + shift;
    }
    let valid = hour < 24.0 && minute < 60.0 && second < 61.0 && parts.next().is_none();
    valid.then_some(hour * 3600.0 + minute * 60.0 + second)
}

fn civil_seconds(civil: DateTime) -> Option<f64> {
    civil.to_zoned(TimeZone::UTC).ok().map(|zoned| seconds(zoned.timestamp()))
}

fn seconds(timestamp: Timestamp) -> f64 {
    timestamp.as_microsecond() as f64 / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    const JAN_31_2026: f64 = 1_769_817_600.0;

    #[test]
    fn iso_forms_are_read_as_utc_unless_they_say_otherwise() {
        for (text, expected) in [
            ("2026-01-31", Some(JAN_31_2026)),
            ("2026-01-31T18:00:00Z", Some(JAN_31_2026 + 64_800.0)),
            ("2026-01-31 18:00:00.250", Some(JAN_31_2026 + 64_800.25)),
            ("2026-01-31T18:00:00+02:00", Some(JAN_31_2026 + 57_600.0)),
            ("2026-01-31T18:00", Some(JAN_31_2026 + 64_800.0)),
            ("2026-01-31 18:00:00 UTC", Some(JAN_31_2026 + 64_800.0)),
            ("2026-01-31 18:00:00+00", Some(JAN_31_2026 + 64_800.0)),
            ("2026-02-31", None),
            ("2026-01-3x", None),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_instants_by_their_magnitude() {
        for (number, expected) in [
            (JAN_31_2026, Some(JAN_31_2026)),
            (JAN_31_2026 * 1e3, Some(JAN_31_2026)),
            (JAN_31_2026 * 1e9, Some(JAN_31_2026)),
            (20_260_131.0, Some(JAN_31_2026)),
            (20_260_231.0, None),
            (42.0, None),
        ] {
            assert_eq!(of_number(number), expected, "{number}");
        }
    }

    #[test]
    fn usual_forms_follow_the_order_of_the_column() {
        for (text, order, expected) in [
            ("31/01/2026", DayOrder::DayFirst, Some(JAN_31_2026)),
            ("1/31/2026", DayOrder::MonthFirst, Some(JAN_31_2026)),
            ("1/31/2026", DayOrder::DayFirst, None),
            ("31.1.2026", DayOrder::MonthFirst, Some(JAN_31_2026)),
            ("2026/1/31", DayOrder::MonthFirst, Some(JAN_31_2026)),
            ("31-Jan-2026", DayOrder::MonthFirst, Some(JAN_31_2026)),
            ("Jan 31, 2026", DayOrder::MonthFirst, Some(JAN_31_2026)),
            ("1/31/2026 6:00 PM", DayOrder::MonthFirst, Some(JAN_31_2026 + 64_800.0)),
            ("31-Jan-2026 18:00", DayOrder::MonthFirst, Some(JAN_31_2026 + 64_800.0)),
            ("1/31/26", DayOrder::MonthFirst, Some(JAN_31_2026)),
            ("31.01.26", DayOrder::MonthFirst, Some(JAN_31_2026)),
            ("2026-01", DayOrder::MonthFirst, Some(JAN_31_2026 - 30.0 * 86_400.0)),
            ("10-20-30", DayOrder::MonthFirst, None),
            ("1.2.3", DayOrder::MonthFirst, None),
            ("1234-56", DayOrder::MonthFirst, None),
            ("hello, 2026", DayOrder::MonthFirst, None),
        ] {
            assert_eq!(usual(text, order), expected, "{text}");
        }
    }
}
