//! The report, and what is under way beside it.

use yew::prelude::*;

use super::problem_note::ProblemNote;
use super::progress::ProgressBar;
use super::report_host::ReportHost;
use crate::hooks::{Work, use_focus};
use crate::message::Output;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) report: Output,
    pub(crate) work: Work,
    pub(crate) on_cancel: Callback<()>,
}

/// The report. The focus comes along, to its top.
#[component]
pub(crate) fn ReportScreen(props: &Props) -> Html {
    let top = use_focus(true);
    use_effect_with((), |()| {
        // However far the page was scrolled before.
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    html! {
        <div class="finished" tabindex="-1" ref={top}>
            <div class="beside">
                if let Work::Running(progress) = &props.work {
                    <ProgressBar progress={progress.clone()} on_cancel={&props.on_cancel} />
                }
                if let Work::Failed(problem) = &props.work {
                    <ProblemNote problem={problem.clone()} />
                }
            </div>
            <ReportHost html={props.report.html.clone()} />
        </div>
    }
}
