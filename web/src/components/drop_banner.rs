//! Shown while files are held over the window.

use yew::prelude::*;

/// Says that the whole window takes files.
#[component]
pub(crate) fn DropBanner() -> Html {
    html! { <div class="drop-banner" aria-hidden="true"><p>{ "Drop one file or two, anywhere" }</p></div> }
}
