//! A column of the samples, as the models read it.

use super::rows::Rows;
use crate::ColumnType;
use crate::profile::{Spelling, level, position};
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A column over both samples of rows.
pub(super) struct Feature<'a> {
    pub(super) name: &'a str,
    pub(super) values: Cells,
    pub(super) is_numeric: bool,
}

/// The values by side and row.
pub(super) enum Cells {
    /// Places on a line; NaN where there is none.
    Line([Vec<f64>; 2]),
    /// Levels by their rank among both samples, the most frequent 0; `None` where there is none.
    Levels([Vec<Option<usize>>; 2]),
}

impl<'a> Feature<'a> {
    /// The column in both samples, unless a side does not have it.
    pub(super) fn new(name: &'a str, kind: ColumnType, spelling: Spelling, rows: &Rows<'_>) -> Option<Self> {
        let [reference, current] = rows.profiles.map(|profile| profile.place(name).map(|(place, _)| place));
        let places = [reference?, current?];
        let cells = |side: usize| rows.sides[side].iter().map(move |(_, row)| row.cell(places[side]));
        let values = if kind.is_ordered() {
            let place = |cell: Option<Cow<'_, str>>| cell.and_then(|text| position(&text, kind, spelling));
            Cells::Line([0, 1].map(|side| cells(side).map(|cell| place(cell).unwrap_or(f64::NAN)).collect()))
        } else {
            let levels = [0, 1].map(|side| cells(side).map(|cell| cell.map(level)).collect::<Vec<_>>());
            let ranks = ranks(&levels, rows);
            let rank = |level: &Option<Cow<'_, str>>| Some(ranks[level.as_deref()?]);
            Cells::Levels(levels.each_ref().map(|side| side.iter().map(rank).collect()))
        };
        Some(Self { name, values, is_numeric: kind == ColumnType::Numeric })
    }
}

/// The rank of every level, the most frequent one first and equally frequent ones in the order of their names.
fn ranks<'a>(
    levels: &'a [Vec<Option<Cow<'a, str>>>; 2],
    rows: &Rows<'_>,
) -> HashMap<&'a str, usize, FixedState> {
    let mut counts: HashMap<&str, u64, FixedState> = HashMap::default();
    for (cells, rows) in levels.iter().zip(&rows.sides) {
        for (cell, (_, row)) in cells.iter().zip(rows) {
            if let Some(level) = cell {
                *counts.entry(level).or_default() += row.count;
            }
        }
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_unstable_by_key(|&(level, count)| (Reverse(count), level));
    order.into_iter().enumerate().map(|(rank, (level, _))| (level, rank)).collect()
}
