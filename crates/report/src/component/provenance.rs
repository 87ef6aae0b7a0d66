//! Where the report came from, so that it can be made again.

use super::ReportProps;
use crate::format::method::{correction, preset};
use crate::format::number::{NONE, count, percent, setting, size_in_words};
use crate::format::text::visible;
use crate::markup::name;
use driftglass_core::report::Source;
use yew::prelude::*;

/// Files, policy and program.
#[component]
pub fn Provenance(props: &ReportProps) -> Html {
    let report = &*props.report;
    let policy = &report.policy;
    let sides = [&report.reference, &report.current];
    let row = |title: &'static str, cell: &dyn Fn(&Source) -> Html| html! { <tr><th>{ title }</th>{ for sides.iter().map(|side| html! { <td>{ cell(side) }</td> }) }</tr> };
    let fact = |title: &'static str, value: String| html! { <div><dt>{ title }</dt><dd>{ value }</dd></div> };
    html! {
        <footer class="provenance" aria-labelledby="provenance">
            <h2 id="provenance">{ "Where this comes from" }</h2>
            <table>
                <thead><tr><td></td><th>{ "Reference" }</th><th>{ "Current" }</th></tr></thead>
                <tbody>
                    { row("File", &|side| name(&side.name)) }
                    { row("Rows", &|side| html! { count(side.rows) }) }
                    { row("Columns", &|side| html! { count(side.columns) }) }
                    { row("Size", &|side| html! { side.bytes.map_or_else(|| NONE.to_owned(), size_in_words) }) }
                    { row("SHA-256", &|side| html! { <code>{ side.sha256.as_deref().map_or_else(|| NONE.to_owned(), visible) }</code> }) }
                </tbody>
            </table>
            <dl>
                { fact("Preset", preset(policy.preset).to_owned()) }
                { fact("Alpha", setting(policy.alpha)) }
                { fact("Adjustment of p", correction(policy.correction).to_owned()) }
                { fact("Moderate from", setting(policy.moderate)) }
                { fact("Severe from", setting(policy.severe)) }
                { fact("Data set drifted from", policy.drift_share.get().map_or_else(|| NONE.to_owned(), |share| format!("{} of columns", percent(share)))) }
                { fact("Seed", policy.seed.to_string()) }
            </dl>
            <p class="generator">
                { "Made by " }{ visible(&report.generator.name) }{ " " }{ visible(&report.generator.version) }
                if let Some(at) = &report.created_at { { " at " }<time>{ visible(at) }</time> }
                { "." }
            </p>
        </footer>
    }
}
