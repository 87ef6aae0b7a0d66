//! A window over the page: the browser's own, which holds the focus and gives it back.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) open: bool,
    pub(crate) title: AttrValue,
    /// What its heading and its parts are called by.
    pub(crate) id: &'static str,
    pub(crate) on_close: Callback<()>,
    pub(crate) children: Html,
}

/// A modal dialog with a heading and a way out. Its content is there while it is open.
#[component]
pub(crate) fn Dialog(props: &Props) -> Html {
    let dialog = use_node_ref();
    use_effect_with(props.open, {
        let dialog = dialog.clone();
        move |&open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                match open {
                    // It is in the document and not open yet, so it can be shown.
                    true if !dialog.open() => drop(dialog.show_modal()),
                    true => {}
                    false => dialog.close(),
                }
            }
        }
    });
    let heading = format!("{}-heading", props.id);
    // Escape closes it by itself, and says so.
    let onclose = props.on_close.reform(|_| ());
    html! {
        <dialog id={props.id} ref={dialog} aria-labelledby={heading.clone()} {onclose}>
            <header>
                <h2 id={heading}>{ &props.title }</h2>
                <button type="button" onclick={props.on_close.reform(|_| ())}>{ "Close" }</button>
            </header>
            if props.open { { props.children.clone() } }
        </dialog>
    }
}
