//! A column over time.

use super::section::section;
use super::timeline::own_policy;
use crate::chart::{fan, level_lines, missing, score};
use crate::timeline::{Score, Slots, changes_of, moments_of, of_column};
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Window, WindowColumn};
use maud::{Markup, html};

/// The column's score, quantiles or levels, and missing values, window by window. Nothing where no window tested it.
pub(super) fn over_time(report: &Report, column: &ColumnReport) -> Markup {
    let Some(slots) = Slots::of(report) else { return html! {} };
    let windows = of_column(report, column);
    let scores = Score::of(report, column);
    let places = changes_of(report, column);
    let missing_shares: Vec<_> =
        windows.iter().zip(&report.windows).map(|(it, window)| share_missing(*it, window)).collect();
    let name = &column.name;
    let charts = [
        (
            "Score",
            scores
                .as_ref()
                .map_or_else(Markup::default, |it| score(name, it, &slots, &report.windows, &places)),
        ),
        (
            "Quantiles",
            if column.kind.is_ordered() { fan(column, &windows, &slots, &places) } else { Markup::default() },
        ),
        ("Missing values", missing(name, &missing_shares, &slots, &places)),
    ];
    // A window of few distinct numbers lists them as levels too.
    let levels = if column.kind.is_ordered() {
        Markup::default()
    } else {
        level_lines(&windows, &report.windows, &slots, &places)
    };
    if charts.iter().all(|(_, chart)| chart.0.is_empty()) && levels.0.is_empty() {
        return html! {};
    }
    let content = html! {
        (own_policy())
        p.legend {
            @if let Some(score) = &scores {
                span.course-key { (score.title) }
                @if score.has_interval { span.band-key { "its interval" } }
                @if let Some(limit) = &score.limit { span.limit-key { (limit) } }
            }
            @for moment in moments_of(report, column) { span.change-key { "changed " (moment) } }
        }
        div.courses {
            @for (title, chart) in &charts { @if !chart.0.is_empty() { figure { figcaption { (title) } (chart) } } }
            @if !levels.0.is_empty() { figure { figcaption { "Share of each level" } (levels) } }
        }
        @if slots.a_point() > 1 {
            p.caption { "A point stands for " (slots.a_point()) " windows: the highest score, the mean of quantiles and levels, the most missing." }
        }
    };
    section("over-time wide", "Over time", &content)
}

fn share_missing(column: Option<&WindowColumn>, window: &Window) -> Option<f64> {
    (window.span.rows > 0).then_some(column?.missing as f64 / window.span.rows as f64)
}
