//! What many charts have in common is drawn once, and used by each through its id.

use super::effect;
use super::scale::fixed;
use crate::format::number::percent;
use driftglass_core::report::PolicySummary;
use yew::prelude::*;

/// Grid lines of shares from 0 to 1 with their labels, for a plot 160 pixels high.
pub(super) const SHARES: &str = "#shares";
/// The line on which two quantiles are the same, and what lies beside it.
pub(super) const DIAGONAL: &str = "#diagonal";
/// The zones of the scale of effects.
pub(super) const ZONES: &str = "#zones";

/// The ids of what the charts of one column share.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ids(usize);

impl Ids {
    /// Those of the column at this place in the report.
    pub(crate) fn of(index: usize) -> Self {
        Self(index)
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
pub(crate) fn shared(policy: &PolicySummary) -> Html {
    let shares = [0.0_f64, 0.25, 0.5, 0.75, 1.0].map(|share| (fixed(160.0 * (1.0 - share)), percent(share)));
    let id = |reference: &'static str| &reference[1..];
    html! {
        <svg class="shared" aria-hidden="true">
            <g id={id(SHARES)}>
                { for shares.iter().map(|(y, _)| html! { <line class="grid" x2="100%" y1={y.clone()} y2={y.clone()} /> }) }
                <g class="up">{ for shares.iter().map(|(y, label)| html! { <text y={y.clone()}>{ label }</text> }) }</g>
            </g>
            <g id={id(DIAGONAL)}>
                <line class="grid" x2="100%" y1="160" y2="160" /><line class="grid" y2="160" />
                <line class="same" x2="100%" y1="160" />
                <text class="above">{ "current larger" }</text>
                <text class="below" x="100%">{ "current smaller" }</text>
            </g>
            <g id={id(ZONES)} class="zones">{ effect::zones(policy) }</g>
        </svg>
    }
}
