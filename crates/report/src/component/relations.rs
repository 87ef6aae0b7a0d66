//! Pairs of columns that hang together differently now.

use crate::chart::change_bar;
use crate::facts::p_heading;
use crate::format::number::{hundredths, p_value};
use crate::markup::name;
use crate::together::{self, changed};
use driftglass_core::Report;
use driftglass_core::report::{Association, Measure};
use maud::{Markup, html};

/// How many pairs changed, and a row for each that did most. Nothing where no pair was tested.
pub fn relations(report: &Report) -> Markup {
    let Some(sentence) = together::relations(report) else { return html! {} };
    let pairs = changed(report);
    html! {
        section.relations aria-labelledby="relations" {
            h2 #relations { "Relations between columns" }
            p { (sentence) "." }
            @if !pairs.is_empty() { (table(report, &pairs)) }
        }
    }
}

fn table(report: &Report, pairs: &[&Association]) -> Markup {
    html! {
        table.bars {
            thead { tr {
                th { "Pair" } td {} th { "Reference" }
                th { "Current" } th { (p_heading(&report.policy)) }
            } }
            tbody { @for pair in pairs { (row(pair)) } }
        }
    }
}

fn row(pair: &Association) -> Markup {
    // A correlation has a sign, Cramér's V has none.
    let signed = pair.measure != Measure::CramersV;
    html! {
        tr {
            th { (name(&pair.left)) " and " (name(&pair.right)) small { (pair.measure.title()) } }
            td { (change_bar(pair.reference, pair.current, signed)) }
            td { (hundredths(pair.reference)) }
            td { (hundredths(pair.current)) }
            td { (p_value(pair.q_value)) }
        }
    }
}
