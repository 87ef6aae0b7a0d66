//! What a row opens to.

use super::aspects::aspects;
use super::contributions::contributions;
use super::distribution::distribution;
use super::method_table::method_table;
use super::summary_table::summary_table;
use super::value_lists::value_lists;
use super::why::why;
use crate::chart::Ids;
use crate::format::text::visible;
use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use yew::prelude::*;

/// From this length on a name is written out in full, where the row had to cut it.
const LONG_NAME: usize = 40;

/// Why the column at this place has its status, the evidence, and every method. A link to it opens it.
pub fn detail(report: &Report, index: usize, evidence: Html) -> Html {
    let column = &report.columns[index];
    html! {
        <div class="detail" id={Ids::of(index).details()}>
            if column.name.chars().count() > LONG_NAME {
                <p class="full-name">{ "Full name: " }<bdi>{ visible(&column.name) }</bdi></p>
            }
            { why(report, column) }
            { aspects(column, &report.policy) }
            { evidence }
            { method_table(column) }
        </div>
    }
}

/// What the details show whatever the policy: the distributions, what moved, and both summaries. The charts are those of the
/// row at this place.
pub fn evidence(column: &ColumnReport, index: usize) -> Html {
    html! { <>{ distribution(column, Ids::of(index)) }{ moves(column) }{ summary_table(column) }</> }
}

/// The parts of the change, and the levels that came and went.
fn moves(column: &ColumnReport) -> Html {
    let (parts, values) = (contributions(column), value_lists(column));
    if parts.is_none() && values.is_none() {
        return Html::default();
    }
    html! { <section class="moves">{ parts }{ values }</section> }
}
