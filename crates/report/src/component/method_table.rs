//! Every method's word on the column.

use super::section::section;
use crate::facts::by_statistic;
use crate::format::number::{NONE, effect, exact_p_value, setting};
use crate::format::text::visible;
use driftglass_core::Method;
use driftglass_core::report::{ColumnReport, MethodResult};
use maud::{Markup, html};

/// All methods that apply, the one that decided marked. Nothing where none does.
pub(super) fn method_table(column: &ColumnReport) -> Markup {
    if column.methods.is_empty() {
        return html! {};
    }
    let table = html! {
        table {
            thead { tr {
                th { "Method" } th { "Statistic" } th { "p-value" }
                th { "Limit" } th { "Drifted" }
            } }
            tbody { @for (method, result) in &column.methods { (row(column, *method, result)) } }
        }
    };
    section("methods", "Every method", &table)
}

fn row(column: &ColumnReport, method: Method, result: &MethodResult) -> Markup {
    // Where there are aspects, all of them decided together.
    let decided = column.primary == Some(method) && column.aspects.is_empty();
    let title = html! { th { (method.title()) @if decided { small { "decided" } } } };
    let has_figure_alone =
        (result.p_value.get(), result.threshold.get(), result.drifted) == (None, None, None);
    html! {
        tr class=[decided.then_some("decided")] {
            (title)
            @if let Some(reason) = &result.reason {
                td.reason colspan="4" { (visible(reason)) }
            } @else {
                td { (effect(result.statistic)) }
                @if !has_figure_alone {
                    td { (exact_p_value(result.p_value)) }
                    td { (limit(result, by_statistic(column, method))) }
                    td { (match result.drifted { None => NONE, Some(true) => "yes", Some(false) => "no" }) }
                }
            }
        }
    }
}

/// What the result is held against, and which side of it is drift.
fn limit(result: &MethodResult, by_statistic: bool) -> String {
    match result.threshold.get() {
        None => NONE.to_owned(),
        Some(_) if by_statistic => format!("≥\u{a0}{}", setting(result.threshold)),
        Some(_) => format!("p\u{a0}<\u{a0}{}", setting(result.threshold)),
    }
}
