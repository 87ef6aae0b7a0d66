//! A status as a shape and a word; colour comes third.

use driftglass_core::report::Status;
use maud::{Markup, html};

/// The status with its mark, which style draws: a disc that fills as the change grows, and a broken ring where nothing was tested.
pub(crate) fn badge(status: Status) -> Markup {
    html! { span class={ "badge " (status.name()) } { (status.name()) } }
}
