//! What all charts over time have in common: a place for each window, labels along the line, and the moments of change.

use super::path;
use super::plot::Words;
use super::scale::across;
use super::shared::TIMES;
use crate::timeline::Slots;
use driftglass_core::report::Window;
use maud::{Markup, html};

/// The height of the own space of charts over time, which is stretched to their place. Up is towards 0.
pub(super) const HIGH_OVER_TIME: f64 = 100.0;

/// The labels along the line, which all charts over time use. Style sets them under the chart.
pub(crate) fn times(slots: &Slots, windows: &[Window]) -> Markup {
    html! {
        g.times id=(&TIMES[1..]) {
            @for (share, label) in slots.labels(windows) {
                // One at the end would stand out of the chart.
                text class=[(share > 0.93).then_some("end")] x=(across(share)) { (label) }
            }
        }
    }
}

/// A chart 160 pixels high: `back` on the page's scale, and `shapes` in a space with a unit for each slot, in whose middle its window
/// stands. `changes` are the windows before which the column changed.
pub(super) fn time_plot(
    words: &Words,
    slots: &Slots,
    changes: &[usize],
    back: &Markup,
    shapes: &Markup,
) -> Markup {
    html! {
        svg role="img" {
            title { (words.title) }
            desc { (words.description) }
            (back)
            svg viewBox={ "-.5 0 " (slots.count) " 100" } preserveAspectRatio="none" height="160" { (shapes) }
            @for &change in changes { (change_line(slots.share(change), "160")) }
            use href=(TIMES) {}
        }
    }
}

/// The moment of a change, at this share of the line, as high as `to`.
pub(super) fn change_line(share: f64, to: &str) -> Markup {
    let x = across(share);
    html! { line.change x1=(x) x2=(x) y2=(to) {} circle.change cx=(x) {} }
}

/// Runs of windows in which there is something, each window with its slot.
pub(super) fn runs<T>(values: impl Iterator<Item = Option<T>>) -> Vec<Vec<(f64, T)>> {
    let mut runs: Vec<Vec<(f64, T)>> = Vec::new();
    let mut next = None;
    for (slot, value) in (0_u32..).zip(values) {
        let Some(value) = value else { continue };
        match runs.last_mut() {
            Some(run) if next == Some(slot) => run.push((slot.into(), value)),
            _ => runs.push(vec![(slot.into(), value)]),
        }
        next = Some(slot + 1);
    }
    runs
}

/// What a point is of the windows that it stands for, where they are too many for a point each.
#[derive(Clone, Copy)]
pub(super) enum Of {
    /// The highest.
    Highest,
    /// Their mean.
    Mean,
}

/// A line through the heights of each window, 0 to 1 from below, which breaks where there is none.
pub(super) fn line(slots: &Slots, heights: impl Iterator<Item = Option<f64>>, of: Of) -> String {
    let points = points(slots, heights.map(|height| height.map(|it| [it])), of);
    points.into_iter().map(|run| path::line(run.into_iter().map(|(x, [y])| (x, y)))).collect()
}

/// A band between two heights of each window.
pub(super) fn band(slots: &Slots, heights: impl Iterator<Item = Option<[f64; 2]>>, of: Of) -> String {
    let side =
        |run: &[(f64, [f64; 2])], side: usize| run.iter().map(|(x, y)| (*x, y[side])).collect::<Vec<_>>();
    points(slots, heights, of).iter().map(|run| path::band(side(run, 1), side(run, 0))).collect()
}

/// Runs of points, each in the middle of the windows that it stands for.
fn points<const N: usize>(
    slots: &Slots,
    heights: impl Iterator<Item = Option<[f64; N]>>,
    of: Of,
) -> Vec<Vec<(f64, [f64; N])>> {
    let wide = slots.a_point();
    let merged = |windows: &[(f64, [f64; N])]| {
        let height = |side: usize| {
            let all = windows.iter().map(|(_, heights)| heights[side]);
            match of {
                Of::Highest => all.fold(0.0, f64::max),
                Of::Mean => all.sum::<f64>() / windows.len() as f64,
            }
        };
        let middle = f64::midpoint(windows[0].0, windows[windows.len() - 1].0);
        (middle, std::array::from_fn(|side| HIGH_OVER_TIME * (1.0 - height(side))))
    };
    let point = |at: f64| at as usize / wide;
    let thinned =
        |run: Vec<(f64, [f64; N])>| run.chunk_by(|a, b| point(a.0) == point(b.0)).map(merged).collect();
    runs(heights).into_iter().map(thinned).collect()
}
