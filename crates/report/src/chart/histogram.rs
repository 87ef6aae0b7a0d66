//! Two distributions over the same bins: the reference filled, the current data outlined.

use super::axis::Axis;
use super::plot::{Layers, Words, grid, labels, percents, plot};
use super::scale::{largest, shares};
use super::shared::Ids;
use crate::format::number::percent;
use crate::format::text::shorten;
use driftglass_core::report::Histogram;
use maud::{Markup, html};
use std::fmt::Write;

/// The overlaid histogram; the bins of `marked` stand on a band. Its outlines are those of the column's sparkline.
pub(crate) fn histogram(name: &str, axis: &Axis, counts: &Histogram, marked: &[bool], ids: Ids) -> Markup {
    let (reference, current) = (shares(&counts.reference), shares(&counts.current));
    let max = largest(&reference, &current);
    let words = Words {
        title: format!("{}: reference filled, current outlined", shorten(name, 80)),
        description: describe(axis, &reference, &current, marked),
    };
    let shapes = html! {
        @if marked.contains(&true) { path.marked d=(bands(marked)) {} }
        use href={ "#" (ids.reference()) } {}
        use href={ "#" (ids.current()) } {}
    };
    let back = grid(percents(max));
    plot(&words, &Layers { back, wide: axis.bins(), shapes, notes: html! {} }, &labels(axis, ids))
}

/// A band from top to bottom over every run of marked bins.
fn bands(marked: &[bool]) -> String {
    let mut path = String::new();
    for (from, to) in runs(marked) {
        // Writing to a String cannot fail.
        let _ = write!(path, "M{from} 0h{0}v200h-{0}z", to - from);
    }
    path
}

/// Where runs of marked bins begin and end.
fn runs(marked: &[bool]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in marked.iter().enumerate().filter(|(_, marked)| **marked) {
        match runs.last_mut() {
            Some((_, to)) if *to == at => *to = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}

/// The chart in sentences: where each side is highest, and which bins are marked.
fn describe(axis: &Axis, reference: &[f64], current: &[f64], marked: &[bool]) -> String {
    let labels = axis.edges_in_words();
    let peak = |side: &[f64]| {
        let (at, share) = side
            .iter()
            .enumerate()
            .fold((0, 0.0), |best, (i, &share)| if share > best.1 { (i, share) } else { best });
        if share > 0.0 {
            format!("{} to {} ({})", labels[at], labels[at + 1], percent(share))
        } else {
            "nowhere".to_owned()
        }
    };
    let marked = runs(marked)
        .into_iter()
        .map(|(from, to)| format!("{} to {}", labels[from], labels[to]))
        .collect::<Vec<_>>();
    let carry = if marked.is_empty() {
        String::new()
    } else {
        format!(" Half of the change: {}.", marked.join(", "))
    };
    format!(
        "{} bins from {} to {}. Highest: reference {}, current {}.{carry}",
        axis.bins(),
        labels[0],
        labels[axis.bins()],
        peak(reference),
        peak(current)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_that_touch_stand_on_one_band() {
        assert_eq!(bands(&[true, true, false, true]), "M0 0h2v200h-2zM3 0h1v200h-1z");
    }
}
