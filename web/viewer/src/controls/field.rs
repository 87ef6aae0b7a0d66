//! A field for a number, as it is typed.

use maud::{Markup, html};

/// The field says what it is for by `kind`; `hint` is what holds while it is empty.
pub(super) fn number_field(label: &str, kind: &str, value: &str, hint: Option<&str>) -> Markup {
    html! {
        label.field {
            span { (label) }
            input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" size="6" data-type=(kind) value=(value) placeholder=[hint];
        }
    }
}
