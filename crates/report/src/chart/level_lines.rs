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
/// its own data table. A line breaks where the share is not known. Nothing where windows have no levels.
pub(crate) fn level_lines(
    columns: &[Option<&WindowColumn>],
    windows: &[Window],
    slots: &Slots,
    changes: &[usize],
) -> Markup {
    let shares = shares(columns, windows);
    let labels = most_frequent_first(&shares);
    let Some(max) = labels.first().map(|(_, most)| *most).filter(|max| *max > 0.0) else { return html! {} };
    let known = || shares.iter().flatten();
    let figure = |label: &str, end: Option<&Shares<'_>>| {
        end.and_then(|end| end.of(label)).map_or_else(|| NONE.to_owned(), percent)
    };
    html! {
        table.bars.level-lines {
            thead { tr { th { "Level" } td {} th { "First" } th { "Last" } } }
            tbody {
                @for &(label, _) in labels.iter().take(MOST) {
                    tr {
                        th { (level(label)) }
                        td {
                            svg.level-line {
                                svg viewBox={ "-.5 0 " (slots.count) " 100" } preserveAspectRatio="none" {
                                    path.course d=(line(slots, shares.iter().map(|it| Some(it.as_ref()?.of(label)? / max)), Of::Mean)) {}
                                }
                                @for &change in changes { (change_line(slots.share(change), "100%")) }
                            }
                        }
                        td { (figure(label, known().next())) }
                        td { (figure(label, known().next_back())) }
                    }
                }
            }
        }
        @if labels.len() > MOST { p.caption { (plural((labels.len() - MOST) as u64, "less frequent level")) " left out." } }
    }
}

/// The levels that a window lists, each with its share among the rows with a value.
struct Shares<'a> {
    listed: BTreeMap<&'a str, f64>,
    /// Whether there are no others: a window lists the most frequent alone.
    is_all: bool,
}

impl<'a> Shares<'a> {
    fn new(column: &'a WindowColumn, window: &Window) -> Option<Self> {
        let rows = window.span.rows.saturating_sub(column.missing);
        let listed: u64 = column.levels.iter().map(|level| level.count).sum();
        let share = |count: u64| count as f64 / rows.max(1) as f64;
        (!column.levels.is_empty()).then(|| Self {
            listed: column.levels.iter().map(|level| (level.label.as_str(), share(level.count))).collect(),
            is_all: listed >= rows,
        })
    }

    /// The share of a level; nothing where it is not known.
    fn of(&self, label: &str) -> Option<f64> {
        self.listed.get(label).copied().or(self.is_all.then_some(0.0))
    }
}

fn shares<'a>(columns: &[Option<&'a WindowColumn>], windows: &[Window]) -> Vec<Option<Shares<'a>>> {
    columns.iter().zip(windows).map(|(column, window)| Shares::new((*column)?, window)).collect()
}

/// Every level with its greatest share in a window.
fn most_frequent_first<'a>(shares: &[Option<Shares<'a>>]) -> Vec<(&'a str, f64)> {
    let mut greatest: BTreeMap<&str, f64> = BTreeMap::new();
    for (label, share) in shares.iter().flatten().flat_map(|window| &window.listed) {
        let most = greatest.entry(label).or_default();
        *most = most.max(*share);
    }
    let mut labels: Vec<_> = greatest.into_iter().collect();
    labels.sort_by(|a, b| b.1.total_cmp(&a.1));
    labels
}
