//! The keys, for as long as the viewer is there.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, window};
use yew::prelude::*;

/// Calls `on_key` with every key that is pressed outside of fields and dialogs, without a modifier; and with `Escape` wherever
/// it is pressed but in a dialog. A key that it returns true for does nothing else.
#[hook]
pub(crate) fn use_keys(on_key: Callback<String, bool>) {
    use_effect_with(on_key, |on_key| {
        let on_key = on_key.clone();
        let listener = window().and_then(|window| window.document()).map(|document| {
            EventListener::new_with_options(
                &document,
                "keydown",
                gloo_events::EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    if event.ctrl_key() || event.alt_key() || event.meta_key() {
                        return;
                    }
                    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                    let within = |selector| {
                        target
                            .as_ref()
                            .is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
                    };
                    let key = event.key();
                    if within("dialog") || (key != "Escape" && within("input, select, textarea")) {
                        return;
                    }
                    if on_key.emit(key) {
                        event.prevent_default();
                    }
                },
            )
        });
        move || drop(listener)
    });
}
