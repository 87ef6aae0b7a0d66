//! The report on the page: a program of its own, which the page loads once there is something to show.

use driftglass_core::Report;
use driftglass_report::{ReportView, ViewProps};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Html};

fn main() {
    console_error_panic_hook::set_once();
    add_style();
}

/// A report that is on the page.
#[wasm_bindgen]
pub struct Shown(AppHandle<ReportView>);

#[wasm_bindgen]
impl Shown {
    /// Takes it from the page.
    pub fn remove(self) {
        self.0.destroy();
    }
}

/// Draws the report of a JSON in an element.
#[wasm_bindgen]
pub fn show(root: Element, report: JsValue) -> Result<Shown, JsError> {
    let report = Rc::new(serde_wasm_bindgen::from_value::<Report>(report)?);
    Ok(Shown(
        yew::Renderer::<ReportView>::with_root_and_props(
            root,
            ViewProps { report, tools: Html::default(), is_packed: |_| false },
        )
        .render(),
    ))
}

/// The style of the report, in the document's head.
fn add_style() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let (Some(head), Ok(style)) = (document.head(), document.create_element("style")) {
        style.set_text_content(Some(driftglass_report::STYLE));
        // A head takes any element.
        let _ = head.append_child(&style);
    }
}
