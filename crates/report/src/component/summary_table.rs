//! Both sides in numbers, side by side.

use super::section::section;
use crate::format::number::{NONE, count, percent_of, value as number};
use crate::format::value::{spread, value};
use crate::markup::level;
use driftglass_core::ColumnType;
use driftglass_core::report::{ColumnReport, ColumnSummary};
use maud::{Markup, html};

/// The two sides; one may not have the column.
type Sides<'a> = [Option<&'a ColumnSummary>; 2];

/// The summaries of both sides. Nothing where neither has the column.
pub(super) fn summary_table(column: &ColumnReport) -> Markup {
    let sides = [column.reference.as_ref(), column.current.as_ref()];
    if sides.iter().all(Option::is_none) {
        return html! {};
    }
    let counted = |n: u64, side: &ColumnSummary| html! { (count(n)) @if n > 0 { small { (percent_of(n, side.count)) } } };
    let junk = sides.iter().flatten().any(|side| side.junk > 0);
    let table = html! {
        table {
            thead { tr { td {} th { "Reference" } th { "Current" } } }
            tbody {
                (row(sides, "Rows", |side| html! { (count(side.count)) }))
                (row(sides, "Missing", |side| counted(side.missing, side)))
                @if junk { (row(sides, &format!("Not {}", column.kind.name()), |side| counted(side.junk, side))) }
                (row(sides, "Distinct", |side| html! { (count(side.distinct)) }))
                @if column.kind.is_ordered() { (moments(column.kind, sides)) } @else { (row(sides, "Most frequent", most_frequent)) }
            }
        }
        @if column.kind == ColumnType::Text { p.caption { "From the mean on: the length in characters." } }
    };
    section("summaries", "Both sides in numbers", &table)
}

fn row(sides: Sides<'_>, title: &str, cell: impl Fn(&ColumnSummary) -> Markup) -> Markup {
    html! {
        tr { th { (title) } @for side in sides { td { @if let Some(side) = side { (cell(side)) } @else { (NONE) } } } }
    }
}

/// The rows of values that have an order.
fn moments(kind: ColumnType, sides: Sides<'_>) -> Markup {
    let probabilities = sides
        .iter()
        .flatten()
        .next()
        .map(|side| side.quantiles.iter().map(|q| q.p).collect::<Vec<_>>())
        .unwrap_or_default();
    let span =
        sides.iter().flatten().filter_map(|side| Some(side.max.get()? - side.min.get()?)).fold(0.0, f64::max);
    html! {
        (row(sides, "Mean", |side| html! { (value(kind, side.mean, span)) }))
        (row(sides, "Standard deviation", |side| html! { (spread(kind, side.std)) }))
        (row(sides, "Least", |side| html! { (value(kind, side.min, span)) }))
        @for p in probabilities {
            (row(sides, &quantile_name(p.get().unwrap_or(0.0)), |side| {
                let at = side.quantiles.iter().find(|q| q.p == p);
                html! { (at.map_or_else(|| NONE.to_owned(), |q| value(kind, q.value, span))) }
            }))
        }
        (row(sides, "Greatest", |side| html! { (value(kind, side.max, span)) }))
    }
}

/// A share of values, which between the least and the greatest is read as in a description by pandas.
fn quantile_name(p: f64) -> String {
    if (p - 0.5).abs() < 1e-12 { "Median".to_owned() } else { format!("{}\u{a0}%", number(p * 100.0)) }
}

fn most_frequent(side: &ColumnSummary) -> Markup {
    let Some(top) = side.levels.first() else { return html! { (NONE) } };
    html! { (level(&top.label)) small { (percent_of(top.count, side.count - side.missing.min(side.count))) } }
}
