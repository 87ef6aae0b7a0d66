//! The report with scripts on: sorting, filtering, keys, and the what-if policy.
//!
//! A report file is complete without this. The viewer leaves its article standing: it puts its tools above the columns, sorts
//! and hides the rows that are there, and where another policy changes a part, puts in the same markup that the report's own
//! writer makes of the report under that policy. Another page shows a report by handing over the file's document.

mod article;
mod controls;
mod dom;
mod evidence;
mod listen;
mod packed;
mod region;
mod row;
mod state;
mod viewer;
mod windows;

use driftglass_core::Report;
use listen::listen;
use std::cell::RefCell;
use std::rc::Rc;
use viewer::Viewer;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

/// A report that is on the page.
#[wasm_bindgen]
pub struct Shown(Rc<RefCell<Viewer>>);

#[wasm_bindgen]
impl Shown {
    /// Takes it from the page.
    pub fn remove(self) {
        // The listeners hold the viewer, and it them: whatever becomes of this handle, they hear until now.
        let listeners = self.0.borrow_mut().take_away();
        drop(listeners);
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
    let page = root.owner_document().ok_or_else(|| JsError::new("the page is gone"))?;
    let article = dom::one(&file, "article.report").map_err(problem("the file has no report"))?;
    let is_guest = page != file;
    if is_guest {
        let style = dom::one(&file, "head > style").map_err(problem("the file has no style"))?;
        let style = style.text_content().unwrap_or_default();
        add_style(&page, "report-style", &style).map_err(problem("the page takes no style"))?;
        page.adopt_node(&article).map_err(problem("the page takes no report"))?;
    }
    add_style(&page, "viewer-style", include_str!("viewer.css"))
        .map_err(problem("the page takes no style"))?;
    let viewer = Viewer::new(&file, article.clone(), report, is_guest)
        .map_err(problem("the report is not as this viewer knows it"))?;
    let viewer = Rc::new(RefCell::new(viewer));
    listen(&page, &article, &viewer);
    if is_guest {
        root.append_child(&article).map_err(problem("the page takes no report"))?;
    }
    Ok(Shown(viewer))
}

/// A style for the page's reports, once, after what is there.
fn add_style(page: &Document, id: &str, text: &str) -> Result<(), JsValue> {
    if page.get_element_by_id(id).is_none() {
        let style = page.create_element("style")?;
        style.set_id(id);
        style.set_text_content(Some(text));
        page.head().ok_or(JsValue::NULL)?.append_child(&style)?;
    }
    Ok(())
}
