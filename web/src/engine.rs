//! The worker's end: files in, a report out, and word of how far it is.

use std::cell::{Cell, RefCell};
use std::io::{self, Read};
use std::rc::Rc;

use driftglass_core::policy::{Policy, PolicyError, Settings};
use driftglass_core::split::{Split, SplitError};
use driftglass_core::{MissingTokens, Profile, Report, Sequential};
use driftglass_data::{Input, ReadOptions, Selection};
use js_sys::Array;
use serde::de::IgnoredAny;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::file;
use crate::message::{Event, Files, Inputs, Output, Phase, Problem, Progress, Reply, Request, Side, Task};
use crate::reason::reason;
use crate::saved;
use crate::watched::Watched;

/// The profiles of the last comparison, so that other settings need no other reading.
struct Kept {
    id: u32,
    reading: Reading,
    reference: Profile,
    current: Profile,
}

/// What of the settings decides how files are read.
#[derive(Clone, PartialEq)]
struct Reading {
    missing: Option<Vec<String>>,
    columns: Vec<String>,
    exclude: Vec<String>,
}

impl Reading {
    fn of(settings: &Settings) -> Self {
        let Settings { missing, columns, exclude, .. } = settings.clone();
        Self { missing, columns, exclude }
    }
}

/// Answers the page's requests for as long as the worker lives.
pub fn serve() {
    let kept = RefCell::new(None);
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        match serde_wasm_bindgen::from_value::<Request>(message.data()) {
            Ok(request) => answer(&request, &kept),
            // It comes to the page as an error of the worker.
            Err(error) => wasm_bindgen::throw_val(error.into()),
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// Sends an event to the page.
type Notify = Rc<dyn Fn(Event)>;

fn answer(request: &Request, kept: &RefCell<Option<Kept>>) {
    let generation = request.generation;
    let send: Notify = Rc::new(move |event| {
        let sent = serde_wasm_bindgen::to_value(&Reply { generation, event })
            .map_err(JsValue::from)
            .and_then(|reply| scope().post_message(&reply));
        if let Err(error) = sent {
            wasm_bindgen::throw_val(error);
        }
    });
    let report = match &request.task {
        Task::Compare { inputs, settings } => compare(inputs, settings, kept, &send),
        Task::Open { file } => open_report(file),
        Task::Settings { name, text } => {
            // What a run does is the binary's business.
            let read = Settings::from_toml_beside::<IgnoredAny>(text, &["run", "breaker", "hook"]);
            let settings = read.map(|(settings, _)| settings).map_err(|error| Problem {
                side: None,
                message: format!("{name}, {error}"),
                hint: error.hint,
            });
            return send(settings.map_or_else(Event::Failed, Event::Settings));
        }
    };
    let output = match report {
        Ok(report) => write(&report).map_err(|error| Problem {
            side: None,
            message: format!("the report cannot be written: {}", reason(&error).unwrap_or_default()),
            hint: Some("close other tabs to free memory, and try again".to_owned()),
        }),
        Err(problem) => Err(problem),
    };
    send(output.map_or_else(Event::Failed, Event::Done));
}

fn compare(
    inputs: &Inputs,
    settings: &Settings,
    kept: &RefCell<Option<Kept>>,
    send: &Notify,
) -> Result<Report, Problem> {
    let policy = settings.policy()?;
    let is_read = |kept: &Kept| kept.id == inputs.id && kept.reading == Reading::of(settings);
    let mut kept = kept.borrow_mut();
    // What is not used again makes room first.
    let profiles = match kept.take().filter(is_read) {
        Some(profiles) => profiles,
        None => read(inputs, settings, &policy, send)?,
    };
    let Kept { reference, current, .. } = kept.insert(profiles);
    let total = inputs.files.size();
    let tell = |phase| send(Event::Progress(Progress { phase, bytes: total, total }));
    let watched = Watched::new(|done, columns| tell(Phase::Comparing { done, columns }));
    let report = driftglass_core::compare_in_parallel(reference, current, &policy, &watched)?;
    tell(Phase::Writing);
    Ok(report)
}

fn read(inputs: &Inputs, settings: &Settings, policy: &Policy, send: &Notify) -> Result<Kept, Problem> {
    let total = inputs.files.size();
    let tell = |phase, before| {
        let send = Rc::clone(send);
        move |bytes| send(Event::Progress(Progress { phase, bytes: before + bytes, total }))
    };
    let missing = settings.missing.clone().map_or_else(MissingTokens::default, MissingTokens::new);
    let covering = policy.clone();
    let columns = Selection::of(move |column| covering.covers(column));
    let options = ReadOptions { columns, ..ReadOptions::default() };
    let (reference, current) = match &inputs.files {
        Files::Two { reference, current } => {
            let profile = |side, file, before| {
                let input = open(file, tell(Phase::Reading(side), before))
                    .map_err(|error| unopened(Some(side), file, &error))?;
                driftglass_data::profile(&file.name(), input, &options, missing.clone(), &Sequential)
                    .map_err(|error| unreadable(Some(side), &error))
            };
            (profile(Side::Reference, reference, 0)?, profile(Side::Current, current, size(reference))?)
        }
        Files::One { file, split } => {
            let rule: Split = split.parse().map_err(|error: SplitError| Problem {
                side: None,
                message: error.to_string(),
                hint: Some(error.hint().to_owned()),
            })?;
            let passes = Cell::new(0);
            let input = || {
                let before = passes.replace(passes.get() + 1) * size(file);
                open(file, tell(Phase::Splitting, before))
            };
            driftglass_data::profile_split(&file.name(), input, &options, missing, &rule)
                .map_err(|error| unreadable(None, &error))?
        }
    };
    Ok(Kept { id: inputs.id, reading: Reading::of(settings), reference, current })
}

/// A file as an input, which tells how many of its bytes are read.
fn open(file: &File, tell: impl Fn(u64) + 'static) -> io::Result<Input<'static>> {
    tell(0);
    // A Parquet file is read once more for its digest.
    let most = size(file);
    Ok(Input::file(file::open(file, move |bytes| tell(bytes.min(most)))?))
}

fn unopened(side: Option<Side>, file: &File, error: &io::Error) -> Problem {
    Problem { side, message: format!("{}: {error}", file.name()), hint: None }
}

fn unreadable(side: Option<Side>, error: &driftglass_data::Error) -> Problem {
    Problem { side, message: error.to_string(), hint: error.hint().map(str::to_owned) }
}

/// The report of a file that was saved.
fn open_report(file: &File) -> Result<Report, Problem> {
    let mut text = String::new();
    file::open(file, |_| {})
        .and_then(|mut input| input.read_to_string(&mut text))
        .map_err(|error| unopened(None, file, &error))?;
    saved::report(&file.name(), &text)
}

/// The report in every form.
fn write(report: &Report) -> Result<Output, JsValue> {
    Ok(Output {
        headline: driftglass_report::headline(report),
        columns: report.columns.iter().map(|column| column.name.clone()).collect(),
        json: blob(&report.to_json(), "application/json")?,
        markdown: blob(&driftglass_report::markdown(report), "text/markdown")?,
        html: blob(&driftglass_report::html(report, driftglass_embed::VIEWER), "text/html")?,
    })
}

fn blob(text: &str, media_type: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)
}

impl From<PolicyError> for Problem {
    fn from(error: PolicyError) -> Self {
        Self { side: None, message: error.to_string(), hint: error.hint() }
    }
}

impl Files {
    /// The bytes that are read of them.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Two { reference, current } => size(reference) + size(current),
            // Where the rows are counted first, the file is read twice.
            Self::One { file, split } => size(file) * if split.trim_end().ends_with('%') { 2 } else { 1 },
        }
    }
}

/// A file's size in bytes, which JavaScript holds as a float.
fn size(file: &File) -> u64 {
    file.size() as u64
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
