//! The zone in which days begin.

use crate::error::{Error, Result};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

/// The zone of a name, or of an offset such as `+01:00`, with what it is called.
pub(crate) fn zone(name: &str) -> Result<(String, TimeZone)> {
    // A moment with the offset knows how offsets are written.
    let offset = || -> Option<Offset> {
        let moment: Timestamp = format!("2000-01-01T00:00:00{name}").parse().ok()?;
        let midnight: Timestamp = "2000-01-01T00:00:00Z".parse().ok()?;
        Offset::from_seconds(i32::try_from(midnight.duration_since(moment).as_secs()).ok()?).ok()
    };
    if let Some(offset) = offset() {
        return Ok((name.to_owned(), TimeZone::fixed(offset)));
    }
    TimeZone::get(name).map(|zone| (name.to_owned(), zone)).map_err(|_| {
        Error::new(format!("no time zone is called \"{name}\""))
            .with_hint("write its name, such as Europe/Berlin, or an offset, such as +01:00")
    })
}
