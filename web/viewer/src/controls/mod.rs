//! What the reader can press and type into.

mod column_rules;
mod copy;
mod help;
mod keys;
mod policy_panel;
mod theme;
mod toolbar;

pub(crate) use column_rules::ColumnRules;
pub(crate) use help::Help;
pub(crate) use keys::use_keys;
pub(crate) use policy_panel::PolicyPanel;
pub(crate) use theme::ThemeButton;
pub(crate) use toolbar::Toolbar;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The text of the field that an event comes from.
fn typed(event: &InputEvent) -> String {
    event
        .target()
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        .map(|field| field.value())
        .unwrap_or_default()
}

/// The place of the option that was picked in the list that an event comes from.
fn picked(event: &Event) -> usize {
    let list = event.target().and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
    list.map_or(0, |list| list.selected_index().max(0) as usize)
}

/// A field for a number.
fn number_field(label: &'static str, value: &str, hint: Option<String>, on_type: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| on_type.emit(typed(&event)));
    html! {
        <label class="field"><span>{ label }</span>
            <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" size="6" value={value.to_owned()} placeholder={hint} {oninput} />
        </label>
    }
}
