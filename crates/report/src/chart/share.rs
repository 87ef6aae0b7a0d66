//! A share as a short bar beside its percentage.

use super::scale::across;
use yew::prelude::*;

/// A bar as long as the share, 0 to 1.
pub(crate) fn share_bar(share: f64) -> Html {
    html! { <svg class="share"><rect width={across(share.clamp(0.0, 1.0))} /></svg> }
}
