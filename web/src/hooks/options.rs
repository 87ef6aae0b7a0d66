//! The options, which the address of the page carries along.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::fragment;
use crate::message::Problem;
use crate::options::Options;

/// The options, and the verb that changes them.
#[derive(Clone, PartialEq)]
pub(crate) struct UseOptions(UseStateHandle<Options>);

impl UseOptions {
    /// The options.
    pub(crate) fn get(&self) -> &Options {
        &self.0
    }

    /// Takes others, into the page and into its address.
    pub(crate) fn set(&self, options: Options) {
        fragment::write(&options);
        self.0.set(options);
    }
}

/// The options of the page's address, now and whenever it changes; `on_problem` hears of one that makes no sense.
#[hook]
pub(crate) fn use_options(on_problem: Callback<Problem>) -> UseOptions {
    // At once, because what the address asks for besides is computed under them.
    let options = use_state(|| fragment::read().unwrap_or_default());
    use_effect_with((), {
        let options = options.setter();
        move |()| {
            let read = move || match fragment::read() {
                Ok(read) => options.set(read),
                Err(problem) => on_problem.emit(problem),
            };
            read();
            let listener =
                web_sys::window().map(|window| EventListener::new(&window, "hashchange", move |_| read()));
            move || drop(listener)
        }
    });
    UseOptions(options)
}
