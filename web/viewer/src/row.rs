//! A column, drawn from the report but for its evidence.

use crate::adopt::Article;
use crate::controls::ColumnRules;
use crate::state::ColumnDraft;
use driftglass_core::report::Report;
use driftglass_report::{detail, summary};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

#[derive(Clone, Properties)]
pub(crate) struct RowProps {
    /// The report as it was made.
    pub(crate) own: Rc<Report>,
    /// The column's place there.
    pub(crate) own_index: usize,
    /// The report under the policy of the moment.
    pub(crate) report: Rc<Report>,
    /// The column's place there.
    pub(crate) index: usize,
    pub(crate) article: Rc<Article>,
    /// Whether what the file packs is unpacked.
    pub(crate) is_unpacked: bool,
    pub(crate) open: bool,
    /// Whether the details are in the page; closed ones are, for printing and for the browser's own search, unless there are many.
    pub(crate) has_detail: bool,
    pub(crate) draft: ColumnDraft,
    pub(crate) on_toggle: Callback<(u64, bool)>,
    pub(crate) on_draft: Callback<(String, ColumnDraft)>,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && (self.index, self.open, self.has_detail, self.is_unpacked)
                == (other.index, other.open, other.has_detail, other.is_unpacked)
            && self.draft == other.draft
    }
}

/// The row, and what it opens to.
#[component]
pub(crate) fn Row(props: &RowProps) -> Html {
    let column = &props.report.columns[props.index];
    let position = column.position;
    let ontoggle = props.on_toggle.reform(move |event: Event| {
        let details = event.target().and_then(|details| details.dyn_into::<Element>().ok());
        (position, details.is_some_and(|details| details.has_attribute("open")))
    });
    let on_draft = {
        let name = column.name.clone();
        props.on_draft.reform(move |draft| (name.clone(), draft))
    };
    html! {
        <details class="column" open={props.open} {ontoggle}>
            { summary(column, &props.report.policy, props.article.spark(position)) }
            if props.has_detail {
                { detail(&props.report, props.index, props.article.evidence(position)) }
                <ColumnRules own={props.own.clone()} index={props.own_index} draft={props.draft.clone()} {on_draft} />
            }
        </details>
    }
}
