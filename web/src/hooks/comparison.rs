//! The comparison: none yet, under way, done or failed.

use std::cell::RefCell;
use std::rc::Rc;

use driftglass_core::Report;
use driftglass_core::policy::Settings;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use crate::bridge::Bridge;
use crate::message::{Event, Output, Phase, Problem, Progress, Side};
use crate::sample;

/// The comparison, from the page's side.
#[derive(Clone, PartialEq)]
pub(crate) enum Comparison {
    /// None yet.
    Idle,
    /// Under way.
    Running(Progress),
    /// Done, with the report.
    Done(Rc<Finished>),
    /// Not possible.
    Failed(Problem),
    /// Ended on the way.
    Cancelled,
}

/// A finished comparison.
pub(crate) struct Finished {
    pub(crate) report: Rc<Report>,
    pub(crate) output: Output,
}

impl PartialEq for Finished {
    /// Reports are large, and each is made once.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
    }
}

/// What happens to it.
pub(crate) enum Action {
    Start(Progress),
    Hear(Event),
    Fail(Problem),
    Cancel,
    Reset,
}

impl Reducible for Comparison {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = match (&*self, action) {
            (_, Action::Start(progress)) => Self::Running(progress),
            (_, Action::Cancel) => Self::Cancelled,
            (_, Action::Reset) => Self::Idle,
            (_, Action::Fail(problem)) => Self::Failed(problem),
            (Self::Running(_), Action::Hear(event)) => match event {
                Event::Progress(progress) => Self::Running(progress),
                Event::Done(output) => Self::finish(output),
                Event::Failed(problem) => Self::Failed(problem),
            },
            (_, Action::Hear(_)) => return self,
        };
        next.into()
    }
}

impl Comparison {
    fn finish(output: Output) -> Self {
        match Report::from_json(&output.json) {
            Ok(report) => Self::Done(Rc::new(Finished { report: report.into(), output })),
            Err(error) => Self::Failed(Problem {
                side: None,
                message: format!("the worker's report cannot be read: {error}"),
                hint: Some("reload the page: it may be of another version than its worker".to_owned()),
            }),
        }
    }
}

/// The comparison, and the verbs that change it.
#[derive(Clone)]
pub(crate) struct UseComparison {
    state: UseReducerHandle<Comparison>,
    bridge: Rc<RefCell<Bridge>>,
}

impl UseComparison {
    /// Where the comparison is.
    pub(crate) fn get(&self) -> &Comparison {
        &self.state
    }

    /// Starts a comparison, in place of one that is under way.
    pub(crate) fn start(&self, reference: File, current: File) {
        let total = (reference.size() + current.size()) as u64;
        let phase = Phase::Reading(Side::Reference);
        self.state.dispatch(Action::Start(Progress { phase, bytes: 0, total }));
        self.bridge.borrow_mut().compare(reference, current, Settings::default());
    }

    /// Fetches the sample, hands its files to `on_load`, and compares them.
    pub(crate) fn start_sample(&self, on_load: Callback<(File, File)>) {
        self.state.dispatch(Action::Start(Progress { phase: Phase::Loading, bytes: 0, total: 0 }));
        let generation = self.bridge.borrow_mut().cancel();
        let this = self.clone();
        spawn_local(async move {
            let files = sample::load().await;
            if this.bridge.borrow().generation() != generation {
                return;
            }
            match files {
                Ok((reference, current)) => {
                    on_load.emit((reference.clone(), current.clone()));
                    this.start(reference, current);
                }
                Err(problem) => this.fail(problem),
            }
        });
    }

    /// Ends the comparison, wherever it is, with a problem.
    pub(crate) fn fail(&self, problem: Problem) {
        self.bridge.borrow_mut().cancel();
        self.state.dispatch(Action::Fail(problem));
    }

    /// Ends the comparison on the way, at once.
    pub(crate) fn cancel(&self) {
        self.bridge.borrow_mut().cancel();
        self.state.dispatch(Action::Cancel);
    }

    /// Goes back to the start, from wherever the comparison is.
    pub(crate) fn reset(&self) {
        self.bridge.borrow_mut().cancel();
        self.state.dispatch(Action::Reset);
    }
}

#[hook]
pub(crate) fn use_comparison() -> UseComparison {
    let state = use_reducer(|| Comparison::Idle);
    let dispatcher = state.dispatcher();
    let bridge = use_mut_ref(move || {
        Bridge::new(Callback::from(move |event| dispatcher.dispatch(Action::Hear(event))))
    });
    UseComparison { state, bridge }
}
