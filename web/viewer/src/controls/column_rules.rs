//! The what-if policy of one column.

use super::{number_field, picked};
use crate::state::ColumnDraft;
use driftglass_core::report::Report;
use driftglass_core::{Method, choices};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub(crate) struct RulesProps {
    /// The report as it was made.
    pub(crate) own: Rc<Report>,
    /// The column's place in it.
    pub(crate) index: usize,
    pub(crate) draft: ColumnDraft,
    pub(crate) on_draft: Callback<ColumnDraft>,
}

impl PartialEq for RulesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.own, &other.own) && self.index == other.index && self.draft == other.draft
    }
}

/// The method that decides, its threshold and the column's alpha. Nothing where the column was not tested.
#[component]
pub(crate) fn ColumnRules(props: &RulesProps) -> Html {
    let column = &props.own.columns[props.index];
    if column.reason.is_some() {
        return Html::default();
    }
    let methods: Vec<Method> = choices(&props.own, column);
    let change = |set: fn(&mut ColumnDraft, String)| {
        let (draft, on_draft) = (props.draft.clone(), props.on_draft.clone());
        Callback::from(move |text| {
            let mut draft = draft.clone();
            set(&mut draft, text);
            on_draft.emit(draft);
        })
    };
    let onchange = {
        let (draft, on_draft, methods) = (props.draft.clone(), props.on_draft.clone(), methods.clone());
        Callback::from(move |event: Event| {
            let method = picked(&event).checked_sub(1).and_then(|place| methods.get(place).copied());
            on_draft.emit(ColumnDraft { method, ..draft.clone() });
        })
    };
    let own = column.primary.map_or("the report's own", Method::title);
    html! {
        <div class="column-rules">
            <h4>{ "Judge this column otherwise" }</h4>
            <div class="fields">
                if column.primary.is_some() {
                    <label class="field"><span>{ "Method" }</span>
                        <select {onchange}>
                            <option selected={props.draft.method.is_none()}>{ format!("as in the report: {own}") }</option>
                            { for methods.iter().map(|method| html! { <option selected={props.draft.method == Some(*method)}>{ method.title() }</option> }) }
                        </select>
                    </label>
                }
                { number_field("Threshold", &props.draft.threshold, Some("none".to_owned()), change(|draft, text| draft.threshold = text)) }
                { number_field("Alpha", &props.draft.alpha, Some("as above".to_owned()), change(|draft, text| draft.alpha = text)) }
            </div>
        </div>
    }
}
