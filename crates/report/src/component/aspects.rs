//! What a text or an instant was compared by.

use crate::chart::{Side, sparkline};
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
    if column.aspects.is_empty() {
        return Html::default();
    }
    html! {
        <section class="aspects">
            <h4>{ "By aspect" }</h4>
            <table>
                <thead><tr>
                    <th scope="col">{ "Aspect" }</th><th scope="col">{ "Change" }</th><th scope="col">{ "Both sides" }</th>
                    <th scope="col">{ p_heading(policy) }</th><th scope="col">{ "Effect" }</th>
                </tr></thead>
                <tbody>{ for column.aspects.iter().map(|aspect| row(aspect, column, policy)) }</tbody>
            </table>
        </section>
    }
}

fn row(aspect: &Aspect, column: &ColumnReport, policy: &PolicySummary) -> Html {
    let title = html! { <th scope="row">{ aspect.name.title() }if aspect.drifted { <small>{ "drifted" }</small> }</th> };
    if let Some(reason) = &aspect.reason {
        return html! { <tr>{ title }<td class="reason" colspan="4">{ prose(reason, &column.name) }</td></tr> };
    }
    let p = if policy.correction == Correction::None { aspect.p_value } else { aspect.q_value };
    html! {
        <tr class={aspect.drifted.then_some("drifted")}>
            { title }
            <td class="change">{ aspect.moved.as_ref().map_or_else(|| html! { NONE }, |moved| prose(moved, &column.name)) }</td>
            <td class="shape">{ for aspect.histogram.iter().map(|histogram| sparkline(histogram, Side::Current)) }</td>
            <td>{ p_value(p) }</td>
            <td>{ aspect.effect.as_ref().map_or_else(|| NONE.to_owned(), effect) }</td>
        </tr>
    }
}
