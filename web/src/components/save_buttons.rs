//! Keeping a report.

use web_sys::Blob;
use yew::prelude::*;

use super::problem_note::ProblemNote;
use crate::download;
use crate::message::{Output, Problem};
use crate::reason::reason;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) report: Output,
}

/// A form in which the report is saved.
struct Form {
    button: &'static str,
    file: &'static str,
    blob: fn(&Output) -> &Blob,
}

const FORMS: [Form; 3] = [
    Form { button: "Save HTML", file: "drift-report.html", blob: |output| &output.html },
    Form { button: "Save JSON", file: "drift-report.json", blob: |output| &output.json },
    Form { button: "Save Markdown", file: "drift-report.md", blob: |output| &output.markdown },
];

/// A button for each form.
#[component]
pub(crate) fn SaveButtons(props: &Props) -> Html {
    let problem = use_state(|| None);
    let save = |form: &'static Form| {
        let (report, problem) = (props.report.clone(), problem.clone());
        let onclick = Callback::from(move |_| {
            let saved = download::save(form.file, (form.blob)(&report));
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
        <>
            { for FORMS.iter().map(save) }
            if let Some(problem) = &*problem {
                <ProblemNote problem={problem.clone()} />
            }
        </>
    }
}
