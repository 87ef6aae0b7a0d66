//! Instants as text.

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use jiff::tz::Offset;

/// Writes without the machinery of formatting, which takes most of the time of short texts.
const PRINTER: DateTimePrinter = DateTimePrinter::new().separator(b' ');

/// An instant in seconds since 1970-01-01 UTC as ISO 8601: a date where it is midnight, seconds and a fraction only
/// where it has them.
pub fn iso(seconds: f64) -> String {
    let Ok(timestamp) = Timestamp::from_microsecond((seconds * 1e6).round() as i64) else {
        return format!("{seconds} s");
    };
    let civil = Offset::UTC.to_datetime(timestamp);
    let mut text = PRINTER.datetime_to_string(&civil);
    let date = text.find(' ').unwrap_or(text.len());
    if seconds % 86_400.0 == 0.0 {
        text.truncate(date);
    } else if seconds % 60.0 == 0.0 {
        text.truncate(date + " 18:00".len());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn instants_are_as_short_as_they_can_be() {
        assert_eq!(iso(1_769_817_600.0), "2026-01-31");
        assert_eq!(iso(1_769_882_400.0), "2026-01-31 18:00");
        assert_eq!(iso(1_769_882_400.25), "2026-01-31 18:00:00.25");
    }
}
