//! From the browser's events to the viewer's verbs. Controls say what they are for in `data-press` and `data-type`.

use crate::controls::{copy, next_theme};
use crate::dom::{self, Done};
use crate::evidence::{unpack, unpack_windows};
use crate::state::{ColumnDraft, Draft, Sort};
use crate::viewer::Viewer;
use driftglass_core::Method;
use driftglass_core::policy::Correction;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, throw_val};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, Event, HtmlDialogElement, KeyboardEvent};

type Shared = Rc<RefCell<Viewer>>;

/// Hears all that happens in the article, and keys wherever they are pressed on the page.
pub(crate) fn listen(page: &Document, article: &Element, viewer: &Shared) {
    let hear =
        |target: &web_sys::EventTarget, kind: &'static str, options, act: fn(&Shared, &Event) -> Done| {
            let viewer = viewer.clone();
            EventListener::new_with_options(target, kind, options, move |event| or_throw(act(&viewer, event)))
        };
    let usual = EventListenerOptions::enable_prevent_default;
    let listeners = vec![
        hear(article, "click", usual(), |viewer, event| {
            element(event).map_or(Ok(()), |target| click(viewer, event, &target))
        }),
        hear(article, "input", usual(), |viewer, event| {
            element(event).map_or(Ok(()), |field| typed(&mut viewer.borrow_mut(), &field))
        }),
        // A row that opens says so to itself alone.
        hear(article, "toggle", EventListenerOptions::run_in_capture_phase(), |viewer, event| {
            element(event).map_or(Ok(()), |row| opened(viewer, &row))
        }),
        hear(page, "keydown", usual(), key),
    ];
    viewer.borrow_mut().keep(listeners);
}

/// An error comes to the console as one, so that it is seen.
fn or_throw(done: Done) {
    if let Err(error) = done {
        throw_val(error);
    }
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn click(viewer: &Shared, event: &Event, target: &Element) -> Done {
    if let Some(link) = closest(target, ":is(.map, .time-map) a") {
        event.prevent_default();
        return viewer.borrow_mut().follow(&link.get_attribute("href").unwrap_or_default());
    }
    let Some(button) = closest(target, "[data-press]") else { return Ok(()) };
    let value = button.get_attribute("value").unwrap_or_default();
    match button.get_attribute("data-press").as_deref() {
        Some("status") => viewer.borrow_mut().select(|selection| selection.toggle_status(&value)),
        Some("kind") => viewer.borrow_mut().select(|selection| selection.toggle_kind(&value)),
        Some("clear") => viewer.borrow_mut().clear(),
        Some("expand") => viewer.borrow_mut().open_all(true),
        Some("collapse") => viewer.borrow_mut().open_all(false),
        Some("policy") => viewer.borrow().toggle_panel(),
        Some("reset") => viewer.borrow_mut().reset(),
        Some("theme") => next_theme(&button),
        Some("help") => viewer.borrow().open_help(),
        Some("close") => {
            if let Some(dialog) = closest(&button, "dialog") {
                dialog.unchecked_into::<HtmlDialogElement>().close();
            }
            Ok(())
        }
        Some(what @ ("toml" | "command")) => {
            let text = if what == "toml" { viewer.borrow().as_toml() } else { viewer.borrow().as_command() };
            if let Some(text) = text {
                spawn_local(async move { or_throw(copy(&button, &text).await) });
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Takes what is in a field now.
fn typed(viewer: &mut Viewer, field: &Element) -> Done {
    let text = dom::value(field);
    let place = viewer.place_of(field);
    let of_all = |viewer: &mut Viewer, set: fn(&mut Draft) -> &mut String| {
        viewer.try_policy(|draft| set(draft).clone_from(&text))
    };
    let of_column = |viewer: &mut Viewer, set: fn(&mut ColumnDraft) -> &mut String| {
        place.map_or(Ok(()), |place| viewer.try_rules(place, |draft| set(draft).clone_from(&text)))
    };
    match (field.get_attribute("data-type").as_deref(), place) {
        (Some("name"), _) => viewer.select(|selection| selection.name = text),
        (Some("sort"), _) => viewer.select(|selection| selection.sort = Sort::titled(&text)),
        (Some("alpha"), None) => of_all(viewer, |draft| &mut draft.alpha),
        (Some("moderate"), _) => of_all(viewer, |draft| &mut draft.moderate),
        (Some("severe"), _) => of_all(viewer, |draft| &mut draft.severe),
        (Some("drift-share"), _) => of_all(viewer, |draft| &mut draft.drift_share),
        (Some("correction"), _) => match Correction::ALL.into_iter().find(|it| it.name() == text) {
            Some(correction) => viewer.try_policy(|draft| draft.correction = correction),
            None => Ok(()),
        },
        (Some("alpha"), Some(_)) => of_column(viewer, |draft| &mut draft.alpha),
        (Some("threshold"), _) => of_column(viewer, |draft| &mut draft.threshold),
        (Some("method"), Some(place)) => {
            let method = Method::ALL.iter().find(|method| method.id() == text).copied();
            viewer.try_rules(place, |draft| draft.method = method)
        }
        _ => Ok(()),
    }
}

/// Draws what a row opens to, and unpacks it where the file has packed it.
fn opened(viewer: &Shared, row: &Element) -> Done {
    if row.matches("details.window[open]")? {
        return window_opened(viewer);
    }
    if !row.matches("details.column[open]")? {
        return Ok(());
    }
    let mut it = viewer.borrow_mut();
    if let Some(place) = it.place_of(row) {
        it.opened(place)?;
    }
    if let Some(file) = it.wants_evidence() {
        let viewer = viewer.clone();
        spawn_local(async move {
            let evidence = unpack(&file).await;
            or_throw(evidence.and_then(|evidence| viewer.borrow_mut().take_evidence(evidence)));
        });
    }
    Ok(())
}

fn window_opened(viewer: &Shared) -> Done {
    let mut it = viewer.borrow_mut();
    if let Some(file) = it.wants_windows() {
        let viewer = viewer.clone();
        spawn_local(async move {
            let windows = unpack_windows(&file).await;
            or_throw(windows.and_then(|windows| viewer.borrow_mut().take_windows(windows)));
        });
    }
    it.fill_windows()
}

/// Keys that are pressed alone, outside of fields and dialogs; and `Escape` in fields too.
fn key(viewer: &Shared, event: &Event) -> Done {
    let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return Ok(()) };
    let key = press.key();
    let is_in = |selector: &str| element(event).is_some_and(|target| closest(&target, selector).is_some());
    let is_taken = press.ctrl_key() || press.alt_key() || press.meta_key() || is_in("dialog");
    if is_taken || (key != "Escape" && is_in("input, select, textarea")) {
        return Ok(());
    }
    if viewer.borrow_mut().press(&key)? {
        event.prevent_default();
    }
    Ok(())
}
