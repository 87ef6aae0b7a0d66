//! The report as a whole, under the policy of the moment.

use crate::adopt::Article;
use crate::controls::{Help, PolicyPanel, Toolbar, use_keys};
use crate::row::Row;
use crate::state::{ColumnDraft, Draft, Selection, toggled};
use driftglass_core::judge;
use driftglass_core::report::Report;
use driftglass_report::{Columns, DriftMap, Findings, Head, headline};
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement, window};
use yew::prelude::*;

/// Of more columns than this, details are drawn when they are opened.
const DRAWN_AT_ONCE: usize = 100;

#[derive(Clone, Properties)]
pub(crate) struct ViewerProps {
    /// The report as it was made.
    pub(crate) report: Rc<Report>,
    pub(crate) article: Rc<Article>,
    /// Whether the page is another one than the report's own.
    pub(crate) is_guest: bool,
}

impl PartialEq for ViewerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
    }
}

/// The report, with everything that scripts add.
#[component]
pub(crate) fn Viewer(props: &ViewerProps) -> Html {
    let own = &props.report;
    let selection = use_state(Selection::default);
    let draft = use_state(|| Draft::of(&own.policy));
    let opened = use_state(|| props.article.opened());
    let drawn = use_mut_ref(Vec::<u64>::new);
    let is_unpacked = use_state(|| !props.article.is_packed());
    let is_policy_open = use_state(|| false);
    let is_help_open = use_state(|| false);
    let search = use_node_ref();

    let last = use_mut_ref(|| own.clone());
    let judged = use_memo((*draft).clone(), |draft| {
        if *draft == Draft::of(&own.policy) {
            return Ok(own.clone());
        }
        let settings = draft.settings(&own.policy)?;
        let in_words = |error: driftglass_core::policy::PolicyError| match error.hint() {
            Some(hint) => format!("{error}: {hint}"),
            None => error.to_string(),
        };
        let policy = settings.policy().map_err(in_words)?;
        judge(own, &policy).map(Rc::new).map_err(in_words)
    });
    // What is typed may be no policy yet: the last one stays until it is.
    let (report, problem) = match &*judged {
        Ok(report) => {
            *last.borrow_mut() = report.clone();
            (report.clone(), None)
        }
        Err(problem) => (last.borrow().clone(), Some(problem.clone())),
    };
    let is_what_if = !Rc::ptr_eq(&report, own);

    let on_select = {
        let selection = selection.setter();
        Callback::from(move |chosen| selection.set(chosen))
    };
    // What was typed last, before it is drawn: fields may change faster than that.
    let latest = use_mut_ref(|| (*draft).clone());
    let on_draft = use_callback((), {
        let (draft, latest) = (draft.setter(), latest.clone());
        move |typed: Draft, ()| {
            latest.borrow_mut().clone_from(&typed);
            draft.set(typed);
        }
    });
    let on_reset = {
        let policy = own.policy.clone();
        on_draft.reform(move |_: MouseEvent| Draft::of(&policy))
    };
    let on_column_draft = use_callback((), {
        let on_draft = on_draft.clone();
        move |(name, column): (String, ColumnDraft), ()| {
            let typed = latest.borrow().clone().with_column(&name, column);
            on_draft.emit(typed);
        }
    });
    let need_evidence = {
        let (article, is_unpacked) = (props.article.clone(), is_unpacked.clone());
        move || {
            if !*is_unpacked {
                let (article, is_unpacked) = (article.clone(), is_unpacked.setter());
                spawn_local(async move {
                    article.unpack().await;
                    is_unpacked.set(true);
                });
            }
        }
    };
    let on_toggle = use_callback((opened.clone(), *is_unpacked), {
        let need_evidence = need_evidence.clone();
        move |(position, open): (u64, bool), (opened, _)| {
            if opened.contains(&position) != open {
                let now = toggled(opened, position);
                opened.set(now);
                need_evidence();
            }
        }
    });
    let order = selection.of(&report);
    let on_open_all = {
        let (opened, report, need_evidence) = (opened.setter(), report.clone(), need_evidence.clone());
        let seen: Vec<u64> = order
            .iter()
            .filter(|(_, seen)| *seen)
            .map(|(index, _)| report.columns[*index].position)
            .collect();
        Callback::from(move |open| {
            opened.set(if open { seen.clone() } else { Vec::new() });
            need_evidence();
        })
    };
    let on_policy = {
        let is_policy_open = is_policy_open.clone();
        Callback::from(move |()| is_policy_open.set(!*is_policy_open))
    };
    let on_help = {
        let is_help_open = is_help_open.setter();
        Callback::from(move |open| is_help_open.set(open))
    };

    use_keys({
        let (search, selection) = (search.clone(), selection.clone());
        let (on_policy, on_help, is_guest) = (on_policy.clone(), on_help.clone(), props.is_guest);
        Callback::from(move |key: String| match key.as_str() {
            "/" => search.cast::<HtmlInputElement>().is_some_and(|field| field.focus().is_ok()),
            "j" => step(1),
            "k" => step(-1),
            "p" => {
                on_policy.emit(());
                true
            }
            "?" if !is_guest => {
                on_help.emit(true);
                true
            }
            "Escape" => escape(&search, &selection),
            _ => false,
        })
    });

    let own_index: HashMap<u64, usize> =
        own.columns.iter().enumerate().map(|(index, column)| (column.position, index)).collect();
    let is_wide = report.columns.len() > DRAWN_AT_ONCE;
    {
        let mut drawn = drawn.borrow_mut();
        let fresh: Vec<u64> = opened.iter().copied().filter(|position| !drawn.contains(position)).collect();
        drawn.extend(fresh);
    }
    let row = |(index, seen): &(usize, bool)| {
        let column = &report.columns[*index];
        let position = column.position;
        html! {
            <li key={position} hidden={!seen}>
                <Row own={own.clone()} own_index={own_index.get(&position).copied().unwrap_or(*index)} report={report.clone()} index={*index}
                    article={props.article.clone()} is_unpacked={*is_unpacked} open={opened.contains(&position)}
                    has_detail={!is_wide || drawn.borrow().contains(&position)}
                    draft={draft.column(&column.name)}
                    on_toggle={on_toggle.clone()} on_draft={on_column_draft.clone()} />
            </li>
        }
    };
    let seen = order.iter().filter(|(_, seen)| *seen).count();
    html! {
        <article class={classes!("report", is_what_if.then_some("is-what-if"))}>
            if is_what_if {
                <aside class="what-if-banner" aria-label="What-if">
                    <p><b>{ "This is a what-if." }</b>{ " The report's own policy said: " }{ headline(own) }</p>
                    <button type="button" onclick={on_reset}>{ "Reset" }</button>
                </aside>
            }
            <Head report={report.clone()} />
            <Findings report={report.clone()} />
            <DriftMap report={report.clone()} />
            <div class="tools">
                <Toolbar report={report.clone()} selection={(*selection).clone()} {seen} search={search.clone()} is_guest={props.is_guest}
                    is_policy_open={*is_policy_open} {on_select} {on_open_all} {on_policy} on_help={on_help.reform(|()| true)} />
                <PolicyPanel open={*is_policy_open} own={own.clone()} report={report.clone()} draft={(*draft).clone()} {problem} {on_draft} />
            </div>
            <Columns policy={report.policy.clone()} count={order.len()}>{ for order.iter().map(row) }</Columns>
            if seen == 0 { <p class="none-seen">{ "No column is like that." }</p> }
            { props.article.below() }
            <Help open={*is_help_open} on_close={on_help.reform(|()| false)} />
        </article>
    }
}

