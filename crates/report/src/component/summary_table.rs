//! Both sides in numbers, side by side.

use super::section::section;
use crate::format::number::{NONE, count, percent_of, value as number};
use crate::format::value::{spread, value};
use crate::markup::level;
use driftglass_core::ColumnType;
use driftglass_core::report::{ColumnReport, ColumnSummary};
use yew::prelude::*;

/// The summaries of both sides. Nothing where neither has the column.
pub(crate) fn summary_table(column: &ColumnReport) -> Html {
    let sides = [column.reference.as_ref(), column.current.as_ref()];
    let row = |title: &str, cell: &dyn Fn(&ColumnSummary) -> Html| {
        html! {
            <tr><th>{ title.to_owned() }</th>{ for sides.iter().map(|side| html! { <td>{ side.map_or_else(|| html! { NONE }, cell) }</td> }) }</tr>
        }
    };
    let counted = |n: u64, side: &ColumnSummary| html! { <>{ count(n) }if n > 0 { <small>{ percent_of(n, side.count) }</small> }</> };
    let junk = sides.iter().flatten().any(|side| side.junk > 0);
    let table = || {
        html! { <>
            <table>
                <thead><tr><td></td><th>{ "Reference" }</th><th>{ "Current" }</th></tr></thead>
                <tbody>
                    { row("Rows", &|side| html! { count(side.count) }) }
                    { row("Missing", &|side| counted(side.missing, side)) }
                    if junk { { row(&format!("Not {}", column.kind.name()), &|side| counted(side.junk, side)) } }
                    { row("Distinct", &|side| html! { count(side.distinct) }) }
                    if column.kind.is_ordered() { { moments(column.kind, sides, &row) } } else { { row("Most frequent", &most_frequent) } }
                </tbody>
            </table>
            if column.kind == ColumnType::Text { <p class="caption">{ "From the mean on: the length in characters." }</p> }
        </> }
    };
    section("summaries", "Both sides in numbers", sides.iter().any(Option::is_some).then(table))
}

/// Draws a row from its title and what stands in the cell of a side.
type Row<'a> = dyn Fn(&str, &dyn Fn(&ColumnSummary) -> Html) -> Html + 'a;

/// The rows of values that have an order.
fn moments(kind: ColumnType, sides: [Option<&ColumnSummary>; 2], row: &Row<'_>) -> Html {
    let probabilities = sides
        .iter()
        .flatten()
        .next()
        .map(|side| side.quantiles.iter().map(|q| q.p).collect::<Vec<_>>())
        .unwrap_or_default();
    let span =
        sides.iter().flatten().filter_map(|side| Some(side.max.get()? - side.min.get()?)).fold(0.0, f64::max);
    html! { <>
        { row("Mean", &|side| html! { value(kind, side.mean, span) }) }
        { row("Standard deviation", &|side| html! { spread(kind, side.std) }) }
        { row("Least", &|side| html! { value(kind, side.min, span) }) }
        { for probabilities.into_iter().map(|p| {
            row(&quantile_name(p.get().unwrap_or(0.0)), &|side| {
                let at = side.quantiles.iter().find(|q| q.p == p);
                html! { at.map_or_else(|| NONE.to_owned(), |q| value(kind, q.value, span)) }
            })
        }) }
        { row("Greatest", &|side| html! { value(kind, side.max, span) }) }
    </> }
}

fn quantile_name(p: f64) -> String {
    if (p - 0.5).abs() < 1e-12 {
        "Median".to_owned()
    } else {
        format!("{}\u{a0}% quantile", number(p * 100.0))
    }
}

fn most_frequent(side: &ColumnSummary) -> Html {
    side.levels.first().map_or_else(
        || html! { NONE },
        |top| html! { <>{ level(&top.label) }<small>{ percent_of(top.count, side.count - side.missing.min(side.count)) }</small></> },
    )
}
