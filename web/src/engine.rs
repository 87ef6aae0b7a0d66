//! The worker's end: files in, a report out, and word of how far it is.

use std::cell::RefCell;
use std::io::Read;
use std::rc::Rc;

use driftglass_core::policy::Settings;
use driftglass_core::{Report, compare_in_parallel};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, File, MessageEvent};

use crate::file;
use crate::kept::{Data, Kept, Reading, Sides};
use crate::message::{Event, Files, Inputs, Output, Phase, Problem, Progress, Reply, Request, Side, Task};
use crate::options::Options;
use crate::over_time::{self, Windowed};
use crate::pool::{Meter, Pool, Source, helper};
use crate::reader::Reader;
use crate::reading::{size, unopened};
use crate::reason::reason;
use crate::saved;
use crate::scope::{memory, scope};
use crate::toml;
use crate::watched::Watched;

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
pub(crate) type Notify = Rc<dyn Fn(Event)>;

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
        Task::Compare { inputs, options } => compare(inputs, options, &kept, &send).await,
        Task::Open { file } => open_report(file),
        Task::Options { name, text } => {
            return send(
                toml::read(name, text).map_or_else(Event::Failed, |options| Event::Options(options.into())),
            );
        }
    };
    let output = match report {
        Ok(report) => write(&report, matches!(request.task, Task::Open { .. })).map_err(|error| Problem {
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
    options: &Options,
    kept: &RefCell<Option<Kept>>,
    send: &Notify,
) -> Result<Report, Problem> {
    let Inputs { id, files } = inputs;
    let settings = options.rules();
    let policy = settings.policy()?;
    let plan = over_time::plan(&options.windows, files, &policy)?;
    let reading = Reading::of(&settings, plan.as_ref());
    // What is not used again makes room first.
    let known = kept.take().filter(|kept| kept.id == *id && kept.reading == reading);
    let known = known.map(|kept| kept.data);
    let total = files.size() + plan.as_ref().map_or(0, |plan| over_time::counted(plan, files));
    let tell = |phase| send(Event::Progress(Progress { phase, bytes: total, total }));
    // Whatever comes of the comparison: what was read is there for other settings.
    let keep = |data| kept.replace(Some(Kept { id: *id, reading, data }));
    let (report, helped) = if let Some(plan) = plan {
        let reader = |total| Reader::new(&settings, total, send);
        let data = Box::new(match known {
            Some(Data::Cut(data)) => data.read_for(&plan, files, reader)?,
            _ => Windowed::read(files, &plan, &reader(total)?)?,
        });
        tell(Phase::ComparingWindows);
        let compared = data.compare(&plan, &policy);
        keep(Data::Cut(data));
        (compared?, 0)
    } else {
        let sides = match known {
            Some(Data::Whole(sides)) => sides,
            _ => read(files, &settings, send).await?.into(),
        };
        let watched = Watched::new(|done, columns| tell(Phase::Comparing { done, columns }));
        let compared = compare_in_parallel(&sides.reference, &sides.current, &policy, &watched);
        let helped = sides.helped;
        keep(Data::Whole(sides));
        (compared?, helped)
    };
    tell(Phase::Writing);
    web_sys::console::debug_1(
        &format!("memory: {} bytes, {helped} of them helpers'", memory() + helped).into(),
    );
    Ok(report)
}

/// Reads both sides.
async fn read(files: &Files, settings: &Settings, send: &Notify) -> Result<Sides, Problem> {
    let total = files.size();
    if let Files::Two { reference, current } = files
        && let Some(pool) = Pool::start(total)
    {
        let source = |side, file| Source { side, file, settings };
        let send = Rc::clone(send);
        let meter = Meter::new(total, move |bytes| {
            send(Event::Progress(Progress { phase: Phase::ReadingBoth, bytes, total }));
        });
        let (reference, current) =
            pool.profiles(source(Side::Reference, reference), source(Side::Current, current), &meter).await?;
        return Ok(Sides { reference, current, helped: pool.memory() });
    }
    let reader = Reader::new(settings, total, send)?;
    let (reference, current) = match files {
        Files::Two { reference, current } => {
            (reader.profile(Side::Reference, reference)?, reader.profile(Side::Current, current)?)
        }
        Files::One { file, split: Some(split) } => reader.split(file, split)?,
        Files::One { split: None, .. } => {
            return Err(Problem {
                side: None,
                message: "there is one file, and nothing to compare it with".to_owned(),
                hint: Some("choose a second file, split this one, or cut it into windows".to_owned()),
            });
        }
    };
    Ok(Sides { reference, current, helped: 0 })
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
fn write(report: &Report, is_opened: bool) -> Result<Output, JsValue> {
    Ok(Output {
        is_opened,
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
            Self::One { file, split } => {
                // Where the rows are counted first, the file is read twice.
                let is_counted = split.as_ref().is_some_and(|split| split.trim_end().ends_with('%'));
                size(file) * if is_counted { 2 } else { 1 }
            }
        }
    }
}
