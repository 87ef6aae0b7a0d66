//! What all charts on an axis have in common: a name for those who do not see them, and labels along the axis.

use super::axis::Axis;
use super::scale::{Scale, across, fixed};
use super::shared::Ids;
use super::ticks::ticks;
use crate::format::number::percent;
use maud::{Markup, html};

/// What a chart is called, and what it shows.
pub(crate) struct Words {
    pub(crate) title: String,
    pub(crate) description: String,
}

/// What a chart is made of, from back to front.
pub(crate) struct Layers {
    /// Grid lines and their labels.
    pub(crate) back: Markup,
    /// Shapes in a space of their own, so many units wide and 200 high, which is stretched to the plot.
    pub(crate) wide: usize,
    pub(crate) shapes: Markup,
    /// What stands on the page's scale.
    pub(crate) notes: Markup,
}

/// A chart 160 pixels high over the labels of its axis.
pub(crate) fn plot(words: &Words, layers: &Layers, labels: &Markup) -> Markup {
    html! {
        svg role="img" {
            title { (words.title) }
            desc { (words.description) }
            (layers.back)
            svg viewBox={ "0 0 " (layers.wide) " 200" } preserveAspectRatio="none" height="160" { (layers.shapes) }
            (labels)
            (layers.notes)
        }
    }
}

/// A line at each of these heights, 0 to 1 from below, with its label.
pub(super) fn grid(lines: impl IntoIterator<Item = (f64, String)>) -> Markup {
    html! {
        g.up {
            @for (share, label) in lines {
                @let y = fixed(160.0 * (1.0 - share));
                rect y=(y) {} text y=(y) { (label) }
            }
        }
    }
}

/// Round percentages for a grid, where this share is at the top.
pub(super) fn percents(max: f64) -> impl Iterator<Item = (f64, String)> {
    let scale = Scale::new(max, 0.0, 1.0);
    ticks(max, 4).into_iter().map(move |tick| (scale.at(tick), percent(tick)))
}

/// The labels under a column's first chart. Style sets them in the middle of their place, the first and last at its ends.
pub(crate) fn labels(axis: &Axis, ids: Ids) -> Markup {
    html! {
        g.along id=(ids.axis()) {
            @for (share, label) in axis.labels() { text x=[(share > 0.0).then(|| across(share))] { (label) } }
        }
    }
}

/// The same labels under its other charts.
pub(crate) fn same_labels(ids: Ids) -> Markup {
    html! { use href={ "#" (ids.axis()) } {} }
}
