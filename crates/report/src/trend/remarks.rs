//! What was said of a run, and done about it.

use super::{Remark, RemarkKind};
use crate::format::text::shorten;
use maud::{Markup, html};

/// What a remark may take.
const LONGEST: usize = 1000;

/// A line a remark, with the mark that it has in the chart.
pub(super) fn remarks(remarks: &[Remark], in_detail: bool) -> Markup {
    html! {
        @if !remarks.is_empty() {
            ul.remarks {
                @for remark in remarks {
                    li class=(class(remark.kind)) {
                        span { (shorten(&remark.text, LONGEST)) }
                        @if in_detail { @for line in &remark.details { small { (shorten(line, LONGEST)) } } }
                    }
                }
            }
        }
    }
}

fn class(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::Note => "note-key",
        RemarkKind::Action => "action-key",
    }
}
