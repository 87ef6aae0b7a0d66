//! The charts and summaries of many columns, which a file packs.

use crate::packed;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

/// What the file packs, by the columns' places in its report.
pub(crate) enum Packed {
    /// All that there is stands in the article.
    Nothing,
    /// Here, and nobody has looked yet.
    In(Document),
    /// On its way.
    Awaited,
    /// The markup of each column that was packed.
    Unpacked(Vec<Option<String>>),
}

impl Packed {
    pub(crate) fn of(file: &Document) -> Self {
        match file.get_element_by_id("evidence") {
            Some(_) => Self::In(file.clone()),
            None => Self::Nothing,
        }
    }
}

/// The markup of each column of the file's report, where it has packed it.
pub(crate) async fn unpack(file: &Document) -> Result<Vec<Option<String>>, JsValue> {
    let text = packed::text(file, "evidence").await?;
    let fragments: js_sys::Array = js_sys::JSON::parse(&text)?.dyn_into()?;
    Ok(fragments.iter().map(|markup| markup.as_string()).collect())
}
