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

/// A bar of the bytes read, what is being done, and the way out, which has the focus.
#[component]
pub(crate) fn ProgressBar(props: &Props) -> Html {
    let Progress { phase, bytes, total } = props.progress;
    let cancel = use_focus(true);
    let onclick = props.on_cancel.reform(|_| ());
    // Without a value the bar says that there is no telling.
    let value = (total > 0).then(|| bytes.to_string());
    html! {
        <div class="progress">
            <p class="phase">
                <span id="phase">{ words(phase) }</span>
                if total > 0 {
                    <span class="size">{ size_in_words(bytes) }{ " of " }{ size_in_words(total) }</span>
                }
            </p>
            <progress aria-labelledby="phase" {value} max={total.max(1).to_string()} />
            <button type="button" {onclick} ref={cancel}>{ "Cancel" }</button>
        </div>
    }
}

/// A phase in words.
pub(crate) fn words(phase: Phase) -> &'static str {
    match phase {
        Phase::Loading => "Loading the sample",
        Phase::Reading(Side::Reference) => "Reading the reference file",
        Phase::Reading(Side::Current) => "Reading the current file",
        Phase::Comparing => "Comparing the columns",
        Phase::Writing => "Writing the report",
    }
}
