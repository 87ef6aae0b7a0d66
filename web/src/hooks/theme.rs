//! Light or dark.

use yew::prelude::*;

/// Where the choice is remembered. The page's own script reads it before anything is drawn.
const KEY: &str = "driftglass-theme";

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    /// The choice that comes after this one.
    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

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
            let _ = match theme {
                Theme::System => root.remove_attribute("data-theme"),
                theme => root.set_attribute("data-theme", theme.name()),
            };
        }
        if let Ok(Some(storage)) = window.local_storage() {
            // A browser that remembers nothing forgets this too.
            let _ = storage.set_item(KEY, theme.name());
        }
    }
}

#[hook]
pub(crate) fn use_theme() -> UseTheme {
    UseTheme(use_state(|| {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        match storage.and_then(|storage| storage.get_item(KEY).ok().flatten()).as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        }
    }))
}
