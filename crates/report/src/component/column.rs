//! A column of the data: a row to read, which opens to its details.

use super::ColumnProps;
use super::badge::badge;
use super::detail::detail;
use crate::chart::{Side, sparkline};
use crate::facts::{missing_changed, missing_shares, p_heading, shown_p_value};
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
    html! {
        <li>
            <details class={classes!("column", column.status.name())}>
                <summary>
                    <span class="title"><h3>{ name(&column.name) }</h3><small>{ kind(column) }</small></span>
                    <span class="cell">{ badge(column.status) }</span>
                    <span class="cell effect"><span class="label">{ "Effect" }</span>{ effect_cell(column) }</span>
                    <span class="cell"><span class="label">{ p_heading(policy) }</span>{ p_value(shown_p_value(column, policy)) }</span>
                    <span class="cell"><span class="label">{ "Missing" }</span>{ missing(column, policy) }</span>
                    { distributions(column) }
                    { sentence(column) }
                </summary>
                { detail(&props.report, column) }
            </details>
        </li>
    }
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
        |estimate| html! { <span>{ effect(estimate) }if let Some(interval) = interval(estimate) { <small>{ interval }</small> }</span> },
    )
}

fn missing(column: &ColumnReport, policy: &PolicySummary) -> Html {
    let shares = missing_shares(column);
    if missing_changed(column, policy) {
        html! { <strong>{ shares }</strong> }
    } else {
        html! { <span class="quiet">{ shares }</span> }
    }
}

fn distributions(column: &ColumnReport) -> Html {
    match &column.histogram {
        None => html! { <><span class="spark" /><span class="spark" /></> },
        Some(histogram) => html! { <>
            <span class="spark">{ sparkline(histogram, Side::Reference) }</span>
            <span class="spark">{ sparkline(histogram, Side::Current) }</span>
        </> },
    }
}

fn sentence(column: &ColumnReport) -> Html {
    match column.reason.as_deref().or(column.moved.as_deref()) {
        None => Html::default(),
        Some(text) => html! { <span class="moved">{ prose(text, &column.name) }</span> },
    }
}
