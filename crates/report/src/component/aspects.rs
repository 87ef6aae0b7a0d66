//! What a text or an instant was compared by.

use super::section::section;
use crate::chart::sparkline;
use crate::facts::{p_heading, shown_p_value};
use crate::format::effect::effect;
use crate::format::number::{NONE, p_value};
use crate::markup::prose;
use driftglass_core::report::{Aspect, ColumnReport, PolicySummary};
use maud::{Markup, html};

/// Every aspect in a row: the change in words, how sure and how large it is, and both distributions. Nothing where the column
/// has no aspects.
pub(super) fn aspects(column: &ColumnReport, policy: &PolicySummary) -> Markup {
    if column.aspects.is_empty() {
        return html! {};
    }
    let table = html! {
        table {
            thead { tr {
                th { "Aspect" } th { "Change" } th { "Both sides" }
                th { (p_heading(policy)) } th { "Effect" }
            } }
            tbody { @for aspect in &column.aspects { (row(aspect, column, policy)) } }
        }
    };
    section("aspects", "By aspect", &table)
}

fn row(aspect: &Aspect, column: &ColumnReport, policy: &PolicySummary) -> Markup {
    let title = html! { th { (aspect.name.title()) @if aspect.drifted { small { "drifted" } } } };
    if let Some(reason) = &aspect.reason {
        return html! { tr { (title) td.reason colspan="4" { (prose(reason, &column.name)) } } };
    }
    html! {
        tr class=[aspect.drifted.then_some("drifted")] {
            (title)
            td.change { @if let Some(moved) = &aspect.moved { (prose(moved, &column.name)) } @else { (NONE) } }
            td.shape { @if let Some(histogram) = &aspect.histogram { (sparkline(histogram, None)) } }
            td { (p_value(shown_p_value(aspect.p_value, aspect.q_value, policy))) }
            td { @if let Some(estimate) = &aspect.effect { (effect(estimate)) } @else { (NONE) } }
        }
    }
}
