//! The page of a trend: alone, or the first of a site.

use super::{RemarkKind, Trend, TrendOutcome, columns, head, runs};
use crate::chart::share_over_runs;
use crate::document::{Document, VERSION};
use crate::{STYLE, TREND_STYLE};
use maud::{Markup, html};

/// The trend as an HTML file. Runs that have a page are links to it. It reads whole without scripts; with them, runs can be searched.
pub fn trend_page(trend: &Trend) -> String {
    let title = head::headline(trend);
    let body = html! {
        main {
            article.report.trend {
                (head::head(trend))
                @if trend.runs.len() > 1 { (share(trend)) (columns::columns(trend)) }
                @if !trend.runs.is_empty() { (runs::runs(trend)) }
                footer.provenance { p.generator { "Made by driftglass " (VERSION) "." } }
            }
        }
    };
    let script = (!trend.runs.is_empty()).then_some(runs::SEARCH);
    Document {
        title: &title,
        style: &[STYLE, TREND_STYLE],
        scripts: script.as_slice(),
        allows_wasm: false,
        body: &body,
        behind: &script.map(|script| format!("<script>{script}</script>")).unwrap_or_default(),
    }
    .write()
}

/// Whether a page is one of a trend that this program wrote, in this version or another.
pub fn is_trend_page(page: &str) -> bool {
    // No name of a column can stand for it: those are escaped.
    page.contains("<article class=\"report trend\">")
}

/// The share of drifted columns, with a legend of what is marked.
fn share(trend: &Trend) -> Markup {
    let has_invalid = trend.runs.iter().any(|run| run.outcome == TrendOutcome::Invalid);
    let has = |kind| trend.runs.iter().flat_map(|run| &run.remarks).any(|remark| remark.kind == kind);
    html! {
        section.shares aria-labelledby="shares" {
            h2 #shares { "Share of drifted columns" small { "run by run" } }
            ul.keys {
                li.passed-key { "passed" }
                li.drifted-key { "drifted" }
                @if has_invalid { li.invalid-key { "data broke their schema" } }
                @if !trend.incidents.is_empty() { li.incident-key { "incident" } }
                @if has(RemarkKind::Action) { li.action-key { "hook" } }
                @if has(RemarkKind::Note) { li.note-key { "note" } }
            }
            div.charts { figure { (share_over_runs(trend)) } }
        }
    }
}
