//! What many charts have in common is drawn once, and used by each through its id.

use super::effect;
use super::scale::fixed;
use crate::format::number::percent;
use driftglass_core::report::{ColumnReport, PolicySummary};
use maud::{Markup, html};

/// Grid lines of shares from 0 to 1 with their labels, for a plot 160 pixels high.
pub(super) const SHARES: &str = "#shares";
/// The line on which two quantiles are the same, and what lies beside it.
pub(super) const DIAGONAL: &str = "#diagonal";
/// The zones of the scale of effects.
pub(super) const ZONES: &str = "#zones";
/// The labels along the line of time.
pub(super) const TIMES: &str = "#times";

/// The ids of what the charts of one column share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ids(u64);

impl Ids {
    /// Those of the column, by its place in the data, which no policy changes.
    pub(crate) fn of(column: &ColumnReport) -> Self {
        Self(column.position)
    }

    /// The column's details, to which a link leads.
    pub(crate) fn details(self) -> String {
        format!("c{}", self.0)
    }

    /// The outline of the reference's bins.
    pub(super) fn reference(self) -> String {
        format!("r{}", self.0)
    }

    /// The outline of the current data's bins.
    pub(super) fn current(self) -> String {
        format!("n{}", self.0)
    }

    /// The labels along the axis.
    pub(super) fn axis(self) -> String {
        format!("a{}", self.0)
    }
}

/// Everything that charts use without an index. It stands once on a page that has any of them, and is not seen there.
pub(crate) fn shared(policy: &PolicySummary) -> Markup {
    let shares = [0.0_f64, 0.25, 0.5, 0.75, 1.0].map(|share| (fixed(160.0 * (1.0 - share)), percent(share)));
    let id = |reference: &'static str| &reference[1..];
    html! {
        svg.shared aria-hidden="true" {
            g id=(id(SHARES)) {
                @for (y, _) in &shares { line.grid x2="100%" y1=(y) y2=(y) {} }
                g.up { @for (y, label) in &shares { text y=(y) { (label) } } }
            }
            g id=(id(DIAGONAL)) {
                line.grid x2="100%" y1="160" y2="160" {} line.grid y2="160" {}
                line.same x2="100%" y1="160" {}
                text.above { "current larger" }
                text.below x="100%" { "current smaller" }
            }
            g.zones id=(id(ZONES)) { (effect::zones(policy)) }
        }
    }
}
