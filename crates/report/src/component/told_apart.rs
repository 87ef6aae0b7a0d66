//! Whether a classifier can tell the two data sets apart.

use super::ReportProps;
use crate::chart::share_bar;
use crate::format::text::{plural, shorten};
use crate::markup::name;
use crate::together::{Told, importance, told_apart};
use driftglass_core::report::{Domain, DomainColumn};
use yew::prelude::*;

/// The answer in a sentence, and the columns that it rests on. Nothing where the report does not say.
#[component]
pub fn ToldApart(props: &ReportProps) -> Html {
    let Some(domain) = &props.report.domain else { return Html::default() };
    let Some(Told { lead, names }) = told_apart(domain) else { return Html::default() };
    let last = names.len().saturating_sub(1);
    let named = names.iter().enumerate().map(|(i, name)| {
        let joint = match i {
            0 => "",
            i if i == last => " and ",
            _ => ", ",
        };
        html! { <>{ joint }<bdi>{ shorten(name, 40) }</bdi></> }
    });
    html! {
        <section class="told-apart" aria-labelledby="told-apart">
            <h2 id="told-apart">{ "Can a classifier tell the two apart?" }</h2>
            <p>{ lead }{ for named }{ "." }</p>
            if domain.auc.get().is_some() { <p class="caption">{ meaning(domain) }</p> }
            if domain.drifted && !domain.columns.is_empty() { { table(&domain.columns) } }
        </section>
    }
}

fn meaning(domain: &Domain) -> String {
    format!(
        "The share of pairs of a current and a reference row in which the current one looks more like a current one: 0.5 is chance, \
         1 is always. Tried on rows that it was not trained on, {} in all. It does not enter the verdict.",
        plural(domain.rows, "distinct row")
    )
}

fn table(columns: &[DomainColumn]) -> Html {
    let row = |column: &DomainColumn| {
        html! {
            <tr>
                <th>{ name(&column.name) }</th>
                <td>{ share_bar(column.importance.get().unwrap_or(0.0)) }</td>
                <td>{ importance(column.importance) }</td>
            </tr>
        }
    };
    html! {
        <table class="bars">
            <thead><tr><th>{ "Column" }</th><td></td><th>{ "Part of its gain" }</th></tr></thead>
            <tbody>{ for columns.iter().map(row) }</tbody>
        </table>
    }
}
