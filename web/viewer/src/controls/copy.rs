//! Putting a text where it can be pasted.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlTextAreaElement, window};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct CopyProps {
    pub(crate) title: &'static str,
    /// Nothing where it cannot be said.
    pub(crate) text: Option<String>,
}

/// A button that copies, says so, and shows the text where the browser does not let it.
#[component]
pub(crate) fn Copy(props: &CopyProps) -> Html {
    // What was copied last, and whether the browser allowed it.
    let copied = use_state(|| None::<(String, bool)>);
    let Some(text) = props.text.clone() else { return Html::default() };
    let onclick = {
        let (text, copied) = (text.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let (text, copied) = (text.clone(), copied.clone());
            spawn_local(async move {
                let allowed = write(&text).await;
                copied.set(Some((text, allowed)));
            });
        })
    };
    let said = (*copied).clone().filter(|(last, _)| *last == text);
    html! {
        <span class="copy">
            <button type="button" {onclick}>{ props.title }</button>
            <span role="status">{ match &said { Some((_, true)) => "copied", _ => "" } }</span>
            if let Some((text, false)) = said {
                <textarea readonly=true rows="4" aria-label={format!("{}: the browser does not let it copy, so copy from here", props.title)} value={text} />
            }
        </span>
    }
}

/// Writes to the clipboard. In a sandbox there is only the way of old browsers, which may be closed as well.
async fn write(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard =
        js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).is_ok_and(|found| found.is_object());
    if clipboard && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok() {
        return true;
    }
    let Some(document) = window.document() else { return false };
    let Some(field) =
        document.create_element("textarea").ok().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return false;
    };
    let Some(body) = document.body() else { return false };
    let focused = document.active_element();
    field.set_value(text);
    let copied = body.append_child(&field).is_ok() && {
        field.select();
        let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
        let command = command.and_then(|command| command.dyn_into::<js_sys::Function>().ok());
        command
            .and_then(|command| command.call1(&document, &"copy".into()).ok())
            .is_some_and(|done| done.is_truthy())
    };
    field.remove();
    if let Some(focused) = focused.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        // The focus goes back to the button; where it cannot, nothing is lost.
        let _ = focused.focus();
    }
    copied
}
