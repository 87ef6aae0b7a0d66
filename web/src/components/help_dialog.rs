//! What the keys do.

use yew::prelude::*;

use super::dialog::Dialog;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) open: bool,
    pub(crate) on_close: Callback<()>,
}

/// Keys, and what they do. Each has a button or a field besides.
const KEYS: [(&str, &str); 13] = [
    ("r", "choose the reference file"),
    ("c", "choose the current file"),
    ("Ctrl + V", "paste a table, a file or settings, anywhere"),
    ("s", "open the settings"),
    ("Esc", "cancel the comparison, or close a dialog"),
    ("n", "start a new comparison"),
    ("t", "light, dark, or as the system"),
    ("/", "find columns of the report by name"),
    ("j, k", "go to the report's next column, to the previous one"),
    ("p", "try another policy on the report"),
    ("Tab", "go from control to control"),
    ("Enter", "press a button, or open a column's details"),
    ("?", "open this help"),
];

/// Help: the way from files to a report, and the keys.
#[component]
pub(crate) fn HelpDialog(props: &Props) -> Html {
    html! {
        <Dialog id="help" title="Help" open={props.open} on_close={&props.on_close}>
            <p>
                { "Take two tables with the same columns: the data that a model was made with, and the data that it meets \
                   now. Choose them, drop them anywhere, or paste them. One table alone can be split in two, or cut into \
                   windows of time or rows. A file of settings (.toml) and a report that was \
                   saved before can be taken in the same ways." }
            </p>
            <h3>{ "Keys" }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|(key, what)| html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *what }</dd></div> }) }
            </dl>
            <h3>{ "Files beside the page" }</h3>
            <p>
                { "An address that ends in " }<code>{ "?ref=a.csv&cur=b.csv" }</code>
                { " compares two files from the page's own folder, and " }<code>{ "?report=report.json" }</code>
                { " opens a report from there. What follows " }<code>{ "#" }</code>{ " are the settings." }
            </p>
        </Dialog>
    }
}
