//! The report, and what can be done with it.

use std::rc::Rc;

use driftglass_report::ReportView;
use yew::prelude::*;

use super::brand::Brand;
use super::problem_note::ProblemNote;
use crate::download;
use crate::hooks::{Finished, use_focus};
use crate::message::{Output, Problem};
use crate::reason::reason;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) finished: Rc<Finished>,
    pub(crate) on_leave: Callback<()>,
}

/// A form in which the report is saved.
struct Form {
    button: &'static str,
    file: &'static str,
    media_type: &'static str,
    text: fn(&Output) -> &str,
}

const FORMS: [Form; 3] = [
    Form {
        button: "Save HTML",
        file: "drift-report.html",
        media_type: "text/html",
        text: |output| &output.html,
    },
    Form {
        button: "Save JSON",
        file: "drift-report.json",
        media_type: "application/json",
        text: |output| &output.json,
    },
    Form {
        button: "Save Markdown",
        file: "drift-report.md",
        media_type: "text/markdown",
        text: |output| &output.markdown,
    },
];

/// The report under a bar of buttons. The focus comes along, to its top.
#[component]
pub(crate) fn ReportScreen(props: &Props) -> Html {
    let top = use_focus(true);
    use_effect_with((), |()| {
        // However far the page was scrolled before.
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    let problem = use_state(|| None);
    let save = |form: &'static Form| {
        let (finished, problem) = (props.finished.clone(), problem.clone());
        let onclick = Callback::from(move |_| {
            let saved = download::save(form.file, form.media_type, (form.text)(&finished.output));
            problem.set(saved.err().map(|error| Problem {
                side: None,
                message: format!(
                    "{}: {}",
                    form.file,
                    reason(&error).unwrap_or_else(|| "not saved".to_owned())
                ),
                hint: Some("allow downloads from this page".to_owned()),
            }));
        });
        html! { <button type="button" {onclick}>{ form.button }</button> }
    };
    html! {
        <div class="finished" tabindex="-1" ref={top}>
            <header class="toolbar">
                <Brand />
                <nav aria-label="Report">
                    <button type="button" onclick={props.on_leave.reform(|_| ())}>{ "New comparison" }</button>
                    { for FORMS.iter().map(save) }
                </nav>
            </header>
            if let Some(problem) = &*problem {
                <ProblemNote problem={problem.clone()} />
            }
            <main><ReportView report={props.finished.report.clone()} /></main>
        </div>
    }
}
