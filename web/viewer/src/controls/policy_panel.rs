//! The what-if policy.

use super::copy::Copy;
use super::{number_field, picked};
use crate::state::Draft;
use driftglass_core::policy::{Correction, Settings};
use driftglass_core::report::Report;
use driftglass_report::headline;
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct PanelProps {
    pub(crate) open: bool,
    /// The report as it was made.
    pub(crate) own: Rc<Report>,
    /// The report under the policy of the draft.
    pub(crate) report: Rc<Report>,
    pub(crate) draft: Draft,
    /// What is wrong with the draft.
    pub(crate) problem: Option<String>,
    pub(crate) on_draft: Callback<Draft>,
}

const CORRECTIONS: [(Correction, &str); 4] = [
    (Correction::Bh, "Benjamini-Hochberg"),
    (Correction::Holm, "Holm"),
    (Correction::Bonferroni, "Bonferroni"),
    (Correction::None, "none"),
];

/// Alpha, correction, limits and drift share, and the policy that they make, to take along.
#[component]
pub(crate) fn PolicyPanel(props: &PanelProps) -> Html {
    let draft = &props.draft;
    let change = |set: fn(&mut Draft, String)| {
        let (draft, on_draft) = (draft.clone(), props.on_draft.clone());
        Callback::from(move |text| {
            let mut draft = draft.clone();
            set(&mut draft, text);
            on_draft.emit(draft);
        })
    };
    let onchange = {
        let (draft, on_draft) = (draft.clone(), props.on_draft.clone());
        Callback::from(move |event: Event| {
            on_draft.emit(Draft { correction: CORRECTIONS[picked(&event)].0, ..draft.clone() });
        })
    };
    let settings = draft.settings(&props.own.policy).ok().filter(|_| props.problem.is_none());
    let toml = settings.as_ref().map(Settings::to_toml);
    let sources = [&props.own.reference.name, &props.own.current.name].map(String::as_str);
    let command = settings.as_ref().and_then(|settings| settings.to_command("check", sources));
    html! {
        <section id="policy" class="policy" aria-label="Try another policy" hidden={!props.open}>
            <p class="about">{ "What would the verdict be under other limits? It is computed here, from this report alone, as the program itself would." }</p>
            <div class="fields">
                { number_field("Alpha", &draft.alpha, None, change(|draft, text| draft.alpha = text)) }
                <label class="field"><span>{ "Adjust p-values by" }</span>
                    <select {onchange}>
                        { for CORRECTIONS.iter().map(|(correction, title)| html! { <option selected={*correction == draft.correction}>{ *title }</option> }) }
                    </select>
                </label>
                { number_field("Moderate from", &draft.moderate, None, change(|draft, text| draft.moderate = text)) }
                { number_field("Severe from", &draft.severe, None, change(|draft, text| draft.severe = text)) }
                { number_field("Drift share", &draft.drift_share, None, change(|draft, text| draft.drift_share = text)) }
            </div>
            <p class="verdict" role="status">
                if let Some(problem) = &props.problem {
                    <span class="problem">{ problem.clone() }</span>
                } else {
                    { headline(&props.report) }
                }
            </p>
            <p class="about">{ "The method and the threshold of a single column are in its details. Pairs of columns stay as the report judged them." }</p>
            <p class="copies"><Copy title="Copy as TOML" text={toml} /><Copy title="Copy as command line" text={command} /></p>
        </section>
    }
}
