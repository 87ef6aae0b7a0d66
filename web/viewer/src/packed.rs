//! What a report file holds in scripts that do not run: gzip, in base64.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Document, ReadableWritablePair, Response, window};

#[wasm_bindgen]
extern "C" {
    /// The browser's own; web-sys calls it unstable.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// The text of the element of this id.
pub(crate) async fn text(file: &Document, id: &str) -> Result<String, JsValue> {
    let element = file.get_element_by_id(id).ok_or(JsValue::NULL)?;
    let binary = window().ok_or(JsValue::NULL)?.atob(&element.text_content().unwrap_or_default())?;
    // Each character of what `atob` gives is a byte.
    let bytes: Vec<u8> = binary.chars().map(|c| c as u8).collect();
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes.as_slice())))?;
    let gzip = DecompressionStream::new("gzip")?;
    let stream = blob.stream().pipe_through(gzip.unchecked_ref::<ReadableWritablePair>());
    let response = Response::new_with_opt_readable_stream(Some(&stream))?;
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}
