//! A column of the data: a row to read, which opens to its details.

use super::badge::badge;
use super::detail::{Evidence, detail};
use crate::chart::{Ids, sparkline};
use crate::facts::{missing_changed, missing_shares, shown_p_value};
use crate::format::effect::{effect, interval};
use crate::format::number::{NONE, p_value};
use crate::markup::{name, prose};
use driftglass_core::report::{ColumnReport, PolicySummary};
use driftglass_core::{Report, Role};
use maud::{Markup, html};

/// One column, as an item of a list: name, type, status, effect, p-value, missing values, both distributions and what moved.
/// It is a native `details`, so it opens without a script; `has_detail` says whether there is anything to open.
pub fn row(report: &Report, column: &ColumnReport, has_detail: bool) -> Markup {
    html! {
        li {
            details.column {
                (summary(column, &report.policy, &spark(column)))
                @if has_detail { (detail(report, column, &Evidence::of(report, column))) }
            }
        }
    }
}

/// What is read of a column without opening it; `spark` are its distributions.
pub fn summary(column: &ColumnReport, policy: &PolicySummary, spark: &Markup) -> Markup {
    let shares = missing_shares(column);
    html! {
        // Style writes before each figure what it is, in the words of the heading above the list.
        summary {
            span.title { h3 { (name(&column.name)) } small { (kind(column)) } }
            (badge(column.status))
            span.effect { (effect_cell(column)) }
            span.p { (p_value(shown_p_value(column.p_value, column.q_value, policy))) }
            span.missing { @if missing_changed(column, policy) { b { (shares) } } @else { (shares) } }
            (spark)
            @if let Some(text) = column.reason.as_ref().or(column.moved.as_ref()) {
                span.moved { (prose(text, &column.name)) }
            }
        }
    }
}

/// Both distributions, small. The charts of the details use their outlines.
fn spark(column: &ColumnReport) -> Markup {
    html! {
        span.spark {
            @if let Some(histogram) = &column.histogram { (sparkline(histogram, Some(Ids::of(column)))) }
        }
    }
}

fn kind(column: &ColumnReport) -> String {
    match column.role {
        Role::Feature => column.kind.name().to_owned(),
        role => format!("{}, {}", column.kind.name(), role.name()),
    }
}

fn effect_cell(column: &ColumnReport) -> Markup {
    let Some(estimate) = &column.effect else { return html! { (NONE) } };
    html! { (effect(estimate)) @if let Some(interval) = interval(estimate) { small { (interval) } } }
}
