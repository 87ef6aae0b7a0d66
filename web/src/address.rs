//! Where the page's other files are.

use wasm_bindgen::JsValue;
use web_sys::{Document, Url};

/// The whole address of the file that a `meta` element of the page names.
pub(crate) fn named(meta: &str) -> Result<String, JsValue> {
    let address = document()?
        .query_selector(&format!("meta[name={meta}]"))?
        .and_then(|meta| meta.get_attribute("content"))
        .ok_or_else(|| JsValue::from(format!("the page does not name its {meta}")))?;
    absolute(&address)
}

/// An address that is written relative to the page, in full.
pub(crate) fn absolute(address: &str) -> Result<String, JsValue> {
    let base = document()?.base_uri()?.unwrap_or_default();
    Ok(Url::new_with_base(address, &base)?.href())
}

fn document() -> Result<Document, JsValue> {
    Ok(web_sys::window().and_then(|window| window.document()).ok_or("there is no document")?)
}
