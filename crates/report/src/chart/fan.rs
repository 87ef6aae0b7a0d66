//! Quantiles, window by window.

use super::plot::{Words, grid};
use super::scale::fixed;
use super::ticks::ticks;
use super::time_plot::{HIGH_OVER_TIME, Of, band, line, time_plot};
use crate::format::text::shorten;
use crate::format::value::{axis_labels, value};
use crate::shortened::{Ends, quantiles};
use crate::timeline::Slots;
use driftglass_core::report::{ColumnReport, WindowColumn};
use driftglass_core::{ColumnType, Number};
use maud::{Markup, html};

/// The median as a line, and as a band around it what lies between two quantiles that are equally far from it; the reference's
/// median as a broken line. Nothing where windows have no quantiles.
pub(crate) fn fan(
    column: &ColumnReport,
    windows: &[Option<&WindowColumn>],
    slots: &Slots,
    changes: &[usize],
) -> Markup {
    let shares: Vec<Number> = windows
        .iter()
        .flatten()
        .map(|it| it.quantiles.iter().map(|quantile| quantile.p).collect::<Vec<_>>())
        .find(|shares| !shares.is_empty())
        .unwrap_or_default();
    let Some(ends) = Ends::of(windows.iter().flatten().flat_map(|it| quantiles(it))) else { return html! {} };
    let quantile = |it: &WindowColumn, p: Number| {
        it.quantiles
            .iter()
            .find(|quantile| quantile.p == p)
            .and_then(|quantile| ends.drawn(quantile.value).get())
    };
    let (Ends { low, high }, span) = (ends, ends.span());
    let at = |value: f64| {
        if span > 0.0 && span.is_finite() { ((value - low) / span).clamp(0.0, 1.0) } else { 0.5 }
    };
    let middle = |p: &&Number| p.get().is_some_and(|p| (p - 0.5).abs() < 1e-9);
    let median = shares.iter().find(middle).copied();
    let of = |p: Number| windows.iter().map(move |it| it.and_then(|it| quantile(it, p)).map(at));
    let pairs = shares.len() / 2;
    let bands = (0..pairs).map(|i| (shares[i], shares[shares.len() - 1 - i]));
    let words = Words {
        title: format!("{}: quantiles over time", shorten(&column.name, 80)),
        description: median.map_or_else(String::new, |p| {
            describe(column.kind, windows.iter().map(|it| quantile((*it)?, p)), span)
        }),
    };
    let before =
        median.and_then(|p| column.reference.as_ref()?.quantiles.iter().find(|it| it.p == p)?.value.get());
    let shapes = html! {
        @for (low, high) in bands { path.band d=(band(slots, of(low).zip(of(high)).map(|(low, high)| Some([low?, high?])), Of::Mean)) {} }
        @if let Some(y) = before.filter(|it| (low..=high).contains(it)) {
            path.limit d={ "M-.5 " (fixed(HIGH_OVER_TIME * (1.0 - at(y)))) "h" (slots.count) } {}
        }
        @if let Some(p) = median { path.course d=(line(slots, of(p), Of::Mean)) {} }
    };
    let marks = marks(column.kind, low, high);
    let labels = axis_labels(column.kind, &marks);
    let back = grid(marks.iter().map(|mark| at(*mark)).zip(labels));
    let chart = time_plot(&words, slots, changes, &back, &shapes);
    // Dates are too long to stand beside the chart.
    if column.kind == ColumnType::Datetime {
        html! { div.inside { (chart) } }
    } else {
        chart
    }
}

/// Round values between both ends; of instants both ends and the middle.
fn marks(kind: ColumnType, low: f64, high: f64) -> Vec<f64> {
    if low >= high {
        return vec![low];
    }
    if kind == ColumnType::Datetime {
        return vec![low, f64::midpoint(low, high), high];
    }
    let step = ticks(high - low, 5).get(1).copied().unwrap_or(high - low);
    let first = libm::ceil(low / step);
    let marks =
        (0..6).map(|i| (first + f64::from(i)) * step).filter(|mark| *mark <= high).collect::<Vec<_>>();
    if marks.is_empty() { vec![low, high] } else { marks }
}

/// The first and the last median.
fn describe(kind: ColumnType, medians: impl Iterator<Item = Option<f64>>, span: f64) -> String {
    let known: Vec<f64> = medians.flatten().collect();
    let word = |at: Option<&f64>| value(kind, at.copied().into(), span);
    format!("Median in the first window {}, in the last {}.", word(known.first()), word(known.last()))
}
