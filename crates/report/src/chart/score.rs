//! What decided on a column, window by window, against its threshold.

use super::plot::{Words, grid};
use super::ticks::ticks;
use super::time_plot::{Of, band, line, time_plot};
use crate::format::number::effect;
use crate::format::text::{plural, shorten};
use crate::format::value::axis_labels;
use crate::timeline::{Score, Slots, start};
use driftglass_core::ColumnType;
use driftglass_core::report::Window;
use maud::{Markup, html};

/// The score with its interval as a band, and the threshold as a broken line.
pub(crate) fn score(
    name: &str,
    score: &Score,
    slots: &Slots,
    windows: &[Window],
    changes: &[usize],
) -> Markup {
    let points = || score.points.iter();
    let values = || points().filter_map(|point| point.value);
    let thresholds = || points().filter_map(|point| point.threshold);
    // Intervals may reach out of the chart; scores and thresholds may not.
    let max = values().chain(thresholds().map(|it| 1.25 * it)).fold(0.0, f64::max);
    if max <= 0.0 && values().next().is_none() {
        return html! {};
    }
    let at = |value: f64| if max > 0.0 { (value / max).clamp(0.0, 1.0) } else { 0.0 };
    let lines = ticks(max, 4);
    let labels = axis_labels(ColumnType::Numeric, &lines);
    let back = grid(lines.iter().map(|tick| at(*tick)).zip(labels));
    let words = Words {
        title: format!("{}: {} over time", shorten(name, 80), score.title),
        description: describe(score, windows),
    };
    let interval = band(slots, points().map(|point| Some([at(point.low?), at(point.high?)])), Of::Highest);
    let shapes = html! {
        @if !interval.is_empty() { path.band d=(interval) {} }
        path.limit d=(line(slots, points().map(|point| point.threshold.map(at)), Of::Highest)) {}
        path.course d=(line(slots, points().map(|point| point.value.map(at)), Of::Highest)) {}
    };
    time_plot(&words, slots, changes, &back, &shapes)
}

/// Where the score is highest, and how often it reaches its threshold.
fn describe(score: &Score, windows: &[Window]) -> String {
    let known = score.points.iter().zip(windows).filter_map(|(point, window)| Some((point.value?, window)));
    let Some((most, window)) = known.reduce(|best, it| if it.0 > best.0 { it } else { best }) else {
        return String::new();
    };
    let reached =
        score.points.iter().filter(|it| it.value.zip(it.threshold).is_some_and(|(value, at)| value >= at));
    format!(
        "Highest in the window from {}: {}. In {} it reaches its threshold.",
        start(&window.span.label),
        effect(most.into()),
        plural(reached.count() as u64, "window"),
    )
}
