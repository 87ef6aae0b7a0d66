//! A share as a short bar beside its percentage.

use super::scale::across;
use maud::{Markup, html};

/// A bar as long as the share, 0 to 1.
pub(crate) fn share_bar(share: f64) -> Markup {
    html! { svg.share { rect width=(across(share.clamp(0.0, 1.0))) {} } }
}
