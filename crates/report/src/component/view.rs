//! The whole report.

use super::{ColumnRow, DriftMap, Findings, Head, Provenance, Relations, ReportProps, ToldApart};
use crate::chart::shared;
use crate::facts::p_heading;
use crate::format::method::correction;
use driftglass_core::policy::Correction;
use std::rc::Rc;
use yew::prelude::*;

/// The report as an article: the verdict, findings, a map of wide data, a row per column, what columns say together, and where it all came from.
#[component]
pub fn ReportView(props: &ReportProps) -> Html {
    let report = &props.report;
    let (class, p) = match report.policy.correction {
        Correction::None => ("columns", html! { p_heading(&report.policy) }),
        how => {
            let title = format!("p-value, adjusted over all columns: {}", correction(how));
            ("columns adjusted", html! { <abbr {title}>{ p_heading(&report.policy) }</abbr> })
        }
    };
    html! {
        <article class="report">
            <Head report={Rc::clone(report)} />
            <Findings report={Rc::clone(report)} />
            <DriftMap report={Rc::clone(report)} />
            <section {class} aria-labelledby="columns">
                <h2 id="columns">{ "Columns" }<small>{ "strongest change first; open one for its details" }</small></h2>
                // Every figure below carries the same words for those who do not see the heading above it.
                <div class="heading" aria-hidden="true">
                    <span>{ "Column" }</span><span>{ "Status" }</span><span>{ "Effect" }</span><span>{ p }</span>
                    <span>{ "Missing" }</span><span><span class="reference-key">{ "Reference" }</span>{ " " }<span class="current-key">{ "Current" }</span></span>
                </div>
                { shared(&report.policy) }
                <ol>{ for (0..report.columns.len()).map(|index| html! { <ColumnRow key={index} report={Rc::clone(report)} {index} /> }) }</ol>
            </section>
            <Relations report={Rc::clone(report)} />
            <ToldApart report={Rc::clone(report)} />
            <Provenance report={Rc::clone(report)} />
        </article>
    }
}
