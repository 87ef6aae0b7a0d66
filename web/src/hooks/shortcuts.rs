//! Keys that do what a button does.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Where letters are text, or belong to somebody else.
const TAKEN: &str = "input:not([type=file]), textarea, select, dialog[open], [contenteditable]";

/// Calls `on_key` with a key that is pressed alone, outside of fields and dialogs.
#[hook]
pub(crate) fn use_shortcuts(on_key: Callback<String>) {
    use_effect_with(on_key, |on_key| {
        let on_key = on_key.clone();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let is_taken = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok())
                    .is_some_and(|element| element.closest(TAKEN).is_ok_and(|found| found.is_some()));
                let is_alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
                if is_alone && !is_taken && !event.default_prevented() {
                    on_key.emit(event.key());
                }
            })
        });
        move || drop(listener)
    });
}
