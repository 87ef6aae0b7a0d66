//! The parts of the file's article that no policy changes, which the viewer keeps as they stand.

use crate::packed;
use driftglass_core::Report;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlTemplateElement, Node, NodeList};
use yew::prelude::*;

/// The parts of a row.
#[derive(Clone, Default)]
struct Parts {
    spark: Vec<Node>,
    evidence: Vec<Node>,
    open: bool,
}

/// The article, taken to pieces.
pub(crate) struct Article {
    /// By the columns' places in the data.
    rows: RefCell<HashMap<u64, Parts>>,
    /// What stands below the columns.
    below: Vec<Node>,
    /// The file, where it has packed the evidence on some columns.
    packed: Option<(Document, Vec<u64>)>,
}

/// The sections of a column's details that are evidence.
const EVIDENCE: &str = ":scope > :is(.distribution, .moves, .summaries)";
const BELOW: &str = ":scope > :is(.relations, .told-apart, .provenance)";

impl Article {
    /// `None` where the file has no report, or another number of columns than the data.
    pub(crate) fn of(file: &Document, report: &Report) -> Option<Self> {
        let article = file.query_selector("article.report").ok()??;
        let rows = all(&article, ".columns details.column");
        if rows.len() != report.columns.len() {
            return None;
        }
        let rows = rows.iter().zip(&report.columns).map(|(row, column)| {
            let row: &Element = row.unchecked_ref();
            let detail = row.query_selector(".detail").ok().flatten();
            let parts = Parts {
                spark: all(row, ":scope > summary > .spark"),
                evidence: detail.map(|detail| all(&detail, EVIDENCE)).unwrap_or_default(),
                open: row.has_attribute("open"),
            };
            (column.position, parts)
        });
        let packed = file
            .get_element_by_id("evidence")
            .map(|_| (file.clone(), report.columns.iter().map(|column| column.position).collect()));
        Some(Self { rows: RefCell::new(rows.collect()), below: all(&article, BELOW), packed })
    }

    /// The distributions that a row shows.
    pub(crate) fn spark(&self, position: u64) -> Html {
        self.rows.borrow().get(&position).map_or_else(Html::default, |parts| nodes(&parts.spark))
    }

    /// The charts, contributions and summaries of a column; nothing where the file has packed them.
    pub(crate) fn evidence(&self, position: u64) -> Html {
        self.rows.borrow().get(&position).map_or_else(Html::default, |parts| nodes(&parts.evidence))
    }

    /// What stands below the columns.
    pub(crate) fn below(&self) -> Html {
        nodes(&self.below)
    }

    /// The columns that the reader had opened before the viewer came.
    pub(crate) fn opened(&self) -> Vec<u64> {
        let rows = self.rows.borrow();
        rows.iter().filter(|(_, parts)| parts.open).map(|(position, _)| *position).collect()
    }

    /// Whether the evidence on some columns is still packed.
    pub(crate) fn is_packed(&self) -> bool {
        self.packed.is_some()
    }

    /// Unpacks the evidence that the file has packed. Where it cannot, the rows stay without.
    pub(crate) async fn unpack(&self) {
        let Some((file, positions)) = &self.packed else { return };
        let Ok(text) = packed::text(file, "evidence").await else { return };
        let Ok(fragments) = js_sys::JSON::parse(&text) else { return };
        let fragments: js_sys::Array = fragments.unchecked_into();
        let mut rows = self.rows.borrow_mut();
        for (position, markup) in positions.iter().zip(fragments.iter()) {
            if let (Some(parts), Some(markup)) = (rows.get_mut(position), markup.as_string()) {
                parts.evidence = parsed(file, &markup).unwrap_or_default();
            }
        }
    }
}

/// The nodes of markup that this program's own components have written, every text in it escaped.
fn parsed(file: &Document, markup: &str) -> Option<Vec<Node>> {
    let template: HtmlTemplateElement = file.create_element("template").ok()?.dyn_into().ok()?;
    template.set_inner_html(markup);
    let children = template.content().child_nodes();
    Some((0..children.length()).filter_map(|index| children.get(index)).collect())
}

fn all(element: &Element, selector: &str) -> Vec<Node> {
    let found: Option<NodeList> = element.query_selector_all(selector).ok();
    found.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect()).unwrap_or_default()
}

fn nodes(nodes: &[Node]) -> Html {
    nodes.iter().map(|node| Html::VRef(node.clone())).collect()
}
