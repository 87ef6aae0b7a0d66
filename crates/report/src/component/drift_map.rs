//! All columns at a glance, for data that is too wide to read row by row.

use super::ReportProps;
use crate::chart::Ids;
use crate::format::text::shorten;
use driftglass_core::report::ColumnReport;
use yew::prelude::*;

/// Fewer columns than this are seen at a glance as rows.
const WORTH_IT: usize = 20;

/// What pointing at a tile shows of a name.
const NAME: usize = 80;

/// A tile for every column, in the order of the rows, with the mark of its status; it leads to the column's details. Nothing where
/// there are few columns.
#[component]
pub fn DriftMap(props: &ReportProps) -> Html {
    let columns = &props.report.columns;
    if columns.len() < WORTH_IT {
        return Html::default();
    }
    html! {
        <nav class="map" aria-labelledby="map">
            <h2 id="map">{ "All columns" }<small>{ "strongest change first; a tile leads to its column" }</small></h2>
            <ol>{ for columns.iter().enumerate().map(tile) }</ol>
        </nav>
    }
}

fn tile((index, column): (usize, &ColumnReport)) -> Html {
    let status = column.status.name();
    let title = format!("{}: {status}", shorten(&column.name, NAME));
    html! { <li><a class={status} href={format!("#{}", Ids::of(index).details())} {title} /></li> }
}
