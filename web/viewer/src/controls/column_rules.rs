//! The what-if policy of one column.

use super::field::number_field;
use driftglass_core::report::{ColumnReport, Report};
use driftglass_core::{Method, choices};
use maud::{Markup, html};

/// The method that decides, its threshold and the column's alpha. Nothing where the column was not tested.
pub(crate) fn column_rules(own: &Report, column: &ColumnReport) -> Markup {
    if column.reason.is_some() {
        return html! {};
    }
    html! {
        div.column-rules {
            h4 { "Judge this column otherwise" }
            div.fields {
                @if let Some(method) = column.primary { (methods(method, &choices(own, column))) }
                (number_field("Threshold", "threshold", "", Some("none")))
                (number_field("Alpha", "alpha", "", Some("as above")))
            }
        }
    }
}

fn methods(own: Method, choices: &[Method]) -> Markup {
    html! {
        label.field {
            span { "Method" }
            select data-type="method" {
                option value="" { "as in the report: " (own.title()) }
                @for method in choices { option value=(method.id()) { (method.title()) } }
            }
        }
    }
}
