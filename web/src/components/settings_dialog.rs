//! The rules of the comparison, as a form.

use driftglass_core::policy::Correction;
use yew::prelude::*;

use super::dialog::Dialog;
use super::field::{Text, choice};
use super::over_time_fields::{other_fields, step_fields};
use super::problem_note::ProblemNote;
use super::rule_fields::{COLUMNS, rule_fields};
use crate::draft::{Draft, RuleDraft};
use crate::options::{Options, Windows};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) open: bool,
    pub(crate) options: Options,
    /// The columns that are known, to suggest.
    pub(crate) columns: Vec<String>,
    pub(crate) on_apply: Callback<Options>,
    pub(crate) on_close: Callback<()>,
}

const PRESETS: [(&str, &str); 3] = [
    ("calibrated", "calibrated: a p-value that holds its error rate, and an effect size"),
    ("classic", "classic: the textbook recipe"),
    ("evidently", "evidently: what Evidently 0.7 does by default"),
];

/// The settings, in a dialog.
#[component]
pub(crate) fn SettingsDialog(props: &Props) -> Html {
    html! {
        <Dialog id="settings" title="Settings" open={props.open} on_close={&props.on_close}>
            <Form options={props.options.clone()} columns={props.columns.clone()} on_apply={&props.on_apply} />
        </Dialog>
    }
}

#[derive(PartialEq, Properties)]
struct FormProps {
    options: Options,
    columns: Vec<String>,
    on_apply: Callback<Options>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let draft = use_state(|| Draft::of(&props.options));
    let problem = use_state(|| None);
    let onsubmit = {
        let (draft, problem, on_apply) = (draft.clone(), problem.clone(), props.on_apply.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match draft.options() {
                Ok(options) => on_apply.emit(options),
                Err(found) => problem.set(Some(found)),
            }
        })
    };
    let set = |apply: fn(&mut Draft, String)| {
        let draft = draft.clone();
        move |value| {
            let mut next = (*draft).clone();
            apply(&mut next, value);
            draft.set(next);
        }
    };
    let number = |label, value, placeholder| Text { label, value, placeholder, list: None, is_number: true };
    let names = |label, value, placeholder| Text { label, value, placeholder, list: None, is_number: false };
    html! {
        <form class="settings" novalidate=true {onsubmit}>
            if let Some(problem) = &*problem {
                <ProblemNote problem={problem.clone()} />
            }
            <fieldset>
                <legend>{ "Verdict" }</legend>
                { choice("Preset", &draft.preset, "calibrated (default)", PRESETS.into_iter(), set(|draft, value| draft.preset = value)) }
                { choice("Correction", &draft.correction, "of the preset", Correction::ALL.map(|of| (of.name(), of.title())).into_iter(), set(|draft, value| draft.correction = value)) }
                { number("Alpha", &draft.alpha, "0.05").view(set(|draft, value| draft.alpha = value)) }
                { number("Drift share", &draft.drift_share, "0.5").view(set(|draft, value| draft.drift_share = value)) }
                { number("Moderate from", &draft.moderate, "of the preset").view(set(|draft, value| draft.moderate = value)) }
                { number("Severe from", &draft.severe, "of the preset").view(set(|draft, value| draft.severe = value)) }
            </fieldset>
            <fieldset>
                <legend>{ "Data" }</legend>
                { names("Compare only", &draft.columns, "all columns").view(set(|draft, value| draft.columns = value)) }
                { names("Exclude", &draft.exclude, "names or patterns, with commas").view(set(|draft, value| draft.exclude = value)) }
                { names("Missing values", &draft.missing, "the usual spellings").view(set(|draft, value| draft.missing = value)) }
                { number("Seed", &draft.seed, "0").view(set(|draft, value| draft.seed = value)) }
            </fieldset>
            { over_time(&draft) }
            { rules(&draft) }
            <datalist id={COLUMNS}>{ for props.columns.iter().map(|name| html! { <option value={name.clone()} /> }) }</datalist>
            <p class="note">
                { "The address of this page carries the settings, so that a link keeps them. A " }
                <code>{ "driftglass.toml" }</code>{ " can be dropped or pasted on the page." }
            </p>
            <div class="actions">
                <button type="submit" class="primary">{ "Apply" }</button>
                <button type="button" onclick={{ let draft = draft.clone(); Callback::from(move |_| draft.set(Draft::default())) }}>
                    { "Use the defaults" }
                </button>
            </div>
        </form>
    }
}

/// How the data are cut into windows.
fn over_time(draft: &UseStateHandle<Draft>) -> Html {
    let state = draft.clone();
    let on_change = Callback::from(move |windows: Windows| state.set(Draft { windows, ..(*state).clone() }));
    html! {
        <fieldset>
            <legend>{ "Over time" }</legend>
            { step_fields(&draft.windows, Some(COLUMNS), &on_change) }
            { other_fields(&draft.windows, &on_change) }
        </fieldset>
    }
}

/// The rules for some columns, and a way to add one.
fn rules(draft: &UseStateHandle<Draft>) -> Html {
    let fields = draft.rules.iter().enumerate().map(|(place, rule)| {
        let state = draft.clone();
        let on_change = Callback::from(move |rule: Option<RuleDraft>| {
            let mut next = (*state).clone();
            match rule {
                Some(rule) => next.rules[place] = rule,
                None => drop(next.rules.remove(place)),
            }
            state.set(next);
        });
        rule_fields(place, rule, &on_change)
    });
    let onclick = {
        let state = draft.clone();
        Callback::from(move |_| {
            let mut next = (*state).clone();
            next.rules.push(RuleDraft::default());
            state.set(next);
        })
    };
    html! {
        <section class="rules" aria-label="Rules for some columns">
            { for fields }
            <button type="button" {onclick}>{ "Add a rule for some columns" }</button>
        </section>
    }
}
