//! A column of the samples, as the models read it.

use super::rows::Rows;
use crate::compare::column::Compared;
use crate::profile::{level, position};
use crate::{ColumnType, Parallel, TextColumn};
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

/// The columns that both sides have.
pub(super) fn features<'a>(
    columns: impl Iterator<Item = &'a Compared>,
    rows: &Rows<'_>,
    parallel: &impl Parallel,
) -> Vec<Feature<'a>> {
    let known = columns.filter_map(|column| Some((column, rows.places(&column.report.name)?)));
    let (columns, places): (Vec<&Compared>, Vec<[usize; 2]>) = known.unzip();
    let [reference, current] = rows.cells(&places, parallel);
    let sides = reference.iter().zip(&current);
    let items = columns.into_iter().zip(sides).collect();
    parallel.map(items, |(column, (reference, current))| Feature::new(column, [reference, current], rows))
}

impl<'a> Feature<'a> {
    fn new(column: &'a Compared, sides: [&TextColumn; 2], rows: &Rows<'_>) -> Self {
        let kind = column.report.kind;
        let values = if kind.is_ordered() {
            let place = |cell: Option<&str>| {
                cell.and_then(|text| position(text, kind, column.spelling)).unwrap_or(f64::NAN)
            };
            Cells::Line(sides.map(|cells| cells.iter().map(place).collect()))
        } else {
            let levels = sides.map(|cells| cells.iter().map(|cell| cell.map(level)).collect::<Vec<_>>());
            let ranks = ranks(&levels, rows);
            let rank = |level: &Option<Cow<'_, str>>| Some(ranks[level.as_deref()?]);
            Cells::Levels(levels.each_ref().map(|side| side.iter().map(rank).collect()))
        };
        Self { name: &column.report.name, values, is_numeric: kind == ColumnType::Numeric }
    }
}

/// The rank of every level, the most frequent one first and equally frequent ones in the order of their names.
fn ranks<'a>(
    levels: &'a [Vec<Option<Cow<'a, str>>>; 2],
    rows: &Rows<'_>,
) -> HashMap<&'a str, usize, FixedState> {
    let mut counts: HashMap<&str, u64, FixedState> = HashMap::default();
    for (cells, rows) in levels.iter().zip(&rows.sides) {
        for (cell, (_, count)) in cells.iter().zip(rows) {
            if let Some(level) = cell {
                *counts.entry(level).or_default() += count;
            }
        }
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_unstable_by_key(|&(level, count)| (Reverse(count), level));
    order.into_iter().enumerate().map(|(rank, (level, _))| (level, rank)).collect()
}
