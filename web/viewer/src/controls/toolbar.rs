//! Which columns to see, and in which order.

use super::theme::theme_button;
use crate::dom::{self, Done, focus, set_hidden, set_value};
use crate::state::{Selection, Sort};
use driftglass_core::ColumnType;
use driftglass_core::report::{Report, Status};
use maud::{Markup, html};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The toolbar as it stands.
pub(crate) struct Toolbar {
    search: Element,
    policy: Element,
    statuses: Vec<Element>,
    kinds: Vec<Element>,
    seen: Element,
}

impl Toolbar {
    /// The field, the lists and the buttons above the columns. A page that shows another's report has its own theme and help.
    pub(crate) fn markup(report: &Report, is_guest: bool) -> Markup {
        let kinds =
            ColumnType::ALL.into_iter().filter(|kind| report.columns.iter().any(|it| it.kind == *kind));
        html! {
            div.toolbar role="group" aria-label="Columns to see" {
                label.search {
                    span.label { "Find columns by name" }
                    input type="search" placeholder="Find columns by name" autocomplete="off" spellcheck="false" aria-keyshortcuts="/" data-type="name";
                }
                label.field {
                    span { "Sort by" }
                    select data-type="sort" { @for sort in Sort::ALL { option { (sort.title()) } } }
                }
                span.buttons {
                    button type="button" data-press="expand" { "Expand all" }
                    button type="button" data-press="collapse" { "Collapse all" }
                    button.what-if type="button" data-press="policy" aria-expanded="false" aria-controls="policy" aria-keyshortcuts="p" { "Try another policy" }
                    @if !is_guest {
                        (theme_button())
                        button.help type="button" data-press="help" aria-label="Help" title="Help" aria-keyshortcuts="?" { "?" }
                    }
                }
                span.chips role="group" aria-label="Statuses to see" {
                    @for status in Status::WORST_FIRST { (chip("status", status.name(), &format!("chip badge {}", status.name()))) }
                }
                span.chips role="group" aria-label="Types to see" { @for kind in kinds { (chip("kind", kind.name(), "chip")) } }
                span.seen role="status" hidden { span {} " " button.link type="button" data-press="clear" { "Show all" } }
            }
        }
    }

    pub(crate) fn standing(tools: &Element) -> Result<Self, JsValue> {
        Ok(Self {
            search: dom::one(tools, "[data-type=name]")?,
            policy: dom::one(tools, "[data-press=policy]")?,
            statuses: dom::all(tools, "[data-press=status]"),
            kinds: dom::all(tools, "[data-press=kind]"),
            seen: dom::one(tools, ".seen")?,
        })
    }

    /// Says what is chosen, how many columns are like that, and how many are seen.
    pub(crate) fn show(&self, report: &Report, selection: &Selection, seen: usize) -> Done {
        for (chip, status) in self.statuses.iter().zip(Status::WORST_FIRST) {
            let count = report.columns.iter().filter(|column| column.status == status).count();
            let is_pressed = selection.statuses.contains(&status);
            set_hidden(chip, count == 0 && !is_pressed)?;
            show_chip(chip, count, is_pressed)?;
        }
        for chip in &self.kinds {
            let kind = chip.get_attribute("value").unwrap_or_default();
            let count = report.columns.iter().filter(|column| column.kind.name() == kind).count();
            show_chip(chip, count, selection.kinds.iter().any(|it| it.name() == kind))?;
        }
        let all = report.columns.len();
        dom::one(&self.seen, "span")?.set_text_content(Some(&format!("{seen} of {all} columns")));
        if selection.name.is_empty() && !dom::value(&self.search).is_empty() {
            set_value(&self.search, "")?;
        }
        set_hidden(&self.seen, selection.is_everything())
    }

    /// Says whether the panel of the policy is open.
    pub(crate) fn set_expanded(&self, open: bool) -> Done {
        self.policy.set_attribute("aria-expanded", if open { "true" } else { "false" })
    }

    pub(crate) fn focus_policy(&self) -> Done {
        focus(&self.policy)
    }

    pub(crate) fn focus_search(&self) -> Done {
        focus(&self.search)
    }

    pub(crate) fn is_search(&self, element: &Element) -> bool {
        self.search == *element
    }
}

fn chip(press: &str, name: &str, class: &str) -> Markup {
    html! {
        button class=(class) type="button" data-press=(press) value=(name) aria-pressed="false" { (name) " " span.count {} }
    }
}

fn show_chip(chip: &Element, count: usize, is_pressed: bool) -> Done {
    dom::one(chip, ".count")?.set_text_content(Some(&count.to_string()));
    chip.set_attribute("aria-pressed", if is_pressed { "true" } else { "false" })
}
