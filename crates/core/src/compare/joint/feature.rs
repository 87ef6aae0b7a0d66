//! A column of the samples, as the models read it.

use super::rows::Rows;
use crate::ColumnType;
use crate::profile::{SampledRow, Spelling, level, position};
use foldhash::fast::FixedState;
use std::borrow::Cow;
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
    pub(super) fn new<'r>(
        name: &'a str,
        kind: ColumnType,
        spelling: Spelling,
        rows: &Rows<'r>,
    ) -> Option<Self> {
        let [reference, current] = rows.profiles.map(|profile| profile.place(name).map(|(place, _)| place));
        let places = [reference?, current?];
        let cells = |side: usize| rows.sides[side].iter().map(move |(_, row)| row.cell(places[side]));
        let values = if kind.is_ordered() {
            let place =
                |cell: Option<&str>| cell.and_then(|text| position(text, kind, spelling)).unwrap_or(f64::NAN);
            Cells::Line([0, 1].map(|side| cells(side).map(place).collect()))
        } else {
            let mut seen = Seen::default();
            let numbers = [0, 1].map(|side| {
                let number = |&(_, row): &(u64, &'r SampledRow)| {
                    Some(seen.add(level(row.cell(places[side])?), row.count))
                };
                rows.sides[side].iter().map(number).collect::<Vec<_>>()
            });
            let ranks = seen.ranks();
            Cells::Levels(numbers.map(|side| side.into_iter().map(|number| Some(ranks[number?])).collect()))
        };
        Some(Self { name, values, is_numeric: kind == ColumnType::Numeric })
    }
}

/// Levels in the order in which they come, with how often they occur.
#[derive(Default)]
struct Seen<'a> {
    numbers: HashMap<Cow<'a, str>, usize, FixedState>,
    counts: Vec<u64>,
}

impl<'a> Seen<'a> {
    /// Adds a level so many times and gives its number.
    fn add(&mut self, level: Cow<'a, str>, count: u64) -> usize {
        let next = self.counts.len();
        let number = *self.numbers.entry(level).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        self.counts[number] += count;
        number
    }

    /// The rank of each number: the most frequent level first and equally frequent ones in the order of their names.
    fn ranks(self) -> Vec<usize> {
        let mut order: Vec<_> = self.numbers.into_iter().collect();
        order.sort_unstable_by(|(a, i), (b, j)| (self.counts[*j], a).cmp(&(self.counts[*i], b)));
        let mut ranks = vec![0; order.len()];
        order.into_iter().enumerate().for_each(|(rank, (_, number))| ranks[number] = rank);
        ranks
    }
}
