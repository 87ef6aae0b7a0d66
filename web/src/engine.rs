//! The worker's end: files in, a report out, and word of how far it is.

use std::cell::{Cell, RefCell};
use std::io::Read;
use std::rc::Rc;

use driftglass_core::policy::Settings;
use driftglass_core::split::{Split, SplitError};
use driftglass_core::{Profile, Report, Sequential};
use js_sys::Array;
use serde::de::IgnoredAny;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, File, MessageEvent};

use crate::file;
use crate::message::{Event, Files, Inputs, Output, Phase, Problem, Progress, Reply, Request, Side, Task};
use crate::pool::{Meter, Pool, Source, helper};
use crate::reading::{self, options, size, unopened, unreadable};
use crate::reason::reason;
use crate::saved;
use crate::scope::{memory, scope};
use crate::watched::Watched;

/// The profiles of the last comparison, so that other settings need no other reading.
struct Kept {
    id: u32,
    reading: Reading,
    reference: Profile,
    current: Profile,
    /// Bytes of the memories of those that helped to read.
    helped: u64,
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

/// Answers the page's requests for as long as the worker lives, or helps another worker with them.
pub fn serve() {
    if scope().name() == helper::NAME {
        return helper::serve();
    }
    let kept = Rc::new(RefCell::new(None));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        match serde_wasm_bindgen::from_value::<Request>(message.data()) {
            Ok(request) => spawn_local(answer(request, kept.clone())),
            // It comes to the page as an error of the worker.
            Err(error) => wasm_bindgen::throw_val(error.into()),
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// Sends an event to the page.
type Notify = Rc<dyn Fn(Event)>;

async fn answer(request: Request, kept: Rc<RefCell<Option<Kept>>>) {
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
        Task::Compare { inputs, settings } => compare(inputs, settings, &kept, &send).await,
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

async fn compare(
    inputs: &Inputs,
    settings: &Settings,
    kept: &RefCell<Option<Kept>>,
    send: &Notify,
) -> Result<Report, Problem> {
    let policy = settings.policy()?;
    let is_read = |kept: &Kept| kept.id == inputs.id && kept.reading == Reading::of(settings);
    // What is not used again makes room first.
    let known = kept.take().filter(is_read);
    let profiles = match known {
        Some(profiles) => profiles,
        None => read(inputs, settings, send).await?,
    };
    let total = inputs.files.size();
    let tell = |phase| send(Event::Progress(Progress { phase, bytes: total, total }));
    let watched = Watched::new(|done, columns| tell(Phase::Comparing { done, columns }));
    let Kept { reference, current, helped, .. } = &profiles;
    let compared = driftglass_core::compare_in_parallel(reference, current, &policy, &watched);
    let helped = *helped;
    // Whatever came of it: what was read is there for other settings.
    kept.replace(Some(profiles));
    let report = compared?;
    tell(Phase::Writing);
    web_sys::console::debug_1(
        &format!("memory: {} bytes, {helped} of them helpers'", memory() + helped).into(),
    );
    Ok(report)
}

async fn read(inputs: &Inputs, settings: &Settings, send: &Notify) -> Result<Kept, Problem> {
    let total = inputs.files.size();
    let tell = |phase, before| {
        let send = Rc::clone(send);
        move |bytes| send(Event::Progress(Progress { phase, bytes: before + bytes, total }))
    };
    let mut helped = 0;
    let (reference, current) = match &inputs.files {
        Files::Two { reference, current } => {
            if let Some(pool) = Pool::start(total) {
                let source = |side, file| Source { side, file, settings };
                let (reference, current) =
                    (source(Side::Reference, reference), source(Side::Current, current));
                let meter = Meter::new(total, tell(Phase::ReadingBoth, 0));
                let profiles = pool.profiles(reference, current, &meter).await?;
                helped = pool.memory();
                profiles
            } else {
                let (options, missing) = options(settings)?;
                let profile = |side, file, before| {
                    let input = reading::open(file, tell(Phase::Reading(side), before))
                        .map_err(|error| unopened(Some(side), file, &error))?;
                    driftglass_data::profile(&file.name(), input, &options, missing.clone(), &Sequential)
                        .map_err(|error| unreadable(Some(side), &error))
                };
                (profile(Side::Reference, reference, 0)?, profile(Side::Current, current, size(reference))?)
            }
        }
        Files::One { file, split } => {
            let rule: Split = split.parse().map_err(|error: SplitError| Problem {
                side: None,
                message: error.to_string(),
                hint: Some(error.hint().to_owned()),
            })?;
            let (options, missing) = options(settings)?;
            let passes = Cell::new(0);
            let input = || {
                let before = passes.replace(passes.get() + 1) * size(file);
                reading::open(file, tell(Phase::Splitting, before))
            };
            driftglass_data::profile_split(&file.name(), input, &options, missing, &rule)
                .map_err(|error| unreadable(None, &error))?
        }
    };
    Ok(Kept { id: inputs.id, reading: Reading::of(settings), reference, current, helped })
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
        markdown: blob(&driftglass_report::markdown(report, &[]), "text/markdown")?,
        html: blob(&driftglass_report::html(report, driftglass_embed::VIEWER), "text/html")?,
    })
}

fn blob(text: &str, media_type: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)
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
