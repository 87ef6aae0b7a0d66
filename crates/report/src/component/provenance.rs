//! Where the report came from, so that it can be made again.

use crate::format::method::preset;
use crate::format::number::{NONE, count, percent, setting, size_in_words};
use crate::format::text::visible;
use crate::markup::name;
use driftglass_core::Report;
use driftglass_core::report::Source;
use maud::{Markup, html};

/// Files, policy and program.
pub fn provenance(report: &Report) -> Markup {
    let sides = [&report.reference, &report.current];
    let row = |title: &str, cell: &dyn Fn(&Source) -> Markup| html! { tr { th { (title) } @for side in sides { td { (cell(side)) } } } };
    html! {
        footer.provenance aria-labelledby="provenance" {
            h2 #provenance { "Where this comes from" }
            table {
                thead { tr { td {} th { "Reference" } th { "Current" } } }
                tbody {
                    (row("File", &|side| name(&side.name)))
                    (row("Rows", &|side| html! { (count(side.rows)) }))
                    (row("Columns", &|side| html! { (count(side.columns)) }))
                    (row("Size", &|side| html! { (side.bytes.map_or_else(|| NONE.to_owned(), size_in_words)) }))
                    (row("SHA-256", &|side| html! { code { (side.sha256.as_deref().map_or_else(|| NONE.to_owned(), visible)) } }))
                }
            }
            dl { @for (title, value) in policy(report) { div { dt { (title) } dd { (value) } } } }
            p.generator {
                "Made by " (visible(&report.generator.name)) " " (visible(&report.generator.version))
                @if let Some(at) = &report.created_at { " at " time { (visible(at)) } }
                "."
            }
        }
    }
}

/// The rules of the verdict.
fn policy(report: &Report) -> [(&'static str, String); 7] {
    let policy = &report.policy;
    let share = policy
        .drift_share
        .get()
        .map_or_else(|| NONE.to_owned(), |share| format!("{} of columns", percent(share)));
    [
        ("Preset", preset(policy.preset).to_owned()),
        ("Alpha", setting(policy.alpha)),
        ("Adjustment of p", policy.correction.title().to_owned()),
        ("Moderate from", setting(policy.moderate)),
        ("Severe from", setting(policy.severe)),
        ("Data set drifted from", share),
        ("Seed", policy.seed.to_string()),
    ]
}
