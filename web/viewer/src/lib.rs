//! The report with scripts on: sorting, filtering, keys, and the what-if policy.
//!
//! A report file is complete without this. The viewer takes the file's article to pieces, keeps what no policy changes
//! (charts, what moved, summaries) as it stands, and draws the rest anew from the report's data, so nothing on the page
//! jumps. Another page shows a report by handing over the file's document.

mod adopt;
mod controls;
mod packed;
mod row;
mod state;
mod viewer;

use adopt::Article;
use driftglass_core::Report;
use std::rc::Rc;
use viewer::{Viewer, ViewerProps};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};
use yew::AppHandle;

/// A report that is on the page.
#[wasm_bindgen]
pub struct Shown(AppHandle<Viewer>);

#[wasm_bindgen]
impl Shown {
    /// Takes it from the page.
    pub fn remove(self) {
        self.0.destroy();
    }
}

/// Shows the report of `file` in `root`. The file is the document of a report that has a viewer: this page's own, or one that
/// was parsed. A page that lends its `root` to another's report has its own theme and help.
#[wasm_bindgen]
pub async fn show(root: Element, file: Document) -> Result<Shown, JsError> {
    let problem = |what: &'static str| move |_: JsValue| JsError::new(what);
    let data = packed::text(&file, "report-data").await.map_err(problem("the file holds no report data"))?;
    let data = js_sys::JSON::parse(&data).map_err(problem("the report data are not JSON"))?;
    let report: Report = serde_wasm_bindgen::from_value(data)?;
    let article = Article::of(&file, &report).ok_or_else(|| JsError::new("the file has no report"))?;
    add_style(&root).map_err(problem("the page takes no style"))?;
    let is_guest = root.owner_document().as_ref() != Some(&file);
    let props = ViewerProps { report: Rc::new(report), article: Rc::new(article), is_guest };
    Ok(Shown(yew::Renderer::<Viewer>::with_root_and_props(root, props).render()))
}

/// The style of what scripts add, once, before what it styles.
fn add_style(root: &Element) -> Result<(), JsValue> {
    let Some(document) = root.owner_document() else { return Ok(()) };
    if document.get_element_by_id("viewer-style").is_none() {
        let style = document.create_element("style")?;
        style.set_id("viewer-style");
        style.set_text_content(Some(include_str!("viewer.css")));
        document.head().ok_or(JsValue::NULL)?.append_child(&style)?;
    }
    Ok(())
}
