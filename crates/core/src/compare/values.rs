//! A column as it is compared: on a line, or as counts of levels.

use super::nature::Nature;
use crate::ColumnType;
use crate::profile::{ColumnProfile, GROUPS, Line, Spelling, format_number};
use driftglass_stats::{Distribution, Samples};
use std::borrow::Cow;

/// Both sides of a column.
pub(super) enum Values<'a> {
    /// Numbers, instants or lengths; the junk of each side beside them.
    Line([Line<'a>; 2]),
    /// Counts over the union of levels, in the order of the levels.
    Levels(LevelTable),
}

/// Counts of both sides over the same levels.
#[derive(Debug, Clone, Default)]
pub(super) struct LevelTable {
    pub(super) labels: Vec<String>,
    pub(super) counts: [Vec<u64>; 2],
    /// How many of them, at the end, are groups of levels.
    pub(super) groups: usize,
}

impl<'a> Values<'a> {
    pub(super) fn of(sides: [&'a ColumnProfile; 2], nature: &Nature) -> Self {
        if nature.kind.is_ordered() {
            Self::Line(sides.map(|side| side.line(nature.kind, nature.spelling)))
        } else if nature.levels_are_numbers {
            let lines = sides.map(|side| side.line(ColumnType::Numeric, Spelling::default()));
            Self::Levels(LevelTable::of_numbers([&lines[0].distribution, &lines[1].distribution]))
        } else {
            Self::Levels(LevelTable::of(sides))
        }
    }

    /// Both sides as samples, where they are on a line.
    pub(super) fn samples(&self) -> Option<Samples<'_>> {
        match self {
            Self::Line([reference, current]) => {
                Some(Samples::new(&reference.distribution, &current.distribution))
            }
            Self::Levels(_) => None,
        }
    }

    /// How many values each side has to compare.
    pub(super) fn totals(&self) -> [u64; 2] {
        match self {
            Self::Line(lines) => [0, 1].map(|side| lines[side].distribution.total()),
            Self::Levels(table) => [0, 1].map(|side| table.counts[side].iter().sum()),
        }
    }

    /// The values as levels, those on a line by their number.
    pub(super) fn as_levels(&self) -> Cow<'_, LevelTable> {
        match self {
            Self::Line([reference, current]) => {
                Cow::Owned(LevelTable::of_numbers([&reference.distribution, &current.distribution]))
            }
            Self::Levels(table) => Cow::Borrowed(table),
        }
    }

    /// Whether both sides together have no more than one distinct value.
    pub(super) fn is_constant(&self) -> bool {
        match self {
            Self::Line([reference, current]) => {
                match (reference.distribution.values(), current.distribution.values()) {
                    ([], [_] | []) | ([_], []) => true,
                    ([one], [other]) => one.total_cmp(other).is_eq(),
                    _ => false,
                }
            }
            Self::Levels(table) => table.labels.len() < 2,
        }
    }

    /// Whether the column is time and one side ends before the other begins.
    pub(super) fn are_apart_in_time(&self, kind: ColumnType) -> bool {
        let Self::Line(lines) = self else { return false };
        let ends = |side: usize| {
            let values = lines[side].distribution.values();
            Some((*values.first()?, *values.last()?))
        };
        let (Some(reference), Some(current)) = (ends(0), ends(1)) else { return false };
        kind == ColumnType::Datetime && (reference.1 < current.0 || current.1 < reference.0)
    }
}

impl LevelTable {
    fn of(sides: [&ColumnProfile; 2]) -> Self {
        let groups = sides.map(ColumnProfile::groups);
        let [reference, mut current] = sides.map(ColumnProfile::levels);
        let mut table = Self::default();
        for (label, count) in reference {
            table.counts[1].push(current.remove(&label).unwrap_or(0));
            table.counts[0].push(count);
            table.labels.push(label);
        }
        for (label, count) in current {
            table.labels.push(label);
            table.counts[0].push(0);
            table.counts[1].push(count);
        }
        if sides.iter().any(|side| side.left_out().is_some()) {
            table.leave_out_rare(sides, groups.map(|groups| groups.map_or(0, |counts| counts.iter().sum())));
        } else if let [Some(reference), Some(current)] = groups {
            for group in (0..GROUPS).filter(|&group| reference[group] + current[group] > 0) {
                table.labels.push(format!("other levels, group {} of {GROUPS}", group + 1));
                table.counts[0].push(reference[group]);
                table.counts[1].push(current[group]);
                table.groups += 1;
            }
        }
        table
    }

    /// Puts levels together that a side may have left out because they were rare, with what either side counts without a name. Which they are is told by
    /// how often they occur on both sides together, so that no side looks different by what it left out: so often that the side would have kept
    /// them, were it like the other one.
    fn leave_out_rare(&mut self, sides: [&ColumnProfile; 2], unnamed: [u64; 2]) {
        let left_out = sides.map(ColumnProfile::left_out);
        let mut rest = [0, 1].map(|side| unnamed[side] + left_out[side].map_or(0, |(count, _)| count));
        let named = |counts: &[u64]| counts.iter().sum::<u64>();
        let totals = [0, 1].map(|side| (named(&self.counts[side]) + rest[side]) as f64);
        let is_kept = |counts: [u64; 2]| {
            [0, 1].into_iter().all(|side| {
                let expected = (counts[0] + counts[1]) as f64 * totals[side] / (totals[0] + totals[1]);
                // Four standard deviations above what is left out.
                left_out[side]
                    .is_none_or(|(_, least)| expected >= least as f64 + 4.0 * (least as f64).sqrt() + 4.0)
            })
        };
        let [reference, current] = std::mem::take(&mut self.counts);
        for ((label, before), after) in
            std::mem::take(&mut self.labels).into_iter().zip(reference).zip(current)
        {
            if is_kept([before, after]) {
                self.labels.push(label);
                self.counts[0].push(before);
                self.counts[1].push(after);
            } else {
                rest[0] += before;
                rest[1] += after;
            }
        }
        self.labels.push("rare levels".to_owned());
        self.groups = 1;
        for (counts, rest) in self.counts.iter_mut().zip(rest) {
            counts.push(rest);
        }
    }

    /// The places of the levels that are known by name.
    pub(super) fn named(&self) -> std::ops::Range<usize> {
        0..self.labels.len() - self.groups
    }

    /// The distinct numbers of both sides, ascending.
    fn of_numbers(sides: [&Distribution; 2]) -> Self {
        let all = sides[0].merge(sides[1]);
        let count = |side: &Distribution, value: &f64| {
            let found = side.values().binary_search_by(|own| own.total_cmp(value));
            found.map_or(0, |position| side.count(position))
        };
        Self {
            labels: all.values().iter().map(|&value| format_number(value)).collect(),
            counts: sides.map(|side| all.values().iter().map(|value| count(side, value)).collect()),
            groups: 0,
        }
    }
}
