//! Saving what the page holds, through the browser's own download.

use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// How long the browser may take to start the download, in milliseconds.
const GRACE: i32 = 60_000;

/// Saves a blob as a file called `name`.
pub(crate) fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let document = window.document().ok_or("there is no document")?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let revoke = Closure::once_into_js(move || Url::revoke_object_url(&address));
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), GRACE)?;
    Ok(())
}
