//! Errors of JavaScript in words.

use wasm_bindgen::JsValue;

/// What an error says of itself, where it says anything: the text that was thrown, or an error's message.
pub(crate) fn reason(error: &JsValue) -> Option<String> {
    let message = || js_sys::Reflect::get(error, &"message".into()).ok()?.as_string();
    error.as_string().or_else(message).filter(|reason| !reason.is_empty())
}
