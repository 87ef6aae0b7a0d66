//! Both distributions: as charts, and in numbers.

use crate::chart::{Axis, Ids, carry_the_change, ecdf, histogram, level_bars, quantiles};
use crate::format::number::percent_figure;
use driftglass_core::ColumnType;
use driftglass_core::report::{ColumnReport, Histogram, Status};
use maud::{Markup, html};

/// Bars of levels, or for values with an order the histogram, the cumulative curves and the quantiles. Nothing where there is nothing to draw.
pub(super) fn distribution(column: &ColumnReport) -> Markup {
    let Some(counts) = &column.histogram else { return html! {} };
    // What carries the change of a column that did not change is chance, and one that orders the rows in time has none.
    let changed =
        !matches!(column.status, Status::Stable | Status::Untested) && !column.contributions.is_empty();
    let marked = if changed { carry_the_change(counts) } else { vec![false; counts.reference.len()] };
    let (class, charts) = match Axis::of(column.kind, counts) {
        Some(axis) => ("distribution wide", on_axis(column, counts, &axis, &marked)),
        None => ("distribution", level_bars(counts, &marked)),
    };
    html! {
        section class=(class) {
            h4 { "Distribution" }
            ul.legend {
                li { "Reference" } li { "Current" }
                @if marked.contains(&true) { li { "carries half of the change" } }
            }
            (charts)
        }
    }
}

fn on_axis(column: &ColumnReport, counts: &Histogram, axis: &Axis, marked: &[bool]) -> Markup {
    let ids = Ids::of(column);
    let figure = |title: &str, chart: Markup| html! { figure { figcaption { (title) } (chart) } };
    html! {
        div.charts {
            (figure("Share of values in each bin", histogram(&column.name, axis, counts, marked, ids)))
            @if let Some(cumulative) = &column.cumulative {
                (figure("Share of values up to here", ecdf(&column.name, axis, cumulative, ids)))
                (figure("Quantiles: current up, reference across", quantiles(&column.name, axis, cumulative, ids)))
            }
        }
        (caption(axis))
        (numbers(axis, counts))
    }
}

/// What the axis is, where that is not plain.
fn caption(axis: &Axis) -> Markup {
    let unit = match axis.kind() {
        ColumnType::Text => Some("Length in characters."),
        ColumnType::Datetime => Some("Times in UTC."),
        _ => None,
    };
    let scale = axis.is_logarithmic().then_some("The axis is logarithmic: each step is the same factor.");
    let tails =
        axis.has_tails().then_some("The outer bins hold the tails: they are wider than they are drawn.");
    let notes = [unit, scale, tails].into_iter().flatten().collect::<Vec<_>>();
    html! { @if !notes.is_empty() { p.caption { (notes.join(" ")) } } }
}

/// The histogram in numbers, for those who do not see it or want them. The curves' numbers are the quantiles of the summary.
fn numbers(axis: &Axis, counts: &Histogram) -> Markup {
    let labels = axis.edges_in_words();
    let sides = [&counts.reference, &counts.current];
    let totals = sides.map(|side| side.iter().sum::<u64>());
    let share = |side: usize, bin: usize| percent_figure(sides[side][bin], totals[side]);
    html! {
        details.numbers {
            summary { "The bins in numbers" }
            table {
                thead { tr { th { "From" } th { "Reference, %" } th { "Current, %" } } }
                tbody {
                    @for bin in 0..axis.bins() {
                        tr { th { (labels[bin]) } td { (share(0, bin)) } td { (share(1, bin)) } }
                    }
                }
            }
        }
    }
}
