//! What all charts on an axis have in common: a name for those who do not see them, and labels along the axis.

use super::axis::Axis;
use super::scale::across;
use super::shared::Ids;
use yew::prelude::*;

/// What a chart is called, and what it shows.
pub(crate) struct Words {
    pub(crate) title: String,
    pub(crate) description: String,
}

/// What a chart is made of, from back to front.
pub(crate) struct Layers {
    /// Grid lines and their labels.
    pub(crate) back: Html,
    /// Shapes in a space of their own, so many units wide and 200 high, which is stretched to the plot.
    pub(crate) wide: usize,
    pub(crate) shapes: Html,
    /// What stands on the page's scale.
    pub(crate) notes: Html,
}

/// A chart 160 pixels high over the labels of its axis.
pub(crate) fn plot(words: Words, layers: Layers, labels: Html) -> Html {
    html! {
        <svg role="img">
            <title>{ words.title }</title>
            <desc>{ words.description }</desc>
            { layers.back }
            <svg viewBox={format!("0 0 {} 200", layers.wide)} preserveAspectRatio="none" height="160">{ layers.shapes }</svg>
            { labels }
            { layers.notes }
        </svg>
    }
}

/// The labels under a column's first chart. Style sets them in the middle of their place, the first and last at its ends.
pub(crate) fn labels(axis: &Axis, ids: Ids) -> Html {
    let label = |(share, label): (f64, String)| {
        let x = (share > 0.0).then(|| across(share));
        html! { <text {x}>{ label }</text> }
    };
    html! { <g class="along" id={ids.axis()}>{ for axis.labels().into_iter().map(label) }</g> }
}

/// The same labels under its other charts.
pub(crate) fn same_labels(ids: Ids) -> Html {
    html! { <use href={format!("#{}", ids.axis())} /> }
}
