//! Pasting by a button, where the browser lets a page read the clipboard.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

use crate::arrival;
use crate::message::Problem;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) on_paste: Callback<File>,
    pub(crate) on_problem: Callback<Problem>,
}

/// A button that pastes a table or settings.
#[component]
pub(crate) fn PasteButton(props: &Props) -> Html {
    let (on_paste, on_problem) = (props.on_paste.clone(), props.on_problem.clone());
    let onclick = Callback::from(move |_| {
        let (on_paste, on_problem) = (on_paste.clone(), on_problem.clone());
        spawn_local(async move {
            let read = web_sys::window().map(|window| window.navigator().clipboard().read_text());
            let text = match read {
                Some(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()),
                None => None,
            };
            let problem = |message: &str, hint: &str| Problem {
                side: None,
                message: message.to_owned(),
                hint: Some(hint.to_owned()),
            };
            match text {
                None => on_problem.emit(problem(
                    "the browser does not let this button read the clipboard",
                    "press Ctrl + V anywhere on the page",
                )),
                Some(text) => match arrival::of_text(&text) {
                    Some(file) => on_paste.emit(file),
                    None => on_problem.emit(problem(
                        "there is no text in the clipboard",
                        "copy a table with its header first",
                    )),
                },
            }
        });
    });
    html! { <button type="button" {onclick}>{ "Paste" }</button> }
}
