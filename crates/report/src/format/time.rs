//! Seconds since 1970-01-01 UTC as dates, and spans of seconds as durations.

use super::number::{NONE, group, significant};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A day in seconds.
pub(crate) const DAY: f64 = 86_400.0;

/// The instant as a date, with the time where it is not midnight: `2013-01-31`, `2013-01-31 05:30`; to the
/// second only among values that span less than two days.
pub(crate) fn instant(seconds: f64, span: f64) -> String {
    match civil(seconds) {
        None => NONE.to_owned(),
        Some(at) if at.hour() == 0 && at.minute() == 0 && at.second() == 0 => date(at),
        Some(at) if at.second() == 0 || span >= 2.0 * DAY => format!("{} {}", date(at), hour(at)),
        Some(at) => format!("{} {}:{:02}", date(at), hour(at), at.second()),
    }
}

/// The instant as the label of an axis whose labels are `step` seconds apart: the year and month, the date,
/// or the date and time.
pub(crate) fn label(seconds: f64, step: f64) -> String {
    let Some(at) = civil(seconds) else { return NONE.to_owned() };
    if step >= 300.0 * DAY {
        format!("{:04}-{:02}", at.year(), at.month())
    } else if step >= DAY {
        date(at)
    } else if step >= 60.0 {
        format!("{:02}-{:02} {}", at.month(), at.day(), hour(at))
    } else {
        format!("{}:{:02}", hour(at), at.second())
    }
}

// jiff's own formatting would be a fifth of the viewer that is in every report.
fn date(at: DateTime) -> String {
    format!("{:04}-{:02}-{:02}", at.year(), at.month(), at.day())
}

fn hour(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// A span of time in its natural unit: `105.3 days`, `3.2 hours`.
pub(crate) fn duration(seconds: f64) -> String {
    if !seconds.is_finite() {
        return NONE.to_owned();
    }
    let size = seconds.abs();
    let (unit, name) = match size {
        s if s >= DAY => (DAY, "days"),
        s if s >= 3600.0 => (3600.0, "hours"),
        s if s >= 60.0 => (60.0, "minutes"),
        _ => (1.0, "seconds"),
    };
    format!("{}\u{a0}{name}", group(&significant(seconds / unit, 4)))
}

fn civil(seconds: f64) -> Option<DateTime> {
    // The cast saturates, and jiff refuses what is outside years -9999 to 9999.
    let at = Timestamp::from_second(seconds.round() as i64).ok()?;
    seconds.is_finite().then(|| TimeZone::UTC.to_datetime(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        assert_eq!(instant(0.0, 0.0), "1970-01-01");
        assert_eq!(instant(1_357_020_000.0, 0.0), "2013-01-01 06:00");
        assert_eq!(instant(1_357_020_001.4, 0.0), "2013-01-01 06:00:01");
        assert_eq!(instant(1_357_020_001.4, 30.0 * DAY), "2013-01-01 06:00");
        assert_eq!(instant(f64::NAN, 0.0), NONE);
        assert_eq!(instant(1e300, 0.0), NONE);
    }

    #[test]
    fn labels_are_as_fine_as_their_step() {
        let at = 1_357_020_000.0;
        assert_eq!(label(at, 400.0 * DAY), "2013-01");
        assert_eq!(label(at, 30.0 * DAY), "2013-01-01");
        assert_eq!(label(at, 3600.0), "01-01 06:00");
        assert_eq!(label(at, 5.0), "06:00:00");
    }

    #[test]
    fn durations() {
        assert_eq!(duration(9_097_920.0), "105.3\u{a0}days");
        assert_eq!(duration(90.0), "1.5\u{a0}minutes");
    }
}
