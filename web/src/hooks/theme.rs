//! Light or dark.

use driftglass_report::Theme;
use yew::prelude::*;

/// The theme, and the verb that changes it.
#[derive(Clone, PartialEq)]
pub(crate) struct UseTheme(UseStateHandle<Theme>);

impl UseTheme {
    /// The theme.
    pub(crate) fn get(&self) -> Theme {
        *self.0
    }

    /// Takes the next one, and remembers it.
    pub(crate) fn turn(&self) {
        let theme = self.0.next();
        self.0.set(theme);
        let Some(window) = web_sys::window() else { return };
        if let Some(root) = window.document().and_then(|document| document.document_element()) {
            // The attribute is a word, which every element takes.
            let _ = match theme.attribute() {
                Some(name) => root.set_attribute("data-theme", name),
                None => root.remove_attribute("data-theme"),
            };
        }
        if let Ok(Some(storage)) = window.local_storage() {
            // A browser that remembers nothing forgets this too.
            let _ = storage.set_item(Theme::KEY, theme.name());
        }
    }
}

#[hook]
pub(crate) fn use_theme() -> UseTheme {
    UseTheme(use_state(|| {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        // The page's own script has read it before anything was drawn.
        Theme::remembered(storage.and_then(|storage| storage.get_item(Theme::KEY).ok().flatten()).as_deref())
    }))
}
