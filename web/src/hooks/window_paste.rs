//! What is pasted anywhere in the window.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, File};
use yew::prelude::*;

use crate::arrival;

/// Fields in which a paste is the field's.
const FIELDS: &str = "input:not([type=file]), textarea";

/// Calls `on_paste` with files, or with text as a file, that are pasted outside of fields.
#[hook]
pub(crate) fn use_window_paste(on_paste: Callback<Vec<File>>) {
    use_effect_with(on_paste, |on_paste| {
        let on_paste = on_paste.clone();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "paste", move |event| {
                let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
                let Some(data) = event.clipboard_data() else { return };
                let is_fields = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok())
                    .is_some_and(|element| element.closest(FIELDS).is_ok_and(|found| found.is_some()));
                if is_fields {
                    return;
                }
                let files = arrival::files(data.files().as_ref());
                let text = data.get_data("text/plain").unwrap_or_default();
                if !files.is_empty() {
                    on_paste.emit(files);
                } else if let Some(file) = arrival::of_text(&text) {
                    on_paste.emit(vec![file]);
                }
            })
        });
        move || drop(listener)
    });
}
