//! The options in the address of the page, behind its `#`: `#preset=classic&alpha=0.01&exclude=["id"]&every=7d`. The names are
//! those of `driftglass.toml`, and the values are JSON, but that a bare word is a text, and all are that say something of windows.

use driftglass_core::policy::{Settings, nearest_key};
use js_sys::{Array, JSON, Object, Reflect};
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde_wasm_bindgen::Deserializer;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use crate::message::Problem;
use crate::options::{Options, Windows};
use crate::reason::reason;

/// The options of the page's address.
pub(crate) fn read() -> Result<Options, Problem> {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    parse(hash.trim_start_matches('#')).map_err(|error| {
        let message = reason(&error).unwrap_or_default();
        let hint = nearest_key(&message).map_or_else(
            || "remove what follows # from the address to start from the defaults".to_owned(),
            |key| format!("did you mean {key}?"),
        );
        Problem { side: None, message: format!("the settings in the address: {message}"), hint: Some(hint) }
    })
}

fn parse(text: &str) -> Result<Options, JsValue> {
    let object = Object::new();
    let mut windows = Windows::default();
    for entry in UrlSearchParams::new_with_str(text)?.entries() {
        let entry: Array = entry?.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        let text = value.as_string().unwrap_or_default();
        let value = JSON::parse(&text).unwrap_or(value);
        if let Some((_, field)) = windows.fields().into_iter().find(|(known, _)| *known == name) {
            *field = value.as_string().unwrap_or(text);
            continue;
        }
        Reflect::set(&object, &entry.get(0), &value)?;
    }
    let rules: Option<Array> = Reflect::get(&object, &"rule".into())?.dyn_into().ok();
    Reflect::delete_property(&object, &"rule".into())?;
    let mut settings: Settings = strict(&object).map_err(|error| with_windows(&error))?;
    for rule in rules.unwrap_or_default() {
        settings.rules.push(strict(&rule.dyn_into()?)?);
    }
    Ok(Options { settings, windows })
}

/// An error that lists all names which are known, those of windows too.
fn with_windows(error: &JsValue) -> JsValue {
    let mut message = reason(error).unwrap_or_default();
    if message.starts_with("unknown field") {
        for (name, _) in Windows::default().fields() {
            message.push_str(", `");
            message.push_str(name);
            message.push('`');
        }
    }
    message.into()
}

/// The value of an object, entry by entry: read as a whole, an object's unknown fields would go unnoticed.
fn strict<T: DeserializeOwned>(object: &Object) -> Result<T, JsValue> {
    let entries = Object::entries(object).into_iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        (Deserializer::from(entry.get(0)), Deserializer::from(entry.get(1)))
    });
    Ok(T::deserialize(MapDeserializer::<_, serde_wasm_bindgen::Error>::new(entries))?)
}

/// Puts the options into the page's address, in place of those that are there.
pub(crate) fn write(options: &Options) {
    // An address that does not change costs a link, not the work.
    let _ = format(options).and_then(|text| {
        let window = web_sys::window().ok_or("there is no window")?;
        let location = window.location();
        let fragment = if text.is_empty() { text } else { format!("#{text}") };
        let address = format!("{}{}{fragment}", location.pathname()?, location.search()?);
        window.history()?.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    });
}

fn format(Options { settings, windows }: &Options) -> Result<String, JsValue> {
    let parameters = UrlSearchParams::new()?;
    // JSON leaves out what is not set.
    let json = JSON::stringify(&serde_wasm_bindgen::to_value(settings)?)?;
    let set: Object = JSON::parse(&json.as_string().unwrap_or_default())?.unchecked_into();
    for entry in Object::entries(&set) {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.dyn_ref::<Array>().is_some_and(|list| list.length() == 0) {
            continue;
        }
        let text = match value.as_string() {
            Some(text) => text,
            None => JSON::stringify(&value)?.as_string().unwrap_or_default(),
        };
        parameters.append(&name, &text);
    }
    for (name, text) in windows.clone().fields().into_iter().filter(|(_, text)| !text.is_empty()) {
        // Quotes that are its own would be taken for those of JSON.
        let quoted = text.starts_with('"').then(|| JSON::stringify(&text.as_str().into())).transpose()?;
        parameters.append(name, &quoted.map_or_else(|| text.clone(), String::from));
    }
    Ok(parameters.to_string().as_string().unwrap_or_default())
}
