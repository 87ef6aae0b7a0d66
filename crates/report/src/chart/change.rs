//! A correlation before and after, as two bars from zero.

use super::scale::across;
use driftglass_core::Number;
use yew::prelude::*;

/// The reference filled, the current data outlined, from -1 to 1, or from 0 to 1 where there is no sign. The figures stand beside it.
pub(crate) fn change_bar(reference: Number, current: Number, signed: bool) -> Html {
    let at = |value: f64| if signed { f64::midpoint(value, 1.0) } else { value };
    let zero = at(0.0);
    let bar = |class: &'static str, value: Number| {
        value.get().map(|value| value.clamp(-1.0, 1.0)).map(|value| {
            let (from, to) = (zero.min(at(value)), zero.max(at(value)));
            html! { <rect {class} x={across(from)} width={across(to - from)} /> }
        })
    };
    html! {
        <svg class="pair">
            { bar("reference", reference) }
            { bar("current", current) }
            <line class="base" x1={across(zero)} x2={across(zero)} y2="22" />
        </svg>
    }
}
