//! Effect sizes in words.

use super::method::symbol;
use super::number;
use driftglass_core::report::Effect;

/// The estimate after its scale: `PSI 0.312`.
pub(crate) fn effect(effect: &Effect) -> String {
    format!("{}\u{a0}{}", symbol(effect.name), number::effect(effect.value))
}

/// The interval, where it has one: `0.271 to 0.358`.
pub(crate) fn interval(effect: &Effect) -> Option<String> {
    effect.low.get().and(effect.high.get())?;
    Some(format!("{} to {}", number::effect(effect.low), number::effect(effect.high)))
}

/// Both: `PSI 0.312 (0.271 to 0.358)`.
pub(crate) fn effect_with_interval(estimate: &Effect) -> String {
    interval(estimate)
        .map_or_else(|| effect(estimate), |interval| format!("{} ({interval})", effect(estimate)))
}
