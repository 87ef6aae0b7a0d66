//! A titled part of a column's details.

use maud::{Markup, html};

pub(super) fn section(class: &str, title: &str, content: &Markup) -> Markup {
    html! { section class=(class) { h4 { (title) } (content) } }
}
