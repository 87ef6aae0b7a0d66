//! How far the comparison is.

use driftglass_report::size_in_words;
use yew::prelude::*;

use crate::hooks::use_focus;
use crate::message::{Phase, Progress, Side};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) progress: Progress,
    pub(crate) on_cancel: Callback<()>,
}

/// A bar of the bytes read or the columns compared, what is being done, and the way out, which has the focus.
#[component]
pub(crate) fn ProgressBar(props: &Props) -> Html {
    let Progress { phase, bytes, total } = props.progress;
    let cancel = use_focus(true);
    let onclick = props.on_cancel.reform(|_| ());
    let (done, all, figures) = match phase {
        Phase::Comparing { done, columns } => {
            (done as u64, columns as u64, format!("{done} of {columns} columns"))
        }
        Phase::ComparingWindows => (0, 0, String::new()),
        _ => (bytes, total, format!("{} of {}", size_in_words(bytes), size_in_words(total))),
    };
    // Without a value the bar says that there is no telling.
    let value = (all > 0).then(|| done.to_string());
    html! {
        <div class="progress">
            <p class="phase">
                <span id="phase">{ words(phase) }</span>
                if all > 0 {
                    <span class="size">{ figures }</span>
                }
            </p>
            <progress aria-labelledby="phase" {value} max={all.max(1).to_string()} />
            <button type="button" {onclick} ref={cancel}>{ "Cancel" }</button>
        </div>
    }
}

/// A phase in words.
pub(crate) fn words(phase: Phase) -> &'static str {
    match phase {
        Phase::Loading => "Loading the files",
        Phase::Reading(None) => "Reading the file",
        Phase::Reading(Some(Side::Reference)) => "Reading the reference file",
        Phase::Reading(Some(Side::Current)) => "Reading the current file",
        Phase::ReadingBoth => "Reading both files",
        Phase::Splitting => "Reading the file and splitting it",
        Phase::Comparing { .. } => "Comparing the columns",
        Phase::ComparingWindows => "Comparing the windows",
        Phase::Writing => "Writing the report",
    }
}
