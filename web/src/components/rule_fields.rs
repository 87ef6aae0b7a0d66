//! The fields of a rule for some columns.

use driftglass_core::{ColumnType, Method, Role};
use yew::prelude::*;

use super::field::{Text, choice};
use crate::draft::RuleDraft;

/// The list of columns that fields suggest.
pub(super) const COLUMNS: &str = "known-columns";

/// One rule's fields; `on_change` gets the rule as it is then, or none where it is taken away.
pub(super) fn rule_fields(place: usize, rule: &RuleDraft, on_change: &Callback<Option<RuleDraft>>) -> Html {
    let set = |apply: fn(&mut RuleDraft, String)| {
        let (rule, on_change) = (rule.clone(), on_change.clone());
        move |value| {
            let mut rule = rule.clone();
            apply(&mut rule, value);
            on_change.emit(Some(rule));
        }
    };
    let methods = Method::ALL.iter().map(|method| (method.id(), method.title()));
    let types = ColumnType::ALL.into_iter().map(|kind| (kind.name(), kind.name()));
    let roles = Role::ALL.into_iter().map(|role| (role.name(), role.name()));
    let text = |label, value, placeholder| Text { label, value, placeholder, list: None, is_number: true };
    html! {
        <fieldset class="rule" key={place}>
            <legend>{ format!("Rule {}", place + 1) }</legend>
            { Text { list: Some(COLUMNS), is_number: false, ..text("Columns", &rule.columns, "a name, or a pattern such as price_*") }
                .view(set(|rule, value| rule.columns = value)) }
            { choice("Type", &rule.kind, "as found", types, set(|rule, value| rule.kind = value)) }
            { choice("Role", &rule.role, "as found", roles, set(|rule, value| rule.role = value)) }
            { choice("Method", &rule.method, "of the preset", methods, set(|rule, value| rule.method = value)) }
            { text("Threshold", &rule.threshold, "none").view(set(|rule, value| rule.threshold = value)) }
            <button type="button" onclick={on_change.reform(|_| None)}>{ "Remove" }<span class="visually-hidden">{ format!(" rule {}", place + 1) }</span></button>
        </fieldset>
    }
}
