//! The share of each level, window by window.

use super::time_plot::{Of, change_line, line};
use crate::format::number::{NONE, percent};
use crate::format::text::plural;
use crate::markup::level;
use crate::timeline::Slots;
use driftglass_core::report::{Window, WindowColumn};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// So many levels are drawn, those that are most frequent somewhere.
const MOST: usize = 6;

/// A line for each of the most frequent levels, all on one scale, between its share in the first and in the last window: so it is
/// its own data table. Nothing where windows have no levels.
pub(crate) fn level_lines(
    columns: &[Option<&WindowColumn>],
    windows: &[Window],
    slots: &Slots,
    changes: &[usize],
) -> Markup {
    let shares = shares(columns, windows);
    let most = |label: &str| {
        shares.iter().flatten().filter_map(|window| window.get(label)).copied().fold(0.0, f64::max)
    };
    let mut labels: Vec<&str> = shares.iter().flatten().flat_map(BTreeMap::keys).copied().collect();
    labels.sort_unstable();
    labels.dedup();
    labels.sort_by(|a, b| most(b).total_cmp(&most(a)));
    let Some(max) = labels.first().map(|label| most(label)).filter(|max| *max > 0.0) else { return html! {} };
    let of = |label: &str, window: &BTreeMap<&str, f64>| window.get(label).copied().unwrap_or(0.0);
    let ends = [shares.iter().flatten().next(), shares.iter().flatten().next_back()];
    let figure = |label: &str, end: Option<&BTreeMap<&str, f64>>| {
        end.map_or_else(|| NONE.to_owned(), |end| percent(of(label, end)))
    };
    html! {
        table.bars.level-lines {
            thead { tr { th { "Level" } td {} th { "First" } th { "Last" } } }
            tbody {
                @for label in labels.iter().take(MOST) {
                    tr {
                        th { (level(label)) }
                        td {
                            svg.level-line {
                                svg viewBox={ "-.5 0 " (slots.count) " 100" } preserveAspectRatio="none" {
                                    path.course d=(line(slots, shares.iter().map(|it| it.as_ref().map(|it| of(label, it) / max)), Of::Mean)) {}
                                }
                                @for &change in changes { (change_line(slots.share(change), "100%")) }
                            }
                        }
                        td { (figure(label, ends[0])) }
                        td { (figure(label, ends[1])) }
                    }
                }
            }
        }
        @if labels.len() > MOST { p.caption { (plural((labels.len() - MOST) as u64, "less frequent level")) " left out." } }
    }
}

/// The share of each level that a window lists, among the rows with a value.
fn shares<'a>(
    columns: &[Option<&'a WindowColumn>],
    windows: &[Window],
) -> Vec<Option<BTreeMap<&'a str, f64>>> {
    let of = |(column, window): (Option<&'a WindowColumn>, &Window)| {
        let column = column?;
        let rows = window.span.rows.saturating_sub(column.missing).max(1) as f64;
        (!column.levels.is_empty()).then(|| {
            column.levels.iter().map(|level| (level.label.as_str(), level.count as f64 / rows)).collect()
        })
    };
    columns.iter().copied().zip(windows).map(of).collect()
}
