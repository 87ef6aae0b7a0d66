//! The charts and summaries of many columns, and the windows, which a file packs beside its report.

use crate::packed;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

/// What the file packs, until somebody looks.
pub(crate) enum Packed<T> {
    /// All that there is stands in the article.
    Nothing,
    /// Here, and nobody has looked yet.
    In(Document),
    /// On its way.
    Awaited,
    /// Here.
    Unpacked(T),
}

impl<T> Packed<T> {
    /// What the element of this id holds.
    pub(crate) fn of(file: &Document, id: &str) -> Self {
        match file.get_element_by_id(id) {
            Some(_) => Self::In(file.clone()),
            None => Self::Nothing,
        }
    }

    /// The file to unpack it from, once.
    pub(crate) fn ask(&mut self) -> Option<Document> {
        let Self::In(file) = self else { return None };
        let file = file.clone();
        *self = Self::Awaited;
        Some(file)
    }
}

/// The markup of each column of the file's report, where it has packed it.
pub(crate) async fn unpack(file: &Document) -> Result<Vec<Option<String>>, JsValue> {
    let text = packed::text(file, "evidence").await?;
    let fragments: js_sys::Array = js_sys::JSON::parse(&text)?.dyn_into()?;
    Ok(fragments.iter().map(|markup| markup.as_string()).collect())
}

/// The windows of the file's report.
pub(crate) async fn unpack_windows(file: &Document) -> Result<js_sys::Array, JsValue> {
    js_sys::JSON::parse(&packed::text(file, "windows-data").await?)?.dyn_into()
}
