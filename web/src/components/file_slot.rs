//! A place for one of the two files.

use driftglass_report::size_in_words;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::problem_note::ProblemNote;
use crate::message::{Problem, Side};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) side: Side,
    pub(crate) file: Option<File>,
    pub(crate) problem: Option<Problem>,
    pub(crate) disabled: bool,
    pub(crate) on_choose: Callback<(Side, File)>,
}

/// A native file input that covers its slot: all of it is pressed and focused like the input.
#[component]
pub(crate) fn FileSlot(props: &Props) -> Html {
    let side = props.side;
    let (id, meaning) = match side {
        Side::Reference => ("reference", "What your model knows: its training set."),
        Side::Current => ("current", "What it meets now: the latest batch."),
    };
    let note = format!("{id}-note");
    let onchange = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                on_choose.emit((side, file));
            }
            // So that the same file, edited and chosen again, is a change.
            input.set_value("");
        })
    };
    let class = classes!(
        "slot",
        id,
        props.file.is_some().then_some("filled"),
        props.problem.is_some().then_some("wrong")
    );
    html! {
        <div {class} data-side={side.to_string()}>
            <label for={id}>{ side.to_string() }</label>
            <p id={note.clone()} class="note">
                if let Some(file) = &props.file {
                    <bdi class="name">{ file.name() }</bdi>
                    <span class="size">{ size_in_words(file.size() as u64) }</span>
                } else {
                    { meaning }
                }
            </p>
            <span class="ask" aria-hidden="true">
                { if props.file.is_some() { "Choose another file" } else { "Choose a file, or drop it here" } }
            </span>
            <input {id} type="file" disabled={props.disabled} {onchange} aria-describedby={note}
                aria-invalid={props.problem.is_some().then_some("true")} />
            if let Some(problem) = &props.problem {
                <ProblemNote problem={problem.clone()} />
            }
        </div>
    }
}
