//! Choosing two files, and waiting for their comparison.

use web_sys::File;
use yew::prelude::*;

use super::file_slot::FileSlot;
use super::over_time_fields::{meaning, step_fields};
use super::paste_button::PasteButton;
use super::privacy::Privacy;
use super::problem_note::ProblemNote;
use super::progress::ProgressBar;
use super::settings_line::SettingsLine;
use super::split_fields::SplitFields;
use crate::hooks::{Session, Work, use_focus};
use crate::message::Side;
use crate::options::Options;

#[derive(Properties)]
pub(crate) struct Props {
    pub(crate) session: Session,
    pub(crate) on_settings: Callback<()>,
}

impl PartialEq for Props {
    /// The page draws it again only when its state changes, which is when this does.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Two slots, what can be done with them, and the promise of privacy.
#[component]
pub(crate) fn StartScreen(props: &Props) -> Html {
    let session = &props.session;
    let (chosen, work) = (session.inputs.get(), &session.comparison.get().work);
    let problem = match work {
        Work::Failed(problem) => Some(problem),
        _ => None,
    };
    let progress = match work {
        Work::Running(progress) => Some(progress),
        _ => None,
    };
    // After a cancel the focus is where the comparison began.
    let compare = use_focus(*work == Work::Cancelled);
    let on_choose = {
        let session = session.clone();
        Callback::from(move |(side, file): (Side, File)| session.take(vec![file], Some(side)))
    };
    let slot = |side| {
        html! {
            <FileSlot {side} file={chosen.get(side).cloned()} disabled={progress.is_some()}
                problem={problem.filter(|problem| problem.side == Some(side)).cloned()} on_choose={&on_choose} />
        }
    };
    html! {
        <main class="start">
            <h1>{ "What changed between two data files?" }</h1>
            <p class="lead">
                { "Choose the data that your model knows and the data that it meets now, and read which columns drifted, \
                   how surely and how much." }
            </p>
            <div class="slots">
                { slot(Side::Reference) }
                { slot(Side::Current) }
            </div>
            if let Some(problem) = problem.filter(|problem| problem.side.is_none()) {
                <ProblemNote problem={problem.clone()} />
            }
            if let Some(progress) = progress {
                <ProgressBar progress={progress.clone()} on_cancel={
                    let comparison = session.comparison.clone();
                    Callback::from(move |()| comparison.cancel())
                } />
            } else {
                { parts(session) }
                { actions(session, compare) }
                <SettingsLine options={session.options.get().clone()} on_open={&props.on_settings} />
            }
            <p class="formats">
                { "CSV, TSV, JSON and NDJSON, plain, in gzip or in zstd, and Parquet; or a report that was saved, to open it again. \
                   The sample is census data; in its current file every age is raised by a fifth." }
            </p>
            <Privacy />
        </main>
    }
}

/// How one file alone becomes two sides, and how data are cut into windows, as far as that is enough to start with.
fn parts(session: &Session) -> Html {
    let chosen = session.inputs.get();
    let Options { settings, windows } = session.options.get().clone();
    let (is_alone, is_split, is_cut) =
        (chosen.only().is_some(), chosen.split().is_some(), windows.are_asked());
    let on_split = {
        let inputs = session.inputs.clone();
        Callback::from(move |draft| inputs.split(draft))
    };
    let on_change = {
        let options = session.options.clone();
        Callback::from(move |windows| options.set(Options { settings: settings.clone(), windows }))
    };
    html! {
        <>
            if is_split || (is_alone && !is_cut) {
                <SplitFields draft={chosen.draft().clone()} on_change={on_split} />
            }
            if is_split && is_cut {
                <p class="note">{ "A file that is split is not cut into the windows of the settings." }</p>
            }
            if chosen.any() && !is_split {
                <fieldset class="over-time">
                    <legend>{ "Over time?" }</legend>
                    { step_fields(&windows, None, &on_change) }
                    if is_cut {
                        <p class="note">{ meaning(&windows, !is_alone) }</p>
                    }
                </fieldset>
            }
        </>
    }
}

fn actions(session: &Session, compare: NodeRef) -> Html {
    let press = |verb: fn(&Session)| {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| verb(&session))
    };
    let on_paste = {
        let session = session.clone();
        Callback::from(move |file| session.take(vec![file], None))
    };
    let on_problem = {
        let comparison = session.comparison.clone();
        Callback::from(move |problem| comparison.fail(problem))
    };
    let disabled = session.comparable().is_none();
    html! {
        <div class="actions">
            <button type="button" class="primary" {disabled} onclick={press(Session::compare)} ref={compare}>{ "Compare" }</button>
            if session.inputs.get().any() {
                <button type="button" onclick={press(Session::swap)}>{ "Swap the files" }</button>
            }
            <PasteButton {on_paste} {on_problem} />
            <button type="button" onclick={press(Session::try_sample)}>{ "Try the sample" }</button>
        </div>
    }
}
