//! What the keys do.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

const KEYS: [(&str, &str); 6] = [
    ("/", "find columns by name"),
    ("j, k", "go to the next column, to the previous one"),
    ("Enter", "open or close the column"),
    ("Esc", "close the column that you are in, or clear what was typed"),
    ("p", "try another policy"),
    ("?", "open this help"),
];

#[derive(PartialEq, Properties)]
pub(crate) struct HelpProps {
    pub(crate) open: bool,
    pub(crate) on_close: Callback<()>,
}

/// The help, in the browser's own dialog, which holds the focus and gives it back.
#[component]
pub(crate) fn Help(props: &HelpProps) -> Html {
    let dialog = use_node_ref();
    use_effect_with(props.open, {
        let dialog = dialog.clone();
        move |&open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                if open && !dialog.open() {
                    // It is in the document and closed, so it can be shown.
                    let _ = dialog.show_modal();
                } else if !open {
                    dialog.close();
                }
            }
        }
    });
    let onclose = props.on_close.reform(|_: Event| ());
    let onclick = props.on_close.reform(|_: MouseEvent| ());
    let key = |(key, what): &(&'static str, &'static str)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *what }</dd></div> };
    html! {
        <dialog ref={dialog} class="help" aria-labelledby="help-heading" {onclose}>
            <header><h2 id="help-heading">{ "Keys" }</h2><button type="button" {onclick}>{ "Close" }</button></header>
            <dl>{ for KEYS.iter().map(key) }</dl>
            <p>{ "Everything that you see is in this file. Nothing is fetched and nothing is sent." }</p>
        </dialog>
    }
}
