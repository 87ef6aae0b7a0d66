//! Why a column has its status: in words, and as the effect on its scale.

use crate::chart::effect_scale;
use crate::explain::explain;
use crate::markup::prose;
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Status};
use maud::{Markup, html};

/// Nothing where there is nothing to explain.
pub(super) fn why(report: &Report, column: &ColumnReport) -> Markup {
    let explanation = explain(report, column);
    if explanation.is_empty() {
        return html! {};
    }
    let estimate = column.effect.as_ref().filter(|_| column.status > Status::Stable);
    html! {
        section.why {
            h4 { "Why " (column.status.name()) }
            p { (prose(&explanation, &column.name)) }
            @if let Some(estimate) = estimate { (effect_scale(estimate, &report.policy)) }
        }
    }
}
