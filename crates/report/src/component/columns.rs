//! The list of columns.

use crate::chart::shared;
use crate::facts::p_heading;
use driftglass_core::policy::Correction;
use driftglass_core::report::PolicySummary;
use maud::{Markup, html};

/// Of more rows than this, a browser lays out those that are near.
const MANY: usize = 100;

/// The rows, as many as `count`, in a list.
pub fn list(rows: &Markup, count: usize) -> Markup {
    html! { ol class=[(count > MANY).then_some("many")] { (rows) } }
}

/// The list under its heading, which says what the figures are under the policy.
pub fn columns(policy: &PolicySummary, list: &Markup) -> Markup {
    let is_adjusted = policy.correction != Correction::None;
    html! {
        section class=(if is_adjusted { "columns adjusted" } else { "columns" }) aria-labelledby="columns" {
            h2 #columns { "Columns" small { "strongest change first; open one for its details" } }
            // Every figure below carries the same words for those who do not see the heading above it.
            div.heading aria-hidden="true" {
                span { "Column" } span { "Status" } span { "Effect" } span { (p(policy)) }
                span { "Missing" }
                span { span.reference-key { "Reference" } " " span.current-key { "Current" } }
            }
            (shared(policy))
            (list)
        }
    }
}

/// What stands above the p-values.
fn p(policy: &PolicySummary) -> Markup {
    let heading = p_heading(policy);
    match policy.correction {
        Correction::None => html! { (heading) },
        how => {
            let title = format!("p-value, adjusted over all columns: {}", how.title());
            html! { abbr title=(title) { (heading) } }
        }
    }
}
