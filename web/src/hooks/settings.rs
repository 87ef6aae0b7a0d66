//! The settings, which the address of the page carries along.

use driftglass_core::policy::Settings;
use gloo_events::EventListener;
use yew::prelude::*;

use crate::fragment;
use crate::message::Problem;

/// The settings, and the verb that changes them.
#[derive(Clone, PartialEq)]
pub(crate) struct UseSettings(UseStateHandle<Settings>);

impl UseSettings {
    /// The settings.
    pub(crate) fn get(&self) -> &Settings {
        &self.0
    }

    /// Takes others, into the page and into its address.
    pub(crate) fn set(&self, settings: Settings) {
        fragment::write(&settings);
        self.0.set(settings);
    }
}

/// The settings of the page's address, now and whenever it changes; `on_problem` hears of one that makes no sense.
#[hook]
pub(crate) fn use_settings(on_problem: Callback<Problem>) -> UseSettings {
    // At once, because what the address asks for besides is computed under them.
    let settings = use_state(|| fragment::read().unwrap_or_default());
    use_effect_with((), {
        let settings = settings.setter();
        move |()| {
            let read = move || match fragment::read() {
                Ok(read) => settings.set(read),
                Err(problem) => on_problem.emit(problem),
            };
            read();
            let listener =
                web_sys::window().map(|window| EventListener::new(&window, "hashchange", move |_| read()));
            move || drop(listener)
        }
    });
    UseSettings(settings)
}
