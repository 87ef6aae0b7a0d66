//! The worker's end: files in, a report out, and word of how far it is.

use std::rc::Rc;

use driftglass_core::policy::{PolicyError, Settings};
use driftglass_core::{MissingTokens, Profile};
use driftglass_data::{Input, ReadOptions};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::file;
use crate::message::{Event, Output, Phase, Problem, Progress, Reply, Request, Side};

/// Answers the page's requests for as long as the worker lives.
pub fn serve() {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(|message: MessageEvent| {
        match serde_wasm_bindgen::from_value::<Request>(message.data()) {
            Ok(request) => spawn_local(answer(request)),
            // It comes to the page as an error of the worker.
            Err(error) => wasm_bindgen::throw_val(error.into()),
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

async fn answer(request: Request) {
    let generation = request.generation;
    let send = Rc::new(move |event| {
        let sent = serde_wasm_bindgen::to_value(&Reply { generation, event })
            .map_err(JsValue::from)
            .and_then(|reply| scope().post_message(&reply));
        if let Err(error) = sent {
            wasm_bindgen::throw_val(error);
        }
    });
    let event = compare(&request, &send).await.map_or_else(Event::Failed, Event::Done);
    send(event);
}

async fn compare(request: &Request, send: &Rc<impl Fn(Event) + 'static>) -> Result<Output, Problem> {
    let Request { reference, current, settings, .. } = request;
    let total = size(reference) + size(current);
    let tell = {
        let send = Rc::clone(send);
        move |phase, bytes| send(Event::Progress(Progress { phase, bytes, total }))
    };

    let policy = settings.policy()?;
    let reference_profile = profile(Side::Reference, reference, settings, tell.clone())?;
    let (before, tell_on) = (size(reference), tell.clone());
    let current_profile =
        profile(Side::Current, current, settings, move |phase, read| tell_on(phase, before + read))?;
    tell(Phase::Comparing, total);
    let report = Rc::new(driftglass_core::compare(&reference_profile, &current_profile, &policy)?);
    tell(Phase::Writing, total);
    Ok(Output {
        json: report.to_json(),
        markdown: driftglass_report::markdown(&report),
        html: driftglass_report::html_async(report).await,
    })
}

fn profile(
    side: Side,
    file: &File,
    settings: &Settings,
    tell: impl Fn(Phase, u64) + 'static,
) -> Result<Profile, Problem> {
    let name = file.name();
    let phase = Phase::Reading(side);
    tell(phase, 0);
    // A Parquet file is read once more for its digest.
    let most = size(file);
    let input = file::open(file, move |bytes| tell(phase, bytes.min(most))).map_err(|error| Problem {
        side: Some(side),
        message: format!("{name}: {error}"),
        hint: None,
    })?;
    let missing = settings.missing.clone().map_or_else(MissingTokens::default, MissingTokens::new);
    driftglass_data::profile(&name, Input::file(input), &ReadOptions::default(), missing).map_err(|error| {
        Problem { side: Some(side), message: error.to_string(), hint: error.hint().map(str::to_owned) }
    })
}

impl From<PolicyError> for Problem {
    fn from(error: PolicyError) -> Self {
        Self { side: None, message: error.to_string(), hint: error.hint() }
    }
}

/// A file's size in bytes, which JavaScript holds as a float.
fn size(file: &File) -> u64 {
    file.size() as u64
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
