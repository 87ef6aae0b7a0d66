//! The page as a whole: choosing files, or the report of two.

use web_sys::File;
use yew::prelude::*;

use crate::components::{DropBanner, ReportScreen, StartScreen, progress};
use crate::hooks::{Comparison, Dropped, use_comparison, use_inputs, use_title, use_window_drop};
use crate::message::{Problem, Side};

/// The page.
#[component]
pub fn App() -> Html {
    let inputs = use_inputs();
    let comparison = use_comparison();

    let over = use_window_drop({
        let (inputs, comparison) = (inputs.clone(), comparison.clone());
        Callback::from(move |Dropped { mut files, side }: Dropped| {
            comparison.reset();
            match (side, files.len()) {
                (Some(side), 1) => inputs.choose(side, files.remove(0)),
                (_, 1 | 2) => inputs.put(files),
                (_, count) => comparison.fail(wrong_count(count)),
            }
        })
    });
    use_title(match comparison.get() {
        Comparison::Done(finished) => {
            format!("{} – driftglass", driftglass_report::headline(&finished.report).trim_end_matches('.'))
        }
        _ => "driftglass".to_owned(),
    });

    let on_reset = Callback::from({
        let comparison = comparison.clone();
        move |()| comparison.reset()
    });
    let screen = match comparison.get() {
        Comparison::Done(finished) => {
            html! { <ReportScreen finished={finished.clone()} on_leave={on_reset} /> }
        }
        state => {
            let on_choose = Callback::from({
                let (inputs, comparison) = (inputs.clone(), comparison.clone());
                move |(side, file): (Side, File)| {
                    comparison.reset();
                    inputs.choose(side, file);
                }
            });
            let on_swap = Callback::from({
                let (inputs, comparison) = (inputs.clone(), comparison.clone());
                move |()| {
                    comparison.reset();
                    inputs.swap();
                }
            });
            let on_compare = Callback::from({
                let comparison = comparison.clone();
                move |(reference, current)| comparison.start(reference, current)
            });
            let on_cancel = Callback::from({
                let comparison = comparison.clone();
                move |()| comparison.cancel()
            });
            let on_sample = Callback::from({
                let (inputs, comparison) = (inputs.clone(), comparison.clone());
                move |()| {
                    let inputs = inputs.clone();
                    let put = move |(reference, current)| inputs.put(vec![reference, current]);
                    comparison.start_sample(Callback::from(put));
                }
            });
            html! {
                <StartScreen inputs={inputs.get().clone()} comparison={state.clone()}
                    {on_choose} {on_swap} {on_compare} {on_sample} {on_cancel} />
            }
        }
    };
    html! {
        <>
            { report_style() }
            { screen }
            if over { <DropBanner /> }
            // It stays in place, because what a screen reader announces is a change of text.
            <p class="visually-hidden" role="status">{ announcement(comparison.get()) }</p>
        </>
    }
}

/// The style of the report, in the document's head.
fn report_style() -> Html {
    let head = web_sys::window().and_then(|window| window.document()).and_then(|document| document.head());
    let style = html! { <style>{ driftglass_report::STYLE }</style> };
    head.map_or_else(Html::default, |head| create_portal(style, head.into()))
}

/// What a screen reader says of the state. A problem is an alert of its own.
fn announcement(comparison: &Comparison) -> String {
    match comparison {
        Comparison::Idle | Comparison::Failed(_) => String::new(),
        Comparison::Cancelled => "The comparison was cancelled".to_owned(),
        Comparison::Running(at) => progress::words(at.phase).to_owned(),
        Comparison::Done(finished) => driftglass_report::headline(&finished.report),
    }
}

fn wrong_count(count: usize) -> Problem {
    Problem {
        side: None,
        message: format!("{count} files were dropped, and a comparison takes two"),
        hint: Some("drop the reference and the current file, together or one by one".to_owned()),
    }
}
