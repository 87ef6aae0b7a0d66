//! The keyboard's place, where what had it went away.

use web_sys::HtmlElement;
use yew::prelude::*;

/// Gives the focus to an element whenever `wanted` becomes another value that is true.
#[hook]
pub(crate) fn use_focus(wanted: bool) -> NodeRef {
    let element = use_node_ref();
    use_effect_with(wanted, {
        let element = element.clone();
        move |&wanted| {
            if let Some(element) = element.cast::<HtmlElement>().filter(|_| wanted) {
                // An element that is gone again needs no focus.
                let _ = element.focus();
            }
        }
    });
    element
}
