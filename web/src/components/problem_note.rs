//! What went wrong, and what to do.

use yew::prelude::*;

use crate::hooks::use_focus;
use crate::message::Problem;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) problem: Problem,
}

/// An alert that takes the focus, so that nobody waits for a comparison that has failed.
#[component]
pub(crate) fn ProblemNote(props: &Props) -> Html {
    let note = use_focus(true);
    html! {
        <div class="problem" role="alert" tabindex="-1" ref={note}>
            <p><strong>{ "Error: " }</strong>{ &props.problem.message }</p>
            if let Some(hint) = &props.problem.hint {
                <p><strong>{ "Hint: " }</strong>{ hint }</p>
            }
        </div>
    }
}
