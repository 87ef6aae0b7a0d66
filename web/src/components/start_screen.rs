//! Choosing two files, and waiting for their comparison.

use web_sys::File;
use yew::prelude::*;

use super::brand::Brand;
use super::file_slot::FileSlot;
use super::privacy::Privacy;
use super::problem_note::ProblemNote;
use super::progress::ProgressBar;
use crate::hooks::{Comparison, Inputs, use_focus};
use crate::message::Side;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) inputs: Inputs,
    pub(crate) comparison: Comparison,
    pub(crate) on_choose: Callback<(Side, File)>,
    pub(crate) on_swap: Callback<()>,
    pub(crate) on_compare: Callback<(File, File)>,
    pub(crate) on_sample: Callback<()>,
    pub(crate) on_cancel: Callback<()>,
}

/// Two slots, what can be done with them, and the promise of privacy.
#[component]
pub(crate) fn StartScreen(props: &Props) -> Html {
    let problem = match &props.comparison {
        Comparison::Failed(problem) => Some(problem),
        _ => None,
    };
    let progress = match &props.comparison {
        Comparison::Running(progress) => Some(progress),
        _ => None,
    };
    // After a cancel the focus is where the comparison began.
    let compare = use_focus(props.comparison == Comparison::Cancelled);
    let slot = |side| {
        html! {
            <FileSlot {side} file={props.inputs.get(side).cloned()} disabled={progress.is_some()}
                problem={problem.filter(|problem| problem.side == Some(side)).cloned()} on_choose={props.on_choose.clone()} />
        }
    };
    html! {
        <main class="start">
            <Brand />
            <h1>{ "What changed between two data files?" }</h1>
            <p class="lead">
                { "Choose the data that your model knows and the data that it meets now, and read which columns drifted, \
                   how surely and how much." }
            </p>
            <div class="slots">
                { slot(Side::Reference) }
                { slot(Side::Current) }
            </div>
            if let Some(problem) = problem.filter(|problem| problem.side.is_none()) {
                <ProblemNote problem={problem.clone()} />
            }
            if let Some(progress) = progress {
                <ProgressBar progress={progress.clone()} on_cancel={props.on_cancel.clone()} />
            } else {
                { actions(props, compare) }
            }
            <p class="formats">
                { "CSV, TSV, JSON and NDJSON, plain or in gzip or zstd, and Parquet. The sample is census data; in its current file every age \
                   is raised by a fifth." }
            </p>
            <Privacy />
        </main>
    }
}

fn actions(props: &Props, compare: NodeRef) -> Html {
    let both = props.inputs.both();
    let on_compare = props.on_compare.clone();
    let disabled = both.is_none();
    let any = props.inputs.reference.is_some() || props.inputs.current.is_some();
    let onclick = Callback::from(move |_| {
        if let Some(files) = both.clone() {
            on_compare.emit(files);
        }
    });
    html! {
        <div class="actions">
            <button type="button" class="primary" {disabled} {onclick} ref={compare}>{ "Compare" }</button>
            if any {
                <button type="button" onclick={props.on_swap.reform(|_| ())}>{ "Swap the files" }</button>
            }
            <button type="button" onclick={props.on_sample.reform(|_| ())}>{ "Try the sample" }</button>
        </div>
    }
}
