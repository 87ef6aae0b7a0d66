//! The list of columns.

use crate::chart::shared;
use crate::facts::p_heading;
use crate::format::method::correction;
use driftglass_core::policy::Correction;
use driftglass_core::report::PolicySummary;
use yew::prelude::*;

/// Of more rows than this, a browser lays out those that are near.
const MANY: usize = 100;

/// The policy that says what the figures are, and a row per column.
#[derive(Clone, PartialEq, Properties)]
pub struct ColumnsProps {
    /// The rules of the verdict.
    pub policy: PolicySummary,
    /// How many rows there are.
    pub count: usize,
    /// The rows, as items of a list.
    pub children: Html,
}

/// The rows under their heading.
#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    let policy = &props.policy;
    let (class, p) = match policy.correction {
        Correction::None => ("columns", html! { p_heading(policy) }),
        how => {
            let title = format!("p-value, adjusted over all columns: {}", correction(how));
            ("columns adjusted", html! { <abbr {title}>{ p_heading(policy) }</abbr> })
        }
    };
    html! {
        <section {class} aria-labelledby="columns">
            <h2 id="columns">{ "Columns" }<small>{ "strongest change first; open one for its details" }</small></h2>
            // Every figure below carries the same words for those who do not see the heading above it.
            <div class="heading" aria-hidden="true">
                <span>{ "Column" }</span><span>{ "Status" }</span><span>{ "Effect" }</span><span>{ p }</span>
                <span>{ "Missing" }</span><span><span class="reference-key">{ "Reference" }</span>{ " " }<span class="current-key">{ "Current" }</span></span>
            </div>
            { shared(policy) }
            <ol class={(props.count > MANY).then_some("many")}>{ props.children.clone() }</ol>
        </section>
    }
}
