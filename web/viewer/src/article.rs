//! The file's article, which stands, and what of it another policy changes.

use crate::dom::{self, Done, slot};
use crate::region::{Drawn, Region};
use crate::row::Row;
use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use driftglass_report::{columns, drift_map, findings, head, provenance, told_apart};
use maud::{Markup, html};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Of more columns than this, details are drawn anew when they are looked at.
const DRAWN_AT_ONCE: usize = 100;

/// The article and its parts.
pub(crate) struct Article {
    pub(crate) element: Element,
    /// The place of the viewer's tools.
    pub(crate) tools: Element,
    above: [Region; 4],
    below: [Region; 2],
    columns: Drawn,
    list: Element,
    none_seen: Element,
    /// In the order of the report as it was made.
    rows: Vec<Row>,
    /// Places in `rows`, in the order in which they stand.
    order: Vec<usize>,
}

/// What stands above the tools and below the columns, part by part. Pairs of columns are as the report judged them.
fn parts(report: &Report, banner: Markup) -> ([Markup; 4], [Markup; 2]) {
    ([banner, head(report), findings(report), drift_map(report)], [told_apart(report), provenance(report)])
}

impl Article {
    /// The parts of an article that shows this report.
    pub(crate) fn of(element: Element, report: &Report) -> Result<Self, JsValue> {
        let (above, below) = parts(report, html! {});
        let standing = |(selector, markup)| Region::standing(&element, selector, markup);
        let [banner, head, findings, map] = above;
        let above =
            [("aside", banner), ("header", head), (".findings", findings), ("nav", map)].map(standing);
        let [told_apart, provenance] = below;
        let below = [(".told-apart", told_apart), ("footer", provenance)].map(standing);
        let columns = dom::one(&element, ".columns")?;
        let list = dom::one(&columns, "ol")?;
        let rows = dom::all(&list, ":scope > li");
        if rows.len() != report.columns.len() {
            return Err("the article has other columns than the data".into());
        }
        let rows = rows.into_iter().zip(&report.columns).map(|(row, column)| Row::standing(row, column));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        columns.insert_adjacent_html("afterend", "<p class=none-seen hidden>No column is like that.</p>")?;
        Ok(Self {
            tools: dom::one(&element, ".tools")?,
            none_seen: dom::one(&element, ".none-seen")?,
            order: (0..rows.len()).collect(),
            columns: Drawn::standing(columns),
            element,
            above,
            below,
            list,
            rows,
        })
    }

    /// Shows the report under another policy, below a banner that says so.
    pub(crate) fn draw(&mut self, report: &Report, banner: Markup) -> Done {
        let (above, below) = parts(report, banner);
        let mut next = Some(self.tools.clone());
        for (region, markup) in self.above.iter_mut().zip(above).rev() {
            next = region.draw(&self.element, next, markup)?;
        }
        let mut next = None;
        for (region, markup) in self.below.iter_mut().zip(below).rev() {
            next = region.draw(&self.element, next, markup)?;
        }
        self.columns.draw(columns(&report.policy, &slot("ol")))?;
        let is_wide = self.rows.len() > DRAWN_AT_ONCE;
        for column in &report.columns {
            let Some(row) = self.rows.iter_mut().find(|row| row.position == column.position) else {
                continue;
            };
            row.draw_summary(report, column)?;
            if !is_wide || row.is_open() {
                row.draw_detail(report, column)?;
            }
        }
        Ok(())
    }

    /// The rows, in the order of the report as it was made.
    pub(crate) fn rows(&mut self) -> &mut [Row] {
        &mut self.rows
    }

    /// The row that an element is in.
    pub(crate) fn place_of(&self, element: &Element) -> Option<usize> {
        self.rows.iter().position(|row| row.item.contains(Some(element)))
    }

    /// How many rows are seen.
    pub(crate) fn seen(&self) -> usize {
        self.rows.iter().filter(|row| row.is_seen()).count()
    }

    /// Puts the rows in the order of these columns, and shows those that are seen.
    pub(crate) fn arrange<'a>(&mut self, columns: impl Iterator<Item = (&'a ColumnReport, bool)>) -> Done {
        let mut order = Vec::with_capacity(self.rows.len());
        for (column, is_seen) in columns {
            let Some(place) = self.rows.iter().position(|row| row.position == column.position) else {
                continue;
            };
            self.rows[place].set_seen(is_seen)?;
            order.push(place);
        }
        dom::set_hidden(&self.none_seen, self.seen() > 0)?;
        if order == self.order {
            return Ok(());
        }
        // What moves in the document loses the focus, so all others move around the row that has it.
        let focused = self.element.owner_document().and_then(|page| page.active_element());
        let fixed = focused.and_then(|focused| self.place_of(&focused));
        let mut next = fixed.map(|place| self.rows[place].item.clone());
        for &place in &order {
            if Some(place) == fixed {
                next = None;
            } else {
                self.list.insert_before(&self.rows[place].item, next.as_deref())?;
            }
        }
        self.order = order;
        Ok(())
    }
}
