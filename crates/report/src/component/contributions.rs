//! The bins or levels that carry the change.

use crate::chart::share_bar;
use crate::format::number::{NONE, percent};
use crate::format::text::plural;
use crate::markup::level;
use driftglass_core::Number;
use driftglass_core::report::{ColumnReport, Contribution};
use yew::prelude::*;

/// So many are listed; the rest is one line.
const MOST: usize = 8;

/// What moved, largest part first. Nothing where nothing did.
pub(crate) fn contributions(column: &ColumnReport) -> Html {
    let parts = &column.contributions;
    if parts.is_empty() {
        return Html::default();
    }
    let rest = parts.get(MOST..).unwrap_or_default();
    html! {
        <div class="contributions">
            <h4>{ if column.moved.is_some() { "What moved" } else { "Largest differences" } }</h4>
            <table>
                <thead><tr>
                    <th scope="col">{ if column.kind.is_ordered() { "Range" } else { "Level" } }</th>
                    <th scope="col">{ "Reference" }</th><th scope="col">{ "Current" }</th><th scope="col" colspan="2">{ "Part of the change" }</th>
                </tr></thead>
                <tbody>{ for parts.iter().take(MOST).map(row) }</tbody>
            </table>
            if !rest.is_empty() {
                <p class="caption">{ format!("{} more carry {} of the change.", plural(rest.len() as u64, "part"), percent(rest.iter().filter_map(|part| part.share.get()).sum())) }</p>
            }
        </div>
    }
}

fn row(part: &Contribution) -> Html {
    let share = |share: Number| share.get().map_or_else(|| NONE.to_owned(), percent);
    html! {
        <tr>
            <th>{ level(&part.label) }</th>
            <td>{ share(part.reference) }</td>
            <td>{ share(part.current) }</td>
            <td class="bar">{ share_bar(part.share.get().unwrap_or(0.0)) }</td>
            <td>{ share(part.share) }</td>
        </tr>
    }
}
