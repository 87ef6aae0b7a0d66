//! The what-if policy of all columns.

use super::copy::{copy_button, forget};
use super::field::number_field;
use crate::dom::{self, Done, set_hidden, set_value};
use crate::state::Draft;
use driftglass_core::policy::Correction;
use driftglass_core::report::Report;
use driftglass_report::headline;
use maud::{Markup, html};
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The panel as it stands.
pub(crate) struct Panel {
    element: Element,
    verdict: Element,
    copies: Vec<Element>,
}

impl Panel {
    /// Alpha, correction, limits and drift share, and the policy that they make, to take along.
    pub(crate) fn markup(draft: &Draft) -> Markup {
        let correction = |of: Correction| html! { option value=(of.name()) selected[of == draft.correction] { (of.title()) } };
        html! {
            section.policy #policy aria-label="Try another policy" hidden {
                p.about { "What would the verdict be under other limits? It is computed here, from this report alone, as the program itself would." }
                div.fields {
                    (number_field("Alpha", "alpha", &draft.alpha, None))
                    label.field {
                        span { "Adjust p-values by" }
                        select data-type="correction" { @for of in Correction::ALL { (correction(of)) } }
                    }
                    (number_field("Moderate from", "moderate", &draft.moderate, None))
                    (number_field("Severe from", "severe", &draft.severe, None))
                    (number_field("Drift share", "drift-share", &draft.drift_share, None))
                }
                p.verdict role="status" {}
                p.about { "The method and the threshold of a single column are in its details. Pairs of columns, and the bins that carry half of a change, stay as the report judged them." }
                p.copies { (copy_button("Copy as TOML", "toml")) (copy_button("Copy as command line", "command")) }
            }
        }
    }

    pub(crate) fn standing(tools: &Element) -> Result<Self, JsValue> {
        let element = dom::one(tools, "#policy")?;
        Ok(Self { verdict: dom::one(&element, ".verdict")?, copies: dom::all(&element, ".copy"), element })
    }

    /// Opens or closes it, and returns whether it is open now.
    pub(crate) fn toggle(&self) -> Result<bool, JsValue> {
        self.element.toggle_attribute("hidden").map(|is_hidden| !is_hidden)
    }

    /// Writes a policy into the fields.
    pub(crate) fn fill(&self, draft: &Draft) -> Done {
        let fields = [
            ("alpha", draft.alpha.as_str()),
            ("correction", draft.correction.name()),
            ("moderate", &draft.moderate),
            ("severe", &draft.severe),
            ("drift-share", &draft.drift_share),
        ];
        fields.into_iter().try_for_each(|(kind, value)| {
            set_value(&dom::one(&self.element, &format!("[data-type={kind}]"))?, value)
        })
    }

    /// Says what the report says under the policy, which has a form for each button that can copy it.
    pub(crate) fn say(&self, report: &Report, can_copy: [bool; 2]) -> Done {
        self.tell(&headline(report), "verdict", can_copy)
    }

    /// Says why what was typed is no policy.
    pub(crate) fn complain(&self, problem: &str) -> Done {
        // What is no policy cannot be taken along.
        self.tell(problem, "verdict problem", [false; 2])
    }

    fn tell(&self, text: &str, class: &str, can_copy: [bool; 2]) -> Done {
        self.verdict.set_text_content(Some(text));
        self.verdict.set_class_name(class);
        self.copies.iter().zip(can_copy).try_for_each(|(copy, can_copy)| {
            forget(copy)?;
            set_hidden(copy, !can_copy)
        })
    }
}
