//! Every method's word on the column.

use super::section::section;
use crate::facts::by_statistic;
use crate::format::number::{NONE, effect, exact_p_value, setting};
use crate::format::text::visible;
use driftglass_core::Method;
use driftglass_core::report::{ColumnReport, MethodResult};
use yew::prelude::*;

/// All methods that apply, the one that decided marked. Nothing where none does.
pub(crate) fn method_table(column: &ColumnReport) -> Html {
    let table = || {
        html! {
            <table>
                <thead><tr>
                    <th>{ "Method" }</th><th>{ "Statistic" }</th><th>{ "p-value" }</th>
                    <th>{ "Limit" }</th><th>{ "Drifted" }</th>
                </tr></thead>
                <tbody>{ for column.methods.iter().map(|(method, result)| row(column, *method, result)) }</tbody>
            </table>
        }
    };
    section("methods", "Every method", (!column.methods.is_empty()).then(table))
}

fn row(column: &ColumnReport, method: Method, result: &MethodResult) -> Html {
    // Where there are aspects, all of them decided together.
    let decided = column.primary == Some(method) && column.aspects.is_empty();
    let title = html! { <th>{ method.title() }if decided { <small>{ "decided" }</small> }</th> };
    let class = decided.then_some("decided");
    if let Some(reason) = &result.reason {
        return html! { <tr {class}>{ title }<td class="reason" colspan="4">{ visible(reason) }</td></tr> };
    }
    if (result.p_value.get(), result.threshold.get(), result.drifted) == (None, None, None) {
        return html! { <tr {class}>{ title }<td>{ effect(result.statistic) }</td></tr> };
    }
    html! {
        <tr {class}>
            { title }
            <td>{ effect(result.statistic) }</td>
            <td>{ exact_p_value(result.p_value) }</td>
            <td>{ limit(result, by_statistic(column, method)) }</td>
            <td>{ match result.drifted { None => NONE, Some(true) => "yes", Some(false) => "no" } }</td>
        </tr>
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
