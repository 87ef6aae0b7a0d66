//! The product's mark and name.

use yew::prelude::*;

/// The mark and the name.
#[component]
pub(crate) fn Brand() -> Html {
    html! {
        <p class="brand">
            <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
                <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
                <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
            </svg>
            { "driftglass" }
        </p>
    }
}
