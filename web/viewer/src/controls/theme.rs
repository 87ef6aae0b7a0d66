//! Light or dark.

use driftglass_report::Theme;
use web_sys::{Element, Storage, window};
use yew::prelude::*;

/// What was chosen before, where the browser remembers it; a sandbox has no storage.
fn remembered() -> Theme {
    Theme::remembered(storage().and_then(|storage| storage.get_item(Theme::KEY).ok().flatten()).as_deref())
}

fn apply(theme: Theme) {
    let Some(root) = root() else { return };
    // The attribute is a word, which every element takes.
    let _ = match theme.attribute() {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
}

fn root() -> Option<Element> {
    window().and_then(|window| window.document()).and_then(|document| document.document_element())
}

fn storage() -> Option<Storage> {
    window().and_then(|window| window.local_storage().ok().flatten())
}

/// The button that takes the next theme.
#[component]
pub(crate) fn ThemeButton() -> Html {
    let theme = use_state(remembered);
    use_effect_with(*theme, |theme| apply(*theme));
    let onclick = {
        let theme = theme.clone();
        Callback::from(move |_| {
            let next = theme.next();
            theme.set(next);
            if let Some(storage) = storage() {
                // A browser that remembers nothing forgets this too.
                let _ = storage.set_item(Theme::KEY, next.name());
            }
        })
    };
    html! { <button type="button" {onclick}>{ "Theme: " }{ theme.name() }</button> }
}
