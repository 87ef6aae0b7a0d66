//! The page's end of the worker: requests out, events in, and an end to a worker that is busy.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker};
use yew::Callback;

use crate::address;
use crate::message::{Event, Problem, Reply, Request, Task};
use crate::reason::reason;

/// Asks a worker, and ends it where it has to: a busy worker hears nothing, so that only another one is free at once.
pub(crate) struct Bridge {
    on_event: Callback<Event>,
    generation: Rc<Cell<u32>>,
    worker: Option<Link>,
}

impl Bridge {
    /// Starts a worker, so that it loads beside the page and the first comparison need not wait for it.
    pub(crate) fn new(on_event: Callback<Event>) -> Self {
        let mut bridge = Self { on_event, generation: Rc::default(), worker: None };
        bridge.replace_worker();
        bridge
    }

    /// Asks for something; what is under way is dropped.
    pub(crate) fn ask(&mut self, task: Task) {
        if let Err(error) = self.send(task) {
            self.on_event.emit(broken(&error));
        }
    }

    fn send(&mut self, task: Task) -> Result<(), JsValue> {
        let request = Request { generation: self.cancel(), task };
        if self.worker.is_none() {
            self.worker = Some(self.spawn()?);
        }
        if let Some(link) = &self.worker {
            link.idle.set(false);
            link.worker.post_message(&serde_wasm_bindgen::to_value(&request)?)?;
        }
        Ok(())
    }

    /// Ends the work that is under way, at once, and returns the next generation.
    pub(crate) fn cancel(&mut self) -> u32 {
        self.generation.set(self.generation.get().wrapping_add(1));
        if self.worker.as_ref().is_some_and(|link| !link.idle.get()) {
            self.replace_worker();
        }
        self.generation()
    }

    /// Grows with everything that is asked or cancelled.
    pub(crate) fn generation(&self) -> u32 {
        self.generation.get()
    }

    /// A failure is not shown now, but when there is work and no worker for it.
    fn replace_worker(&mut self) {
        self.worker = None;
        self.worker = self.spawn().ok();
    }

    fn spawn(&self) -> Result<Link, JsValue> {
        let (on_event, generation, idle) =
            (self.on_event.clone(), self.generation.clone(), Rc::new(Cell::new(true)));
        let is_idle = idle.clone();
        let on_message = Closure::new(move |message: MessageEvent| {
            match serde_wasm_bindgen::from_value::<Reply>(message.data()) {
                Ok(reply) if reply.generation == generation.get() => {
                    is_idle.set(!matches!(reply.event, Event::Progress(_)));
                    on_event.emit(reply.event);
                }
                Ok(_) => {}
                Err(error) => on_event.emit(broken(&error.into())),
            }
        });
        let (on_event, is_idle) = (self.on_event.clone(), idle.clone());
        let on_error = Closure::new(move |error: ErrorEvent| {
            // It will not answer any more: replaced, like a busy one, before the next request. If it was not busy,
            // nobody waits for it yet.
            if !is_idle.replace(false) {
                on_event.emit(broken(&error.message().into()));
            }
        });
        Link::start(on_message, on_error, idle)
    }
}

/// A worker and what listens to it.
struct Link {
    worker: Worker,
    boot: String,
    idle: Rc<Cell<bool>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Link {
    fn start(
        on_message: Closure<dyn FnMut(MessageEvent)>,
        on_error: Closure<dyn FnMut(ErrorEvent)>,
        idle: Rc<Cell<bool>>,
    ) -> Result<Self, JsValue> {
        let boot = boot_address()?;
        let worker = Worker::new(&boot)?;
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, boot, idle, _on_message: on_message, _on_error: on_error })
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        // An address that is not known any more is nothing to complain of.
        let _ = Url::revoke_object_url(&self.boot);
    }
}

/// Where a worker starts from: `boot.js` under a `blob:` address, with the address of the script that the page names.
fn boot_address() -> Result<String, JsValue> {
    let script = JSON::stringify(&address::named("driftglass-worker")?.into())?;
    let parts =
        Array::of3(&"const script = ".into(), &script, &concat!(";\n", include_str!("boot.js")).into());
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &kind)?)
}

fn broken(error: &JsValue) -> Event {
    let reason = reason(error).unwrap_or_else(|| "its script did not load".to_owned());
    Event::Failed(Problem {
        side: None,
        message: format!("the worker stopped: {reason}"),
        hint: Some("try again; if it happens again, reload the page, or compare smaller files".to_owned()),
    })
}
