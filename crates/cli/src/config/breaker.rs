//! The circuit breaker as it is written.

use super::duration;
use driftglass_history::Breaker;
use serde::Deserialize;
use std::num::NonZeroU32;
use std::time::Duration;

/// A circuit breaker over the checks of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct BreakerConfig {
    /// So many drifted checks in a row open the circuit. By default 3.
    after: NonZeroU32,
    /// For so long it then stays open and stops every check, such as 30m or 1d 12h. By default 1h.
    #[serde(deserialize_with = "duration::read")]
    #[cfg_attr(test, schemars(with = "String", extend("default" = "1h")))]
    cooldown: Duration,
    /// So many checks that pass one after the other then close it. By default 1.
    recovery: NonZeroU32,
}

impl Default for BreakerConfig {
    fn default() -> Self {
        let three = NonZeroU32::MIN.saturating_add(2);
        Self { after: three, cooldown: Duration::from_hours(1), recovery: NonZeroU32::MIN }
    }
}

impl From<BreakerConfig> for Breaker {
    fn from(config: BreakerConfig) -> Self {
        Self {
            after: config.after.get().into(),
            cooldown: duration::signed(config.cooldown),
            recovery: config.recovery.get().into(),
        }
    }
}