/// Puts the focus on the next row that is seen, or the previous one.
fn step(by: i32) -> bool {
    let Some(document) = window().and_then(|window| window.document()) else { return false };
    let Ok(rows) =
        document.query_selector_all(".report .columns > ol > li:not([hidden]) > details > summary")
    else {
        return false;
    };
    let focused = document.active_element();
    let at = |index: u32| rows.get(index).and_then(|row| row.dyn_into::<HtmlElement>().ok());
    let current = (0..rows.length()).find(|&index| {
        let row = at(index).and_then(|row| row.parent_element());
        row.zip(focused.as_ref()).is_some_and(|(row, focused)| row.contains(Some(focused)))
    });
    let next = match current {
        Some(current) => current.checked_add_signed(by),
        None => Some(0),
    };
    next.and_then(at).is_some_and(|row| row.focus().is_ok())
}

/// Leaves the column that the focus is in, or clears what was typed to find one.
fn escape(search: &NodeRef, selection: &UseStateHandle<Selection>) -> bool {
    let focused =
        window().and_then(|window| window.document()).and_then(|document| document.active_element());
    if search.cast::<Element>().is_some_and(|field| Some(field) == focused) || focused.is_none() {
        selection.set(Selection { name: String::new(), ..(**selection).clone() });
        return true;
    }
    let open = focused.and_then(|focused| focused.closest("details.column[open]").ok().flatten());
    let Some(row) = open else { return false };
    // The row closes by itself and says so; an attribute that is not there is no error.
    let _ = row.remove_attribute("open");
    row.query_selector("summary")
        .ok()
        .flatten()
        .and_then(|row| row.dyn_into::<HtmlElement>().ok())
        .is_some_and(|row| row.focus().is_ok())
}
