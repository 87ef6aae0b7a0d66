//! Names, levels and prose that came from the data: harmless, isolated from the text around them, and of
//! bounded length.

use crate::format::text::{shorten, visible};
use maud::{Markup, html};

/// Of a longer name the rest is left out where it only labels something.
const LABEL: usize = 120;
/// From this length on, style may cut a name, so that it can be read in full by pointing at it.
const MAY_BE_CUT: usize = 20;
/// What pointing at a name shows of it.
const TOOLTIP: usize = 500;
/// What prose may take.
const PROSE: usize = 1000;

/// A column's or file's name.
pub(crate) fn name(text: &str) -> Markup {
    label("name", text)
}

/// A level of a column.
pub(crate) fn level(text: &str) -> Markup {
    label("level", text)
}

fn label(class: &str, text: &str) -> Markup {
    let title = (text.chars().count() > MAY_BE_CUT).then(|| shorten(text, TOOLTIP));
    html! { bdi class=(class) title=[title] { (shorten(text, LABEL)) } }
}

/// Names as words list them, which are harmless and short already: `a, b and c`.
pub(crate) fn names(names: &[String]) -> Markup {
    let last = names.len().saturating_sub(1);
    let joint = |at: usize| match at {
        0 => "",
        at if at == last => " and ",
        _ => ", ",
    };
    html! { @for (at, name) in names.iter().enumerate() { (joint(at)) bdi { (name) } } }
}

/// A sentence that may hold a column's name: the name is isolated wherever it stands, so that one written
/// from right to left does not turn the sentence around.
pub(crate) fn prose(sentence: &str, column: &str) -> Markup {
    let sentence = shorten(sentence, PROSE);
    if column.is_ascii() {
        return html! { (sentence) };
    }
    let column = visible(column);
    html! { @for (at, part) in sentence.split(column.as_str()).enumerate() { @if at > 0 { bdi { (column) } } (part) } }
}
