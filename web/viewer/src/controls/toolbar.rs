//! Which columns to see, and in which order.

use super::{ThemeButton, picked, typed};
use crate::state::{Selection, Sort, toggled};
use driftglass_core::ColumnType;
use driftglass_core::report::{Report, Status};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct ToolbarProps {
    pub(crate) report: Rc<Report>,
    pub(crate) selection: Selection,
    /// How many columns are seen.
    pub(crate) seen: usize,
    pub(crate) search: NodeRef,
    pub(crate) is_guest: bool,
    pub(crate) is_policy_open: bool,
    pub(crate) on_select: Callback<Selection>,
    /// Opens all columns, or closes them.
    pub(crate) on_open_all: Callback<bool>,
    pub(crate) on_policy: Callback<()>,
    pub(crate) on_help: Callback<()>,
}

/// What wants attention first.
const WORST_FIRST: [Status; 5] =
    [Status::Severe, Status::Moderate, Status::Slight, Status::Stable, Status::Untested];

/// The field, the lists and the buttons above the columns.
#[component]
pub(crate) fn Toolbar(props: &ToolbarProps) -> Html {
    let selection = &props.selection;
    let select = |change: Rc<dyn Fn(&mut Selection)>| {
        let (on_select, selection) = (props.on_select.clone(), selection.clone());
        move || {
            let mut selection = selection.clone();
            change(&mut selection);
            on_select.emit(selection);
        }
    };
    let oninput = {
        let (on_select, selection) = (props.on_select.clone(), selection.clone());
        Callback::from(move |event: InputEvent| {
            on_select.emit(Selection { name: typed(&event), ..selection.clone() });
        })
    };
    let onchange = {
        let (on_select, selection) = (props.on_select.clone(), selection.clone());
        Callback::from(move |event: Event| {
            on_select.emit(Selection { sort: Sort::ALL[picked(&event)], ..selection.clone() });
        })
    };
    let columns = &props.report.columns;
    let chip = |name: &'static str,
                class: Classes,
                count: usize,
                pressed: bool,
                change: Rc<dyn Fn(&mut Selection)>| {
        let select = select(change);
        html! {
            <button type="button" class={classes!("chip", class)} aria-pressed={pressed.to_string()} onclick={move |_| select()}>
                { name }{ " " }<span class="count">{ count }</span>
            </button>
        }
    };
    let statuses = WORST_FIRST.into_iter().filter_map(|status| {
        let count = columns.iter().filter(|column| column.status == status).count();
        let pressed = selection.statuses.contains(&status);
        let change =
            move |selection: &mut Selection| selection.statuses = toggled(&selection.statuses, status);
        let class = classes!("badge", status.name());
        (count > 0 || pressed).then(|| chip(status.name(), class, count, pressed, Rc::new(change)))
    });
    let kinds = ColumnType::ALL.into_iter().filter_map(|kind| {
        let count = columns.iter().filter(|column| column.kind == kind).count();
        let pressed = selection.kinds.contains(&kind);
        let change = move |selection: &mut Selection| selection.kinds = toggled(&selection.kinds, kind);
        (count > 0).then(|| chip(kind.name(), Classes::new(), count, pressed, Rc::new(change)))
    });
    let all = |open: bool| props.on_open_all.reform(move |_: MouseEvent| open);
    let clear = {
        let select = select(Rc::new(|selection| {
            *selection = Selection { sort: selection.sort, ..Selection::default() }
        }));
        move |_| select()
    };
    html! {
        <div class="toolbar" role="group" aria-label="Columns to see">
            <label class="search"><span class="label">{ "Find columns by name" }</span>
                <input ref={props.search.clone()} type="search" placeholder="Find columns by name" autocomplete="off" spellcheck="false"
                    aria-keyshortcuts="/" value={selection.name.clone()} {oninput} />
            </label>
            <label class="field"><span>{ "Sort by" }</span>
                <select {onchange}>
                    { for Sort::ALL.into_iter().map(|sort| html! { <option selected={sort == selection.sort}>{ sort.title() }</option> }) }
                </select>
            </label>
            <span class="buttons">
                <button type="button" onclick={all(true)}>{ "Expand all" }</button>
                <button type="button" onclick={all(false)}>{ "Collapse all" }</button>
                <button type="button" class="what-if" aria-expanded={props.is_policy_open.to_string()} aria-controls="policy"
                    onclick={props.on_policy.reform(|_: MouseEvent| ())}>{ "Try another policy" }</button>
                if !props.is_guest { <ThemeButton /> }
                <button type="button" class="help" aria-label="Help" title="Help" onclick={props.on_help.reform(|_: MouseEvent| ())}>{ "?" }</button>
            </span>
            <span class="chips" role="group" aria-label="Statuses to see">{ for statuses }</span>
            <span class="chips" role="group" aria-label="Types to see">{ for kinds }</span>
            if !selection.is_everything() {
                <span class="seen" role="status">
                    { format!("{} of {} columns", props.seen, columns.len()) }
                    <button type="button" class="link" onclick={clear}>{ "Show all" }</button>
                </span>
            }
        </div>
    }
}
