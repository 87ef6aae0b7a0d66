//! An effect size with its interval, on a scale with the policy's thresholds.

use super::scale::{Scale, across};
use super::shared::ZONES;
use crate::format::effect::effect_with_interval;
use crate::format::number::setting;
use driftglass_core::report::{Effect, PolicySummary};
use maud::{Markup, html};

/// The scale ends at so many times the limit of severe, for all columns alike, so that they can be compared by eye. What lies beyond is an
/// arrow at the end.
pub(super) const END: f64 = 2.5;

/// What every scale of a report has: the zones that the policy calls slight, moderate and severe.
pub(super) fn zones(policy: &PolicySummary) -> Markup {
    let Some((moderate, severe)) = limits(policy) else { return html! {} };
    let end = END * severe;
    let scale = Scale::new(end, 0.0, 1.0);
    let at = |x: f64| across(scale.at(x));
    let zone = |name: &str, from: f64, to: f64| {
        html! {
            @if from < to {
                rect class=(name) x=(at(from)) width=(across(scale.at(to) - scale.at(from))) {}
                text x=(at(f64::midpoint(from, to))) { (name) }
            }
        }
    };
    html! {
        (zone("slight", 0.0, moderate)) (zone("moderate", moderate, severe)) (zone("severe", severe, end))
        g {
            text { "0" }
            @if moderate < severe { text x=(at(moderate)) { (setting(policy.moderate)) } }
            text x=(at(severe)) { (setting(policy.severe)) }
        }
    }
}

/// The effect as a dot with its interval as a line, on the zones. Nothing where a number is missing.
pub(crate) fn effect_scale(estimate: &Effect, policy: &PolicySummary) -> Markup {
    let (Some(value), Some((_, severe))) = (estimate.value.get(), limits(policy)) else {
        return html! {};
    };
    let high = estimate.high.get().unwrap_or(value).max(value);
    let low = estimate.low.get().unwrap_or(value).min(value);
    let end = END * severe;
    let scale = Scale::new(end, 0.0, 1.0);
    let at = |x: f64| across(scale.at(x));
    html! {
        svg.effect-scale role="img" {
            title { "Effect: " (effect_with_interval(estimate)) }
            desc { "Moderate from " (setting(policy.moderate)) ", severe from " (setting(policy.severe)) "." }
            use href=(ZONES) {}
            line x1=(at(low)) x2=(at(high)) {}
            @if value > end {
                svg x="100%" { path d="M-11 15.5L-1 22L-11 28.5Z" {} }
            } @else {
                circle cx=(at(value)) {}
            }
        }
    }
}

/// From where on a change is moderate and severe; `None` where that makes no scale.
fn limits(policy: &PolicySummary) -> Option<(f64, f64)> {
    policy
        .moderate
        .get()
        .zip(policy.severe.get())
        .filter(|(moderate, severe)| 0.0 < *moderate && moderate <= severe)
}
