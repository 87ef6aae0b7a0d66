//! How one file alone becomes reference and current data.

use yew::prelude::*;

use super::field::{Text, choice};
use crate::split::{Kind, SplitDraft};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) draft: SplitDraft,
    pub(crate) on_change: Callback<SplitDraft>,
}

const KINDS: [(&str, &str); 4] = [
    ("share", "by order: the first rows are the reference"),
    ("from", "by date: the rows before it are the reference"),
    ("value", "by value: the rows with it are the reference"),
    ("rule", "by a rule, as --split has it"),
];

/// A choice of rules, and the fields of the one that is chosen.
#[component]
pub(crate) fn SplitFields(props: &Props) -> Html {
    let draft = &props.draft;
    let set = |apply: fn(&mut SplitDraft, String)| {
        let (draft, on_change) = (draft.clone(), props.on_change.clone());
        move |value| {
            let mut next = draft.clone();
            apply(&mut next, value);
            on_change.emit(next);
        }
    };
    let text = |label, value, placeholder| Text { label, value, placeholder, list: None, is_number: false };
    let column =
        || text("Column", &draft.column, "as in the header").view(set(|draft, value| draft.column = value));
    let chosen = match draft.kind {
        Kind::None => "",
        Kind::Share => "share",
        Kind::From => "from",
        Kind::Value => "value",
        Kind::Rule => "rule",
    };
    html! {
        <fieldset class="split">
            <legend>{ "Only one file?" }</legend>
            { choice("Split its rows", chosen, "no: choose a second file", KINDS.into_iter(), set(|draft, value| {
                draft.kind = match value.as_str() {
                    "share" => Kind::Share,
                    "from" => Kind::From,
                    "value" => Kind::Value,
                    "rule" => Kind::Rule,
                    _ => Kind::None,
                };
            })) }
            { match draft.kind {
                Kind::None => Html::default(),
                Kind::Share => Text { is_number: true, ..text("Reference, % of rows", &draft.share, "70") }
                    .view(set(|draft, value| draft.share = value)),
                Kind::From => html! { <>
                    { column() }
                    { text("Current from", &draft.bound, "2024-06-01, or a number").view(set(|draft, value| draft.bound = value)) }
                </> },
                Kind::Value => html! { <>
                    { column() }
                    { text("Reference value", &draft.reference, "such as train").view(set(|draft, value| draft.reference = value)) }
                    { text("Current value", &draft.current, "any other").view(set(|draft, value| draft.current = value)) }
                </> },
                Kind::Rule => text("Rule", &draft.rule, "70% or date>=2024-06-01").view(set(|draft, value| draft.rule = value)),
            } }
        </fieldset>
    }
}
