//! A titled part of a column's details.

use yew::prelude::*;

/// The part; nothing where there is nothing to put in it.
pub(super) fn section(class: &'static str, title: &'static str, content: Option<Html>) -> Html {
    content.map_or_else(
        Html::default,
        |content| html! { <section {class}><h4>{ title }</h4>{ content }</section> },
    )
}
