//! A column of the data: a row to read, which opens to its details.

use super::ColumnProps;
use super::badge::badge;
use super::detail::{detail, evidence};
use crate::chart::{Ids, sparkline};
use crate::facts::{missing_changed, missing_shares, shown_p_value};
use crate::format::effect::{effect, interval};
use crate::format::number::{NONE, p_value};
use crate::markup::{name, prose};
use driftglass_core::Role;
use driftglass_core::report::{ColumnReport, PolicySummary};
use yew::prelude::*;

/// One column: name, type, status, effect, p-value, missing values, both distributions and what moved. It is a
/// native `details`, so it opens without a script.
#[component]
pub fn ColumnRow(props: &ColumnProps) -> Html {
    let Some(column) = props.column() else { return Html::default() };
    let policy = &props.report.policy;
    let ids = Ids::of(props.index);
    html! {
        <li>
            <details class="column">
                { summary(column, policy, spark(column, ids)) }
                if props.has_detail { { detail(&props.report, props.index, evidence(column, props.index)) } }
            </details>
        </li>
    }
}

/// What is read of a column without opening it; `spark` are its distributions.
pub fn summary(column: &ColumnReport, policy: &PolicySummary, spark: Html) -> Html {
    html! {
        // Style writes before each figure what it is, in the words of the heading above the list.
        <summary>
            <span class="title"><h3>{ name(&column.name) }</h3><small>{ kind(column) }</small></span>
            { badge(column.status) }
            <span class="effect">{ effect_cell(column) }</span>
            <span class="p">{ p_value(shown_p_value(column, policy)) }</span>
            <span class="missing">{ missing(column, policy) }</span>
            { spark }
            { sentence(column) }
        </summary>
    }
}

/// Both distributions, small. The charts of the details use their outlines.
fn spark(column: &ColumnReport, ids: Ids) -> Html {
    html! { <span class="spark">{ for column.histogram.iter().map(|histogram| sparkline(histogram, Some(ids))) }</span> }
}

fn kind(column: &ColumnReport) -> String {
    match column.role {
        Role::Feature => column.kind.name().to_owned(),
        role => format!("{}, {}", column.kind.name(), role.name()),
    }
}

fn effect_cell(column: &ColumnReport) -> Html {
    column.effect.as_ref().map_or_else(
        || html! { NONE },
        |estimate| html! { <>{ effect(estimate) }if let Some(interval) = interval(estimate) { <small>{ interval }</small> }</> },
    )
}

fn missing(column: &ColumnReport, policy: &PolicySummary) -> Html {
    let shares = missing_shares(column);
    if missing_changed(column, policy) {
        html! { <b>{ shares }</b> }
    } else {
        html! { shares }
    }
}

fn sentence(column: &ColumnReport) -> Html {
    match column.reason.as_deref().or(column.moved.as_deref()) {
        None => Html::default(),
        Some(text) => html! { <span class="moved">{ prose(text, &column.name) }</span> },
    }
}
