//! All that the page holds, and the verbs of its buttons, keys, drops and pastes.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::{UseComparison, UseInputs, UseOptions, Work, use_comparison, use_inputs, use_options};
use crate::arrival::{self, Arrival};
use crate::fragment;
use crate::message::{Inputs, Problem, Side};
use crate::options::Options;
use crate::served::{self, Asked};
use crate::viewer;

/// The page's state.
#[derive(Clone)]
pub(crate) struct Session {
    pub(crate) inputs: UseInputs,
    pub(crate) comparison: UseComparison,
    pub(crate) options: UseOptions,
}

impl Session {
    /// Takes files, whatever they are: data for a side or for the first that is free, settings, or a report.
    pub(crate) fn take(&self, files: Vec<File>, side: Option<Side>) {
        let this = self.clone();
        spawn_local(async move {
            let (mut data, mut settings) = (Vec::new(), None);
            for file in files {
                match arrival::look(file).await {
                    Arrival::Data(file) => data.push(file),
                    Arrival::Settings(name, text) => settings = Some((name, text)),
                    Arrival::Report(file) => return this.open(file),
                }
            }
            if !data.is_empty() {
                this.comparison.reset();
            }
            match (side, data.len()) {
                (_, 0) => {}
                (Some(side), 1) => this.inputs.choose(side, data.remove(0)),
                (_, 1 | 2) => this.inputs.put(data),
                (_, count) => {
                    return this.comparison.fail(Problem {
                        side: None,
                        message: format!("there are {count} files, and a comparison takes two"),
                        hint: Some(
                            "take the reference and the current file, together or one by one".to_owned(),
                        ),
                    });
                }
            }
            // Last, since whatever comes after the question drops its answer.
            if let Some((name, text)) = settings {
                this.comparison.read_options(name, text);
            }
        });
    }

    /// Whether settings can still do something: compare, or compare again what there is a report of.
    pub(crate) fn takes_settings(&self) -> bool {
        let report = &self.comparison.get().report;
        report.as_ref().is_none_or(|report| !report.is_opened && self.comparable().is_some())
    }

    /// What can be compared now.
    pub(crate) fn comparable(&self) -> Option<Inputs> {
        self.inputs.get().inputs(self.options.get().windows.are_asked())
    }

    /// Takes options, and compares again where there is a report of chosen files.
    pub(crate) fn apply(&self, options: Options) {
        self.options.set(options.clone());
        let inputs = self.inputs.get().inputs(options.windows.are_asked());
        let is_of_files = self.comparison.get().report.as_ref().is_some_and(|report| !report.is_opened);
        match inputs {
            Some(inputs) if is_of_files => self.comparison.start(inputs, options),
            // One file that is not cut any more has nothing to be compared with.
            None if is_of_files => self.comparison.reset(),
            _ => self.comparison.rest(),
        }
    }

    /// Compares the chosen files.
    pub(crate) fn compare(&self) {
        if let Some(inputs) = self.comparable() {
            Self::prefetch();
            self.comparison.start(inputs, self.options.get().clone());
        }
    }

    /// Lets the files change sides.
    pub(crate) fn swap(&self) {
        self.comparison.reset();
        self.inputs.swap();
    }

    /// Fetches the sample, and compares its files.
    pub(crate) fn try_sample(&self) {
        self.load(served::sample(), Self::compare_both);
    }

    /// Does what the page's address asks for.
    fn serve_address(&self) {
        match served::asked(self.options.get().windows.are_asked()) {
            // What is wrong with the settings of the address is said, and nothing computed under others.
            _ if fragment::read().is_err() => {}
            None => {}
            Some(Err(problem)) => self.comparison.fail(problem),
            Some(Ok(Asked::Comparison(reference, current))) => self.load(
                async move { Ok((served::beside(&reference).await?, served::beside(&current).await?)) },
                Self::compare_both,
            ),
            Some(Ok(Asked::One(file, split))) => {
                self.load(async move { served::beside(&file).await }, move |this, file| {
                    let inputs = this.inputs.put_one(file, split);
                    this.comparison.start(inputs, this.options.get().clone());
                });
            }
            Some(Ok(Asked::Report(report))) => {
                self.load(async move { served::beside(&report).await }, Self::open);
            }
        }
    }

    fn compare_both(&self, (reference, current): (File, File)) {
        let inputs = self.inputs.put_both(reference, current);
        self.comparison.start(inputs, self.options.get().clone());
    }

    /// Waits for files of the page's own server, and goes on with them unless something else was asked for since.
    fn load<T: 'static>(
        &self,
        files: impl Future<Output = Result<T, Problem>> + 'static,
        then: impl FnOnce(&Self, T) + 'static,
    ) {
        Self::prefetch();
        let this = self.clone();
        let generation = self.comparison.load();
        spawn_local(async move {
            match files.await {
                _ if !this.comparison.is_waiting(generation) => {}
                Ok(files) => then(&this, files),
                Err(problem) => this.comparison.fail(problem),
            }
        });
    }

    /// Opens a report that was saved.
    fn open(&self, file: File) {
        Self::prefetch();
        self.comparison.open(file);
    }

    /// The report's program loads beside the work. Where it does not, showing the report says so.
    fn prefetch() {
        let _ = viewer::prefetch();
    }
}

/// The page's state. What its address asks for is done once.
#[hook]
pub(crate) fn use_session() -> Session {
    let comparison = use_comparison();
    let inputs = use_inputs();
    let options = use_options({
        let comparison = comparison.clone();
        Callback::from(move |problem| comparison.fail(problem))
    });
    let session = Session { inputs, comparison, options };
    use_effect_with((), {
        let session = session.clone();
        move |()| session.serve_address()
    });
    use_effect_with(session.comparison.get().work.clone(), {
        let session = session.clone();
        move |work| {
            if let Work::Read(options) = work {
                session.apply((**options).clone());
            }
        }
    });
    session
}
