//! What a text or an instant was compared by.

use super::section::section;
use crate::chart::sparkline;
use crate::facts::p_heading;
use crate::format::effect::effect;
use crate::format::number::{NONE, p_value};
use crate::markup::prose;
use driftglass_core::policy::Correction;
use driftglass_core::report::{Aspect, ColumnReport, PolicySummary};
use yew::prelude::*;

/// Every aspect in a row: the change in words, how sure and how large it is, and both distributions. Nothing where the column
/// has no aspects.
pub(crate) fn aspects(column: &ColumnReport, policy: &PolicySummary) -> Html {
    let table = || {
        html! {
            <table>
                <thead><tr>
                    <th>{ "Aspect" }</th><th>{ "Change" }</th><th>{ "Both sides" }</th>
                    <th>{ p_heading(policy) }</th><th>{ "Effect" }</th>
                </tr></thead>
                <tbody>{ for column.aspects.iter().map(|aspect| row(aspect, column, policy)) }</tbody>
            </table>
        }
    };
    section("aspects", "By aspect", (!column.aspects.is_empty()).then(table))
}

fn row(aspect: &Aspect, column: &ColumnReport, policy: &PolicySummary) -> Html {
    let title = html! { <th>{ aspect.name.title() }if aspect.drifted { <small>{ "drifted" }</small> }</th> };
    if let Some(reason) = &aspect.reason {
        return html! { <tr>{ title }<td class="reason" colspan="4">{ prose(reason, &column.name) }</td></tr> };
    }
    let p = if policy.correction == Correction::None { aspect.p_value } else { aspect.q_value };
    html! {
        <tr class={aspect.drifted.then_some("drifted")}>
            { title }
            <td class="change">{ aspect.moved.as_ref().map_or_else(|| html! { NONE }, |moved| prose(moved, &column.name)) }</td>
            <td class="shape">{ for aspect.histogram.iter().map(|histogram| sparkline(histogram, None)) }</td>
            <td>{ p_value(p) }</td>
            <td>{ aspect.effect.as_ref().map_or_else(|| NONE.to_owned(), effect) }</td>
        </tr>
    }
}
