//! An effect size with its interval, on a scale with the policy's thresholds.

use super::scale::{Scale, across};
use crate::format::effect::effect_with_interval;
use crate::format::number::setting;
use driftglass_core::report::{Effect, PolicySummary};
use yew::prelude::*;

/// The effect as a dot with its interval as a line, between zones that the policy calls slight, moderate and
/// severe. Nothing where a number is missing.
pub(crate) fn effect_scale(estimate: &Effect, policy: &PolicySummary) -> Html {
    let (Some(value), Some(moderate), Some(severe)) =
        (estimate.value.get(), policy.moderate.get(), policy.severe.get())
    else {
        return Html::default();
    };
    if !(0.0 < moderate && moderate <= severe) {
        return Html::default();
    }
    let high = estimate.high.get().unwrap_or(value).max(value);
    let low = estimate.low.get().unwrap_or(value).min(value);
    // Never so wide that the lower zones cannot be read; what lies beyond is an arrow at the end.
    let end = (1.1 * high).clamp(2.0 * severe, 3.0 * severe);
    let scale = Scale::new(end, 0.0, 1.0);
    let at = |x: f64| across(scale.at(x));
    let zone = |class: &'static str, from: f64, to: f64| {
        html! { <rect class={classes!("zone", class)} x={at(from)} y="18" width={across(scale.at(to) - scale.at(from))} height="8" /> }
    };
    let name = |name: &'static str, from: f64, to: f64| {
        let wide_enough = scale.at(to) - scale.at(from) > 0.15;
        wide_enough.then(|| html! { <text class="zone-name" x={at(f64::midpoint(from, to))} y="11" text-anchor="middle">{ name }</text> })
    };
    html! {
        <svg class="effect-scale" role="img" width="100%" height="44">
            <title>{ format!("Effect: {}", effect_with_interval(estimate)) }</title>
            <desc>{ format!("Moderate from {}, severe from {}.", setting(policy.moderate), setting(policy.severe)) }</desc>
            { zone("slight", 0.0, moderate) }{ zone("moderate", moderate, severe) }{ zone("severe", severe, end) }
            { name("slight", 0.0, moderate) }{ name("moderate", moderate, severe) }{ name("severe", severe, end) }
            <line class="interval" x1={at(low)} x2={at(high)} y1="22" y2="22" />
            if value > end {
                <svg x="100%" overflow="visible"><path class="dot" d="M-11 15.5L-1 22L-11 28.5Z" /></svg>
            } else {
                <circle class="dot" cx={at(value)} cy="22" r="5.5" />
            }
            <text class="tick" y="41">{ "0" }</text>
            if moderate < severe {
                <text class="tick" x={at(moderate)} y="41" text-anchor="middle">{ setting(policy.moderate) }</text>
            }
            <text class="tick" x={at(severe)} y="41" text-anchor="middle">{ setting(policy.severe) }</text>
        </svg>
    }
}
