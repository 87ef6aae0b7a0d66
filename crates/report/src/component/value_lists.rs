//! Levels that came and went.

use crate::format::text::plural;
use crate::markup::level;
use driftglass_core::report::{ColumnReport, LevelCount};
use maud::{Markup, html};

/// So many levels are listed, the most frequent ones.
const MOST: usize = 12;

/// New and vanished levels with their counts. `None` where there are none.
pub(super) fn value_lists(column: &ColumnReport) -> Option<Markup> {
    let lists = [
        ("New values", "only in the current data", &column.new_values),
        ("Vanished values", "only in the reference", &column.vanished_values),
    ];
    let any = lists.iter().any(|(.., values)| !values.is_empty());
    any.then(
        || html! { div.values { @for (title, meaning, values) in lists { (list(title, meaning, values)) } } },
    )
}

fn list(title: &str, meaning: &str, values: &[LevelCount]) -> Markup {
    if values.is_empty() {
        return html! {};
    }
    html! {
        h4 { (title) small { (meaning) } }
        ul {
            @for value in values.iter().take(MOST) { li { (level(&value.label)) small { (plural(value.count, "row")) } } }
            // The report may itself list only the most frequent, so there is no number to give.
            @if values.len() > MOST { li.quiet { "and others" } }
        }
    }
}
