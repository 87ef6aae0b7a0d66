//! Names, levels and prose that came from the data: harmless, isolated from the text around them, and of
//! bounded length.

use crate::format::text::{shorten, visible};
use yew::prelude::*;

/// Of a longer name the rest is left out where it only labels something.
const LABEL: usize = 120;
/// From this length on, style may cut a name, so that it can be read in full by pointing at it.
const MAY_BE_CUT: usize = 20;
/// What pointing at a name shows of it.
const TOOLTIP: usize = 500;
/// What prose may take.
const PROSE: usize = 1000;

/// A column's or file's name.
pub(crate) fn name(text: &str) -> Html {
    let title = (text.chars().count() > MAY_BE_CUT).then(|| shorten(text, TOOLTIP));
    html! { <bdi class="name" {title}>{ shorten(text, LABEL) }</bdi> }
}

/// A level of a column.
pub(crate) fn level(text: &str) -> Html {
    let title = (text.chars().count() > MAY_BE_CUT).then(|| shorten(text, TOOLTIP));
    html! { <bdi class="level" {title}>{ shorten(text, LABEL) }</bdi> }
}

/// A sentence that may hold a column's name: the name is isolated wherever it stands, so that one written
/// from right to left does not turn the sentence around.
pub(crate) fn prose(sentence: &str, column: &str) -> Html {
    let sentence = shorten(sentence, PROSE);
    if column.is_ascii() {
        return html! { sentence };
    }
    let column = visible(column);
    let mut parts = sentence.split(column.as_str());
    let first = parts.next().unwrap_or_default();
    html! { <>{ first.to_owned() }{ for parts.map(|part| html! { <><bdi>{ column.clone() }</bdi>{ part.to_owned() }</> }) }</> }
}
