//! The zone in which days begin.

use crate::error::{Error, Result};
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;

/// The zone of a name, or of an offset such as `+01:00`, with what it is called.
pub(crate) fn zone(name: &str) -> Result<(String, TimeZone)> {
    let zone = TimeZone::get(name).ok().or_else(|| fixed(name));
    zone.map(|zone| (name.to_owned(), zone)).ok_or_else(|| {
        Error::new(format!("no time zone is called \"{name}\""))
            .with_hint("write its name, such as Europe/Berlin, or an offset, such as +01:00")
    })
}

/// The zone of an offset. The parser takes rules of POSIX too, in which UTC1 is an hour behind UTC.
fn fixed(offset: &str) -> Option<TimeZone> {
    let zone = DateTimeParser::new().parse_time_zone(offset).ok()?;
    zone.to_fixed_offset().is_ok().then_some(zone)
}
