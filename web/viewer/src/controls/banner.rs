//! The word above a report that is shown under another policy than its own.

use driftglass_core::Report;
use driftglass_report::headline;
use maud::{Markup, html};

/// What the report says by itself, and the way back.
pub(crate) fn banner(own: &Report) -> Markup {
    html! {
        aside.what-if-banner aria-label="What-if" {
            p { b { "This is a what-if." } " The report's own policy said: " (headline(own)) }
            button type="button" data-press="reset" { "Reset" }
        }
    }
}
