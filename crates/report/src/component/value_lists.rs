//! Levels that came and went.

use crate::format::text::plural;
use crate::markup::level;
use driftglass_core::report::{ColumnReport, LevelCount};
use yew::prelude::*;

/// So many levels are listed, the most frequent ones.
const MOST: usize = 12;

/// New and vanished levels with their counts. `None` where there are none.
pub(crate) fn value_lists(column: &ColumnReport) -> Option<Html> {
    let new = list("New values", "only in the current data", &column.new_values);
    let vanished = list("Vanished values", "only in the reference", &column.vanished_values);
    (new.is_some() || vanished.is_some()).then(|| html! { <div class="values">{ new }{ vanished }</div> })
}

fn list(title: &'static str, meaning: &'static str, values: &[LevelCount]) -> Option<Html> {
    (!values.is_empty()).then(|| html! { <>
        <h4>{ title }<small>{ meaning }</small></h4>
        <ul>
            { for values.iter().take(MOST).map(|value| html! { <li>{ level(&value.label) }<small>{ plural(value.count, "row") }</small></li> }) }
            // The report may itself list only the most frequent, so there is no number to give.
            if values.len() > MOST { <li class="quiet">{ "and others" }</li> }
        </ul>
    </> })
}
