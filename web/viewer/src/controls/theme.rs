//! Light or dark.

use web_sys::{Element, Storage, window};
use yew::prelude::*;

/// Where the choice is remembered; the web app remembers its own in the same place.
const KEY: &str = "driftglass-theme";

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What was chosen before, where the browser remembers it; a sandbox has no storage.
    fn remembered() -> Self {
        let name = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        match name.as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    fn apply(self) {
        let Some(root) = root() else { return };
        // The attribute is a word, which every element takes.
        let _ = match self {
            Self::System => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.name()),
        };
    }
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
    let theme = use_state(Theme::remembered);
    use_effect_with(*theme, |theme| theme.apply());
    let onclick = {
        let theme = theme.clone();
        Callback::from(move |_| {
            let next = theme.next();
            theme.set(next);
            if let Some(storage) = storage() {
                // A browser that remembers nothing forgets this too.
                let _ = storage.set_item(KEY, next.name());
            }
        })
    };
    html! { <button type="button" {onclick}>{ "Theme: " }{ theme.name() }</button> }
}
