//! Grid lines with their percentages, and labels under the bins' edges.

use super::scale::{Scale, across, fixed};
use crate::format::number::percent;
use crate::format::value::axis_labels;
use driftglass_core::ColumnType;
use yew::prelude::*;

/// A grid line and its label at every tick; the labels stand left of the plot.
pub(crate) fn shares(
    ticks: &[f64],
    height: Scale,
    plot_left: &'static str,
    label_right: &'static str,
) -> Html {
    ticks
        .iter()
        .map(|&tick| {
            let y = height.at(tick);
            html! { <>
                <line class={if tick == 0.0 { "base" } else { "grid" }} x1={plot_left} x2="100%" y1={fixed(y)} y2={fixed(y)} />
                <text class="tick" x={label_right} y={fixed(y + 4.0)} text-anchor="end">{ percent(tick) }</text>
            </> }
        })
        .collect()
}

/// The edges to label: both ends and few between, evenly spaced. Dates are long, so fewer of them.
fn labelled(kind: ColumnType, bins: usize) -> Vec<usize> {
    let parts = bins.clamp(1, if kind == ColumnType::Datetime { 2 } else { 4 });
    let mut at = (0..=parts).map(|part| part * bins / parts).collect::<Vec<_>>();
    at.dedup();
    at
}

/// Labels under some of the edges. Every second one steps aside where the chart is narrow.
pub(crate) fn edges(kind: ColumnType, edges: &[f64], y: f64) -> Html {
    let bins = edges.len().saturating_sub(1);
    let at = labelled(kind, bins);
    let labels = axis_labels(kind, &at.iter().map(|&i| edges[i]).collect::<Vec<_>>());
    let last = at.len() - 1;
    at.iter()
        .zip(labels)
        .enumerate()
        .map(|(nth, (&i, label))| {
            let anchor = match nth {
                0 => "start",
                n if n == last => "end",
                _ => "middle",
            };
            let minor = nth % 2 == 1 && nth != last;
            html! {
                <text class={if minor { "tick minor" } else { "tick" }} x={across(i as f64 / bins as f64)} y={fixed(y)} text-anchor={anchor}>{ label }</text>
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_and_few_between_are_labelled() {
        assert_eq!(labelled(ColumnType::Numeric, 20), [0, 5, 10, 15, 20]);
        assert_eq!(labelled(ColumnType::Numeric, 3), [0, 1, 2, 3]);
        assert_eq!(labelled(ColumnType::Datetime, 1), [0, 1]);
    }
}
