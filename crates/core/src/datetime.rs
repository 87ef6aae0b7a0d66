//! Instants as text.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// An instant in seconds since 1970-01-01 UTC as ISO 8601: a date where it is midnight, seconds and a fraction only
/// where it has them.
pub fn iso(seconds: f64) -> String {
    let Ok(timestamp) = Timestamp::from_microsecond((seconds * 1e6).round() as i64) else {
        return format!("{seconds} s");
    };
    let civil = timestamp.to_zoned(TimeZone::UTC).datetime();
    if seconds % 86_400.0 == 0.0 {
        civil.date().to_string()
    } else if seconds % 60.0 == 0.0 {
        format!("{} {:02}:{:02}", civil.date(), civil.hour(), civil.minute())
    } else {
        format!("{} {}", civil.date(), civil.time())
    }
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
