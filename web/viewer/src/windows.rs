//! The windows of a report over time.

use crate::dom::{self, Done, focus};
use driftglass_core::Report;
use driftglass_core::report::Window;
use driftglass_report::comparison;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The comparisons that are open and list the strongest of their columns alone.
pub(crate) fn short(article: &Element) -> Vec<Element> {
    dom::all(article, ".windows .window[open] > div:has(.rest)")
}

/// Lists all columns of those.
pub(crate) fn fill(article: &Element, report: &Report, packed: &Array) -> Done {
    for element in short(article) {
        let place = element.id().strip_prefix('w').and_then(|place| place.parse().ok());
        let window = packed.get(place.ok_or(JsValue::NULL)?);
        let window: Window = serde_wasm_bindgen::from_value(window)?;
        element.set_inner_html(&comparison(report, &window, None).0);
    }
    Ok(())
}

/// Opens a window before the reader's eyes, and marks it until another one is.
pub(crate) fn reveal(article: &Element, address: &str) -> Done {
    let Some(window) = dom::find(article, address).and_then(|it| it.parent_element()) else { return Ok(()) };
    for marked in dom::all(article, ".window.aimed") {
        marked.set_attribute("class", "window")?;
    }
    window.set_attribute("class", "window aimed")?;
    let mut around = Some(window.clone());
    while let Some(details) = around {
        details.set_attribute("open", "")?;
        around = details.parent_element().and_then(|it| it.closest("details").ok().flatten());
    }
    let summary = dom::one(&window, "summary")?;
    summary.scroll_into_view();
    focus(&summary)
}
