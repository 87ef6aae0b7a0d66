//! What a row opens to.

use super::aspects::aspects;
use super::contributions::contributions;
use super::method_table::method_table;
use super::summary_table::summary_table;
use super::value_lists::value_lists;
use crate::chart::{effect_scale, has_tails, histogram, level_bars};
use crate::explain::explain;
use crate::format::effect::{effect_with_interval, interval};
use crate::format::number::percent_of;
use crate::format::text::visible;
use crate::format::value::axis_labels;
use crate::markup::prose;
use driftglass_core::report::{ColumnReport, Histogram, Status};
use driftglass_core::{ColumnType, Report};
use yew::prelude::*;

/// From this length on a name is written out in full, where the row had to cut it.
const LONG_NAME: usize = 40;

/// Why the column has its status, both distributions, what moved, both summaries and every method.
pub(crate) fn detail(report: &Report, column: &ColumnReport) -> Html {
    html! {
        <div class="detail">
            if column.name.chars().count() > LONG_NAME {
                <p class="full-name">{ "Full name: " }<bdi>{ visible(&column.name) }</bdi></p>
            }
            { why(report, column) }
            { aspects(column, &report.policy) }
            { distribution(column) }
            { moved(column) }
            { summary_table(column) }
            { method_table(column) }
        </div>
    }
}

/// The explanation, and the effect on its scale. Nothing where there is nothing to explain.
fn why(report: &Report, column: &ColumnReport) -> Html {
    let explanation = explain(report, column);
    if explanation.is_empty() {
        return Html::default();
    }
    let size = |estimate| {
        let what = if interval(estimate).is_some() {
            "the size of the change and its 95\u{a0}% interval"
        } else {
            "the size of the change"
        };
        html! {
            <div class="size">
                { effect_scale(estimate, &report.policy) }
                <p class="caption">{ effect_with_interval(estimate) }{ ", " }{ what }</p>
            </div>
        }
    };
    html! {
        <section class="why">
            <h4>{ "Why " }{ column.status.name() }</h4>
            <p>{ prose(&explanation, &column.name) }</p>
            if column.status > Status::Stable { { column.effect.as_ref().map(size) } }
        </section>
    }
}

/// The parts of the change, and the levels that came and went.
fn moved(column: &ColumnReport) -> Html {
    let (parts, values) = (contributions(column), value_lists(column));
    if parts == Html::default() && values == Html::default() {
        return Html::default();
    }
    html! { <section class="moves">{ parts }{ values }</section> }
}

fn distribution(column: &ColumnReport) -> Html {
    let Some(counts) = &column.histogram else { return Html::default() };
    let chart = match &counts.edges {
        Some(edges) => {
            let edges = edges.iter().filter_map(|edge| edge.get()).collect::<Vec<_>>();
            html! { <>
                { histogram(&column.name, column.kind, &edges, &counts.reference, &counts.current) }
                { caption(column.kind, &edges) }
                { bin_table(column.kind, &edges, counts) }
            </> }
        }
        None => level_bars(counts),
    };
    html! {
        <section class="distribution">
            <h4>{ "Distribution" }</h4>
            <p class="legend"><span class="reference-key">{ "Reference" }</span>{ " " }<span class="current-key">{ "Current" }</span></p>
            { chart }
        </section>
    }
}

fn caption(kind: ColumnType, edges: &[f64]) -> Html {
    let unit = match kind {
        ColumnType::Text => "Length in characters. ",
        ColumnType::Datetime => "Times in UTC. ",
        _ => "",
    };
    let tails = if has_tails(edges) {
        "The outer bins are wider than they are drawn: they hold the tails."
    } else {
        ""
    };
    if unit.is_empty() && tails.is_empty() {
        Html::default()
    } else {
        html! { <p class="caption">{ unit }{ tails }</p> }
    }
}

/// The histogram in numbers, for those who do not see it or want them.
fn bin_table(kind: ColumnType, edges: &[f64], counts: &Histogram) -> Html {
    if edges.len() != counts.reference.len() + 1 || edges.len() != counts.current.len() + 1 {
        return Html::default();
    }
    let labels = axis_labels(kind, edges);
    let (reference, current) = (counts.reference.iter().sum(), counts.current.iter().sum());
    let row = |i: usize| {
        html! {
            <tr>
                <th>{ format!("{} to {}", labels[i], labels[i + 1]) }</th>
                <td>{ percent_of(counts.reference[i], reference) }</td>
                <td>{ percent_of(counts.current[i], current) }</td>
            </tr>
        }
    };
    html! {
        <details class="numbers">
            <summary>{ "The bins in numbers" }</summary>
            <table>
                <thead><tr><th scope="col">{ "Range" }</th><th scope="col">{ "Reference" }</th><th scope="col">{ "Current" }</th></tr></thead>
                <tbody>{ for (0..counts.reference.len()).map(row) }</tbody>
            </table>
        </details>
    }
}
