//! What the keys do.

use maud::{Markup, html};

const KEYS: [(&str, &str); 6] = [
    ("/", "find columns by name"),
    ("j, k", "go to the next column, to the previous one"),
    ("Enter", "open or close the column"),
    ("Esc", "close the column that you are in, or clear what was typed"),
    ("p", "try another policy"),
    ("?", "open this help"),
];

/// The help, in the browser's own dialog, which holds the focus and gives it back.
pub(crate) fn help() -> Markup {
    html! {
        dialog.help aria-labelledby="help-heading" {
            header {
                h2 #help-heading { "Keys" }
                button type="button" data-press="close" { "Close" }
            }
            dl { @for (key, what) in KEYS { div { dt { kbd { (key) } } dd { (what) } } } }
            p { "Everything that you see is in this file. Nothing is fetched and nothing is sent." }
        }
    }
}
