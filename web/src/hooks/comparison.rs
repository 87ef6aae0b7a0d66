//! The comparison: what is under way, and the report that came of the last one.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use crate::bridge::Bridge;
use crate::message::{Event, Files, Inputs, Output, Phase, Problem, Progress, Side, Task};
use crate::options::Options;

/// The comparison, from the page's side.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Comparison {
    /// What is under way.
    pub(crate) work: Work,
    /// The report of the last comparison. It stays while another policy is tried.
    pub(crate) report: Option<Output>,
}

/// What is under way.
#[derive(Clone, PartialEq, Default)]
pub(crate) enum Work {
    /// Nothing.
    #[default]
    None,
    /// A comparison.
    Running(Progress),
    /// Nothing, since the last comparison was not possible.
    Failed(Problem),
    /// Nothing, since the last comparison was ended on the way.
    Cancelled,
    /// Nothing, since options were read, which wait to be taken.
    Read(Rc<Options>),
}

/// What happens to it.
pub(crate) enum Action {
    Start(Progress),
    Hear(Event),
    Fail(Problem),
    Cancel,
    Rest,
    Reset,
}

impl Reducible for Comparison {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let with = |work| Self { work, report: self.report.clone() };
        let next = match (&self.work, action) {
            (_, Action::Start(progress)) => with(Work::Running(progress)),
            (_, Action::Cancel) => with(Work::Cancelled),
            (_, Action::Fail(problem)) => with(Work::Failed(problem)),
            (_, Action::Rest) => with(Work::None),
            (_, Action::Reset) => Self::default(),
            (Work::Running(_), Action::Hear(event)) => match event {
                Event::Progress(progress) => with(Work::Running(progress)),
                Event::Done(output) => Self { work: Work::None, report: Some(output) },
                Event::Options(options) => with(Work::Read(options.into())),
                Event::Failed(problem) => with(Work::Failed(problem)),
            },
            (_, Action::Hear(_)) => return self,
        };
        next.into()
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
    pub(crate) fn start(&self, inputs: Inputs, options: Options) {
        let phase = match &inputs.files {
            Files::Two { .. } => Phase::Reading(Some(Side::Reference)),
            Files::One { split: Some(_), .. } => Phase::Splitting,
            Files::One { split: None, .. } => Phase::Reading(None),
        };
        self.run(phase, inputs.files.size(), Task::Compare { inputs, options: options.into() });
    }

    /// Has options read, which come as [`Work::Read`].
    pub(crate) fn read_options(&self, name: String, text: String) {
        self.run(Phase::Writing, 0, Task::Options { name, text });
    }

    /// Lets what was read or went wrong be.
    pub(crate) fn rest(&self) {
        self.state.dispatch(Action::Rest);
    }

    /// Opens a report that was saved.
    pub(crate) fn open(&self, file: File) {
        self.run(Phase::Writing, 0, Task::Open { file });
    }

    fn run(&self, phase: Phase, total: u64, task: Task) {
        self.state.dispatch(Action::Start(Progress { phase, bytes: 0, total }));
        self.bridge.borrow_mut().ask(task);
    }

    /// Waits for files of the page's own server. The number that it returns tells whether they are still wanted.
    pub(crate) fn load(&self) -> u32 {
        self.state.dispatch(Action::Start(Progress { phase: Phase::Loading, bytes: 0, total: 0 }));
        self.bridge.borrow_mut().cancel()
    }

    /// Whether nothing was asked for since.
    pub(crate) fn is_waiting(&self, generation: u32) -> bool {
        self.bridge.borrow().generation() == generation
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
    let state = use_reducer(Comparison::default);
    let dispatcher = state.dispatcher();
    let bridge = use_mut_ref(move || {
        Bridge::new(Callback::from(move |event| dispatcher.dispatch(Action::Hear(event))))
    });
    UseComparison { state, bridge }
}
