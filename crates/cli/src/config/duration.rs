//! A span of time as people write it: `30s`, `1d 12h`.

use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde::{Deserialize, Deserializer, de};
use std::time::Duration;

/// Reads one that is not negative; a day has 24 hours.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    let text = String::deserialize(deserializer)?;
    let duration = text
        .parse::<Span>()
        .and_then(|span| span.to_duration(SpanRelativeTo::days_are_24_hours()))
        .and_then(Duration::try_from);
    duration.map_err(|_| de::Error::custom(format!("no span of time is \"{text}\"; use 30s, 15m, 12h or 7d")))
}

/// The same for the history.
pub(super) fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}
