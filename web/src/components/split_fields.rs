//! How one file alone becomes reference and current data.

use yew::prelude::*;

use super::field::{Text, choice};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The rule that the fields begin with.
    pub(crate) split: Option<String>,
    pub(crate) on_split: Callback<Option<String>>,
}

/// What tells the rows of the two sides apart.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    None,
    Share,
    From,
    Value,
}

const KINDS: [(&str, &str); 3] = [
    ("share", "by order: the first rows are the reference"),
    ("from", "by date: the rows before it are the reference"),
    ("value", "by value: the rows with it are the reference"),
];

/// The fields of a rule, as they are written.
#[derive(Clone, PartialEq, Default)]
struct Fields {
    kind: Kind,
    share: String,
    column: String,
    bound: String,
    reference: String,
    current: String,
}

impl Fields {
    /// The fields of a rule.
    fn of(rule: &str) -> Self {
        let own = str::to_owned;
        if let Some(share) = rule.strip_suffix('%') {
            return Self { kind: Kind::Share, share: own(share), ..Self::default() };
        }
        if let Some((column, bound)) = rule.split_once('>') {
            let bound = bound.trim_start_matches('=');
            return Self { kind: Kind::From, column: own(column), bound: own(bound), ..Self::default() };
        }
        let (column, values) = rule.split_once('=').unwrap_or((rule, ""));
        let (reference, current) = values.split_once('|').unwrap_or((values, ""));
        let [column, reference, current] = [column, reference, current].map(own);
        Self { kind: Kind::Value, column, reference, current, ..Self::default() }
    }

    /// The rule, once the fields make one.
    fn split(&self) -> Option<String> {
        let Self { share, column, bound, reference, current, .. } = self;
        let is_empty = |text: &str| text.trim().is_empty();
        match self.kind {
            Kind::Share if is_empty(share) => Some("70%".to_owned()),
            Kind::Share => Some(format!("{share}%")),
            Kind::From if !is_empty(column) && !is_empty(bound) => Some(format!("{column}>={bound}")),
            Kind::Value if is_empty(column) || is_empty(reference) => None,
            Kind::Value if is_empty(current) => Some(format!("{column}={reference}")),
            Kind::Value => Some(format!("{column}={reference}|{current}")),
            Kind::None | Kind::From => None,
        }
    }
}

/// A choice of rules, and the fields of the one that is chosen.
#[component]
pub(crate) fn SplitFields(props: &Props) -> Html {
    let fields = use_state(|| props.split.as_deref().map_or_else(Fields::default, Fields::of));
    let set = |apply: fn(&mut Fields, String)| {
        let (fields, on_split) = (fields.clone(), props.on_split.clone());
        move |value| {
            let mut next = (*fields).clone();
            apply(&mut next, value);
            on_split.emit(next.split());
            fields.set(next);
        }
    };
    let text = |label, value, placeholder| Text { label, value, placeholder, list: None, is_number: false };
    let column = || {
        text("Column", &fields.column, "as in the header").view(set(|fields, value| fields.column = value))
    };
    let chosen = match fields.kind {
        Kind::None => "",
        Kind::Share => "share",
        Kind::From => "from",
        Kind::Value => "value",
    };
    html! {
        <fieldset class="split">
            <legend>{ "Only one file?" }</legend>
            { choice("Split its rows", chosen, "no: choose a second file", KINDS.into_iter(), set(|fields, value| {
                fields.kind = match value.as_str() {
                    "share" => Kind::Share,
                    "from" => Kind::From,
                    "value" => Kind::Value,
                    _ => Kind::None,
                };
            })) }
            { match fields.kind {
                Kind::None => Html::default(),
                Kind::Share => Text { is_number: true, ..text("Reference, % of rows", &fields.share, "70") }
                    .view(set(|fields, value| fields.share = value)),
                Kind::From => html! { <>
                    { column() }
                    { text("Current from", &fields.bound, "2024-06-01, or a number").view(set(|fields, value| fields.bound = value)) }
                </> },
                Kind::Value => html! { <>
                    { column() }
                    { text("Reference value", &fields.reference, "such as train").view(set(|fields, value| fields.reference = value)) }
                    { text("Current value", &fields.current, "any other").view(set(|fields, value| fields.current = value)) }
                </> },
            } }
        </fieldset>
    }
}
