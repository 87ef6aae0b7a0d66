//! A status as a shape and a word; colour comes third.

use driftglass_core::report::Status;
use yew::prelude::*;

/// The mark of a status: a disc that fills as the change grows, and a broken ring where nothing was tested.
pub(crate) fn mark(status: Status) -> Html {
    let (class, fill) = match status {
        Status::Stable => ("mark stable", ""),
        Status::Slight => ("mark slight", "M8 8V3A5 5 0 0 1 13 8Z"),
        Status::Moderate => ("mark moderate", "M8 3A5 5 0 0 1 8 13Z"),
        Status::Severe => ("mark severe", "M8 3A5 5 0 0 1 8 13A5 5 0 0 1 8 3Z"),
        Status::Untested => ("mark untested", ""),
    };
    html! {
        <svg {class} aria-hidden="true" viewBox="0 0 16 16">
            <circle cx="8" cy="8" r="6.5" />
            if !fill.is_empty() { <path d={fill} /> }
        </svg>
    }
}

/// The status with its mark.
pub(crate) fn badge(status: Status) -> Html {
    html! { <span class={classes!("badge", status.name())}>{ mark(status) }{ status.name() }</span> }
}
