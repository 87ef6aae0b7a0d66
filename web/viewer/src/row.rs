//! A column of the standing article.

use crate::controls::column_rules;
use crate::dom::{self, Done, focus, parsed, slot};
use crate::region::Drawn;
use driftglass_core::report::{ColumnReport, Report};
use driftglass_report::{Evidence, detail, summary};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The row of a column, and what it opens to.
pub(crate) struct Row {
    /// The column's place in the data.
    pub(crate) position: u64,
    pub(crate) item: Element,
    details: Element,
    summary: Drawn,
    /// Nothing where the file has packed it and nobody has looked yet.
    detail: Option<Drawn>,
    is_seen: bool,
}

impl Row {
    pub(crate) fn standing(item: Element, column: &ColumnReport) -> Result<Self, JsValue> {
        let details = dom::one(&item, "details.column")?;
        let summary = Drawn::standing(dom::one(&details, "summary")?);
        let detail = dom::find(&details, ":scope > .detail").map(Drawn::standing);
        Ok(Self { position: column.position, item, details, summary, detail, is_seen: true })
    }

    pub(crate) fn is_open(&self) -> bool {
        self.details.has_attribute("open")
    }

    pub(crate) fn set_open(&self, open: bool) -> Done {
        self.details.toggle_attribute_with_force("open", open).map(drop)
    }

    pub(crate) fn is_seen(&self) -> bool {
        self.is_seen
    }

    pub(crate) fn set_seen(&mut self, seen: bool) -> Done {
        if self.is_seen != seen {
            self.is_seen = seen;
            dom::set_hidden(&self.item, !seen)?;
        }
        Ok(())
    }

    /// Whether the details are still packed.
    pub(crate) fn is_packed(&self) -> bool {
        self.detail.is_none()
    }

    /// Draws what is read without opening the row.
    pub(crate) fn draw_summary(&mut self, report: &Report, column: &ColumnReport) -> Done {
        self.summary.draw(summary(column, &report.policy, &slot(".spark")))
    }

    /// Draws what the row opens to, where it is not packed.
    pub(crate) fn draw_detail(&mut self, report: &Report, column: &ColumnReport) -> Done {
        let slots = Evidence {
            distribution: slot(".distribution"),
            over_time: slot(".over-time"),
            summaries: slot(".summaries"),
        };
        let Some(drawn) = &mut self.detail else { return Ok(()) };
        drawn.draw(detail(report, column, &slots))
    }

    /// Puts the evidence that was packed into its place.
    pub(crate) fn unpack(&mut self, evidence: &str) -> Done {
        let page = self.item.owner_document().ok_or(JsValue::NULL)?;
        if let Some(element) = parsed(&page, &format!("<div>{evidence}</div>"))? {
            self.summary.element.after_with_node_1(&element)?;
            self.detail = Some(Drawn::standing(element));
        }
        Ok(())
    }

    /// Puts the fields of the column's own rules under its details; once, unless they are taken away.
    pub(crate) fn add_rules(&self, own: &Report, column: &ColumnReport) -> Done {
        if dom::find(&self.details, ".column-rules").is_some() {
            return Ok(());
        }
        self.details.insert_adjacent_html("beforeend", &column_rules(own, column).0)
    }

    pub(crate) fn remove_rules(&self) {
        if let Some(rules) = dom::find(&self.details, ".column-rules") {
            rules.remove();
        }
    }

    /// Puts the focus on the row.
    pub(crate) fn focus(&self) -> Done {
        focus(&self.summary.element)
    }

    /// Opens the row before the reader's eyes.
    pub(crate) fn reveal(&self) -> Done {
        self.set_open(true)?;
        self.summary.element.scroll_into_view();
        self.focus()
    }
}
