//! Every method's word on the column.

use crate::facts::by_statistic;
use crate::format::number::{NONE, effect, exact_p_value, setting};
use crate::format::text::visible;
use driftglass_core::Method;
use driftglass_core::report::{ColumnReport, MethodResult};
use yew::prelude::*;

/// All methods that apply, the one that decided marked. Nothing where none does.
pub(crate) fn method_table(column: &ColumnReport) -> Html {
    if column.methods.is_empty() {
        return Html::default();
    }
    html! {
        <section class="methods">
            <h4>{ "Every method" }</h4>
            <table>
                <thead><tr>
                    <th scope="col">{ "Method" }</th><th scope="col">{ "Statistic" }</th><th scope="col">{ "p-value" }</th>
                    <th scope="col">{ "Limit" }</th><th scope="col">{ "Drifted" }</th>
                </tr></thead>
                <tbody>{ for column.methods.iter().map(|(method, result)| row(column, *method, result)) }</tbody>
            </table>
        </section>
    }
}

fn row(column: &ColumnReport, method: Method, result: &MethodResult) -> Html {
    // Where there are aspects, all of them decided together.
    let decided = column.primary == Some(method) && column.aspects.is_empty();
    let title = html! { <th>{ method.title() }if decided { <small>{ "decided" }</small> }</th> };
    let class = decided.then_some("decided");
    if let Some(reason) = &result.reason {
        return html! { <tr {class}>{ title }<td class="reason" colspan="4">{ visible(reason) }</td></tr> };
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
