//! Files that are dropped anywhere in the window.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Element, File};
use yew::prelude::*;

use crate::arrival;
use crate::message::Side;

/// The attribute of an element that takes files for one side: its name, as the slots have it.
const SIDE: &str = "data-side";

/// Files that were dropped, and the side that they were dropped on, if on one.
pub(crate) struct Dropped {
    pub(crate) files: Vec<File>,
    pub(crate) side: Option<Side>,
}

/// Calls `on_drop` with files that are dropped anywhere in the window; true while some are held over it.
#[hook]
pub(crate) fn use_window_drop(on_drop: Callback<Dropped>) -> bool {
    let over = use_state_eq(|| false);
    let is_over = over.setter();
    use_effect_with(on_drop, move |on_drop| {
        let on_drop = on_drop.clone();
        let listeners = web_sys::window().map(|window| {
            ["dragover", "dragleave", "drop"].map(|name| {
                let (on_drop, is_over) = (on_drop.clone(), is_over.clone());
                // The browser opens a dropped file in place of the page unless it is told not to.
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&window, name, options, move |event| {
                    let Some(event) = event.dyn_ref::<DragEvent>() else { return };
                    let Some(data) = event.data_transfer().filter(holds_files) else { return };
                    match name {
                        "dragover" => {
                            event.prevent_default();
                            is_over.set(true);
                        }
                        // From one element of the page to another is not out of the window.
                        "dragleave" => is_over.set(event.related_target().is_some()),
                        _ => {
                            event.prevent_default();
                            is_over.set(false);
                            on_drop.emit(Dropped {
                                files: arrival::files(data.files().as_ref()),
                                side: side(event),
                            });
                        }
                    }
                })
            })
        });
        move || drop(listeners)
    });
    *over
}

fn holds_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

fn side(event: &DragEvent) -> Option<Side> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let side = target.closest(&format!("[{SIDE}]")).ok()??.get_attribute(SIDE)?;
    [Side::Reference, Side::Current].into_iter().find(|known| known.to_string() == side)
}
