//! Pairs of columns that hang together differently now.

use super::ReportProps;
use crate::chart::change_bar;
use crate::facts::p_heading;
use crate::format::number::{hundredths, p_value};
use crate::markup::name;
use crate::together::{changed, relations};
use driftglass_core::Report;
use driftglass_core::report::{Association, Measure};
use yew::prelude::*;

/// How many pairs changed, and a row for each that did most. Nothing where no pair was tested.
#[component]
pub fn Relations(props: &ReportProps) -> Html {
    let report = &*props.report;
    let Some(sentence) = relations(report) else { return Html::default() };
    let pairs = changed(report);
    html! {
        <section class="relations" aria-labelledby="relations">
            <h2 id="relations">{ "Relations between columns" }</h2>
            <p>{ sentence }{ "." }</p>
            if !pairs.is_empty() { { table(report, &pairs) } }
        </section>
    }
}

fn table(report: &Report, pairs: &[&Association]) -> Html {
    html! {
        <table class="bars">
            <thead><tr>
                <th>{ "Pair" }</th><td></td><th>{ "Reference" }</th>
                <th>{ "Current" }</th><th>{ p_heading(&report.policy) }</th>
            </tr></thead>
            <tbody>{ for pairs.iter().copied().map(row) }</tbody>
        </table>
    }
}

fn row(pair: &Association) -> Html {
    // A correlation has a sign, Cramér's V has none.
    let signed = pair.measure != Measure::CramersV;
    html! {
        <tr>
            <th>{ name(&pair.left) }{ " and " }{ name(&pair.right) }<small>{ pair.measure.title() }</small></th>
            <td>{ change_bar(pair.reference, pair.current, signed) }</td>
            <td>{ hundredths(pair.reference) }</td>
            <td>{ hundredths(pair.current) }</td>
            <td>{ p_value(pair.q_value) }</td>
        </tr>
    }
}
