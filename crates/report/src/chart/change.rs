//! A correlation before and after, as two bars from zero.

use super::scale::across;
use driftglass_core::Number;
use maud::{Markup, html};

/// The reference filled, the current data outlined, from -1 to 1, or from 0 to 1 where there is no sign. The figures stand beside it.
pub(crate) fn change_bar(reference: Number, current: Number, signed: bool) -> Markup {
    let at = |value: f64| if signed { f64::midpoint(value, 1.0) } else { value };
    let zero = at(0.0);
    let bar = |class: &str, value: Number| {
        let Some(value) = value.get() else { return html! {} };
        let end = at(value.clamp(-1.0, 1.0));
        let (from, to) = (zero.min(end), zero.max(end));
        html! { rect class=(class) x=(across(from)) width=(across(to - from)) {} }
    };
    html! {
        svg.pair {
            (bar("reference", reference))
            (bar("current", current))
            line.base x1=(across(zero)) x2=(across(zero)) y2="22" {}
        }
    }
}
