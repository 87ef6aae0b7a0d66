//! The viewer that reports embed, from the page's side: it is fetched beside the worker's work, so that the page itself
//! is small.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Document, DomParser, Element, SupportedType};

use crate::address;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = importModule)]
    fn import_module(address: &str) -> Promise;

    /// What the program exports.
    type Module;
    #[wasm_bindgen(method, js_name = default)]
    fn start(this: &Module) -> Promise;
    #[wasm_bindgen(method)]
    fn show(this: &Module, root: &Element, file: &Document) -> Promise;

    /// A report that is on the page.
    pub(crate) type Shown;
    /// Takes it from the page.
    #[wasm_bindgen(method)]
    pub(crate) fn remove(this: &Shown);
}

thread_local! {
    static MODULE: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Starts to load the program, unless it is on its way already.
pub(crate) fn prefetch() -> Result<Promise, JsValue> {
    MODULE.with_borrow_mut(|module| {
        if module.is_none() {
            *module = Some(import_module(&address::named("driftglass-viewer")?));
        }
        module.clone().ok_or_else(|| "nothing was asked for".into())
    })
}

/// Shows a report in an element, from the file that the page saves of it.
pub(crate) async fn show(root: &Element, html: &Blob) -> Result<Shown, JsValue> {
    let loaded = async {
        let module: Module = JsFuture::from(prefetch()?).await?.unchecked_into();
        // The program starts once, however often it is asked to.
        JsFuture::from(module.start()).await?;
        Ok::<_, JsValue>(module)
    };
    let module = loaded.await.inspect_err(|_| {
        // What did not load may load the next time.
        MODULE.with_borrow_mut(|module| *module = None);
    })?;
    let text = JsFuture::from(html.text()).await?.as_string().unwrap_or_default();
    let file = DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)?;
    JsFuture::from(module.show(root, &file)).await.map(JsCast::unchecked_into)
}
