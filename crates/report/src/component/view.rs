//! The whole report.

use super::{ColumnRow, Findings, Head, Provenance, Relations, ReportProps, ToldApart};
use crate::format::method::correction;
use driftglass_core::policy::Correction;
use std::rc::Rc;
use yew::prelude::*;

/// The report as an article: the verdict, findings, a row per column, what columns say together, and where it all came from.
#[component]
pub fn ReportView(props: &ReportProps) -> Html {
    let report = &props.report;
    let adjusted = match report.policy.correction {
        Correction::None => html! { "p-value" },
        how => {
            html! { <abbr title={format!("p-value, adjusted over all columns: {}", correction(how))}>{ "Adjusted p" }</abbr> }
        }
    };
    html! {
        <article class="report">
            <Head report={Rc::clone(report)} />
            <Findings report={Rc::clone(report)} />
            <section class="columns" aria-labelledby="columns">
                <h2 id="columns">{ "Columns" }<small>{ "strongest change first; open one for its details" }</small></h2>
                // Every cell below carries the same words for those who do not see the heading above it.
                <div class="heading" aria-hidden="true">
                    <span>{ "Column" }</span><span>{ "Status" }</span><span>{ "Effect" }</span><span>{ adjusted }</span>
                    <span>{ "Missing" }</span><span class="reference-key">{ "Reference" }</span><span class="current-key">{ "Current" }</span>
                </div>
                <ol>{ for (0..report.columns.len()).map(|index| html! { <ColumnRow key={index} report={Rc::clone(report)} {index} /> }) }</ol>
            </section>
            <Relations report={Rc::clone(report)} />
            <ToldApart report={Rc::clone(report)} />
            <Provenance report={Rc::clone(report)} />
        </article>
    }
}
