//! One helper, from the side of the worker that asks it.

use driftglass_data::Piece;
use futures::StreamExt as _;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions};

use super::helper::NAME;
use super::job::{Answer, Job, News};
use crate::scope::scope;

/// A helper, which ends with its link.
pub(super) struct Link {
    worker: Worker,
    /// What it says; an error is its end.
    said: UnboundedReceiver<Result<JsValue, JsValue>>,
    memory: u64,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Link {
    /// Starts a helper from where this worker was started.
    pub(super) fn start() -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_name(NAME);
        let worker = Worker::new_with_options(&scope().location().href(), &options)?;
        let (hear, said) = unbounded();
        let fail = hear.clone();
        // Nobody listens any more only where the link is gone.
        let on_message = Closure::new(move |message: MessageEvent| {
            let _ = hear.unbounded_send(Ok(message.data()));
        });
        let on_error = Closure::new(move |error: ErrorEvent| {
            let _ = fail.unbounded_send(Err(error.message().into()));
            // It is told by what comes of the work, and need not go on as an error of this worker.
            error.prevent_default();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, said, memory: 0, _on_message: on_message, _on_error: on_error })
    }

    /// Bytes of the helper's memory when it last answered.
    pub(super) fn memory(&self) -> u64 {
        self.memory
    }

    /// Waits for the answer; an error is the helper's end.
    pub(super) async fn ask(
        &mut self,
        job: &Job,
        on_progress: impl Fn(u64),
        on_piece: impl Fn(Piece),
    ) -> Result<Answer, JsValue> {
        self.worker.post_message(&serde_wasm_bindgen::to_value(job)?)?;
        loop {
            let said = self.said.next().await.ok_or("it fell silent")??;
            match serde_wasm_bindgen::from_value(said)? {
                News::Progress(bytes) => on_progress(bytes),
                News::Found(piece) => on_piece(piece),
                News::Done { answer, memory } => {
                    self.memory = memory;
                    return Ok(answer);
                }
            }
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
