//! Light or dark.

use crate::dom::Done;
use driftglass_report::Theme;
use maud::{Markup, html};
use web_sys::{Element, Storage, window};

/// The button that takes the next theme, on a page that has taken the one which was chosen before.
pub(super) fn theme_button() -> Markup {
    let theme = remembered();
    apply(theme);
    html! { button type="button" data-press="theme" value=(theme.name()) { (words(theme)) } }
}

/// Takes the theme after the one that the button names. Where nothing can be remembered, as in a sandbox, the choice still holds.
pub(crate) fn next_theme(button: &Element) -> Done {
    let next = Theme::remembered(button.get_attribute("value").as_deref()).next();
    apply(next);
    button.set_text_content(Some(&words(next)));
    if let Some(storage) = storage() {
        // A browser that remembers nothing forgets this too.
        let _ = storage.set_item(Theme::KEY, next.name());
    }
    button.set_attribute("value", next.name())
}

fn words(theme: Theme) -> String {
    format!("Theme: {}", theme.name())
}

/// What was chosen before, where the browser remembers it; a sandbox has no storage.
fn remembered() -> Theme {
    Theme::remembered(storage().and_then(|storage| storage.get_item(Theme::KEY).ok().flatten()).as_deref())
}

fn apply(theme: Theme) {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    let Some(root) = root else { return };
    // The attribute is a word, which every element takes.
    let _ = match theme.attribute() {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
}

fn storage() -> Option<Storage> {
    window().and_then(|window| window.local_storage().ok().flatten())
}
