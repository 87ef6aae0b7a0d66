//! The profile of one column.

use super::cell::{Cell, format_number, hash_of_value};
use super::census::{Census, Spelling};
use super::dates;
use super::figures;
use super::grouped::{Grouped, is_code};
use super::held::Held;
use super::levels::Levels;
use super::missing::MissingTokens;
use super::numbers::Numbers;
use super::run::Run;
use crate::infer::Look;
use crate::{Column, ColumnType, TextColumn, datetime};
use driftglass_stats::Distribution;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a comparison needs to know of a column: which cells have a value, and which values they have. It does not
/// decide the column's type, because that needs the whole of both data sets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ColumnProfile {
    pub(super) values: u64,
    pub(super) held: Held,
    /// What a typed file calls strings: never numbers or dates, unless somebody asks for them on a line.
    pub(super) strings: Levels,
}

/// A column on a line: its values in order, and the texts that are none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line<'a> {
    pub(crate) distribution: Cow<'a, Distribution>,
    pub(crate) junk: BTreeMap<String, u64>,
}

impl From<Distribution> for Line<'_> {
    fn from(distribution: Distribution) -> Self {
        Self { distribution: Cow::Owned(distribution), junk: BTreeMap::new() }
    }
}

/// What is known of numbers before they were rounded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whole {
    pub(crate) values: u64,
    /// About how many distinct ones there were.
    pub(crate) distinct: u64,
    pub(crate) least: f64,
    pub(crate) greatest: f64,
}

/// Where a value is on the line of its column, unless it is junk there.
pub(crate) fn position(text: &str, kind: ColumnType, spelling: Spelling) -> Option<f64> {
    match (kind, Cell::of(text)) {
        (ColumnType::Datetime, Cell::Instant(seconds)) => Some(seconds),
        (ColumnType::Datetime, Cell::Text) => dates::usual(text, spelling.day),
        (ColumnType::Datetime, Cell::Number(number)) => dates::of_number(number),
        (ColumnType::Text, _) => Some(text.chars().count() as f64),
        (ColumnType::Numeric, Cell::Number(number)) => Some(number),
        (ColumnType::Numeric, Cell::Text) => figures::usual(text, spelling.comma),
        _ => None,
    }
}

/// The level that a value is: a number in its canonical spelling.
pub(crate) fn level(text: &str) -> Cow<'_, str> {
    match Cell::of(text) {
        Cell::Number(number) => Cow::Owned(format_number(number)),
        _ => Cow::Borrowed(text),
    }
}

impl ColumnProfile {
    /// Cells that have a value.
    pub fn values(&self) -> u64 {
        self.values
    }

    /// What its cells look like by themselves, if any has a value; its name tells times and identifiers.
    pub fn look(&self, name: &str) -> Option<Look> {
        Look::of(name, self.census(), || self.distinct())
    }

    /// Adds cells; `on_value` is told of each that has a value, by its place and its hash.
    pub(super) fn observe(
        &mut self,
        cells: &Column,
        missing: &MissingTokens,
        mut on_value: impl FnMut(usize, u64),
    ) {
        match cells {
            Column::Spelled(cells) => {
                let mut run = Run::default();
                for (row, &place) in cells.places().iter().enumerate() {
                    let hash = if let Some(short) = missing.short_value(cells.text(), place) {
                        self.held.add_short(short, || cells.at(place).unwrap_or_default())
                    } else {
                        let Some(text) = cells.at(place).and_then(|cell| missing.value(cell)) else {
                            continue;
                        };
                        run.add(text, &mut self.held)
                    };
                    self.values += 1;
                    on_value(row, hash);
                }
                run.finish(&mut self.held);
            }
            Column::Strings(cells) => {
                for (place, text) in present(cells, missing) {
                    self.values += 1;
                    on_value(place, self.strings.add(text, 1, || Cell::Text.hash(text)));
                }
            }
            Column::Values(values) => {
                let values = values.iter().enumerate().filter_map(|(place, value)| Some((place, (*value)?)));
                let values = values.filter(|(_, value)| !missing.contains_value(*value));
                for (place, value) in values.clone() {
                    self.values += 1;
                    on_value(place, hash_of_value(value));
                }
                self.held.add_values(values.map(|(_, value)| value));
            }
            Column::Unread(_) => {}
        }
    }

    /// Puts in order what came in since the last time.
    pub(super) fn settle(&mut self) {
        if let Held::Many(many) = &mut self.held {
            many.numbers.settle();
            many.instants.settle();
        }
    }

    /// About the memory that its values take.
    pub(super) fn bytes(&self) -> usize {
        let held = match &self.held {
            Held::Few(levels) => levels.bytes(),
            Held::Many(many) => many.numbers.bytes() + many.instants.bytes() + many.texts.bytes(),
        };
        held + self.strings.bytes() + self.grouped().map(Grouped::bytes).sum::<usize>()
    }

    /// Holds values in less detail where numbers, instants or texts take more than so many bytes. Few columns have many of more than
    /// one kind.
    pub(super) fn bound(&mut self, bytes: usize) {
        self.strings.bound(bytes);
        if let Held::Many(many) = &mut self.held {
            many.numbers.bound(bytes);
            many.instants.bound(bytes);
            many.texts.bound(bytes);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.values += other.values;
        self.held.merge(other.held);
        self.strings.merge(other.strings);
    }

    /// Distinct values, a number in two spellings counting twice where there are few.
    pub(crate) fn distinct(&self) -> usize {
        self.strings.distinct() + self.held.distinct()
    }

    /// Distinct values of both sides together.
    pub(crate) fn distinct_in_both(reference: &Self, current: &Self) -> usize {
        reference.held.distinct_in_both(&current.held) + reference.strings.distinct_in_both(&current.strings)
    }

    /// Whether every text could be a name of a row: a single word of ASCII, or a code in several parts such as `AB 12 345`.
    pub(crate) fn is_codes(&self) -> bool {
        let texts = match &self.held {
            Held::Few(levels) => levels,
            Held::Many(many) => &many.texts,
        };
        texts.iter().chain(self.strings.iter()).all(|(text, _)| is_code(text))
            && self.grouped().all(|grouped| grouped.are_codes)
    }

    /// The texts that are not held, where there are any.
    pub(super) fn grouped(&self) -> impl Iterator<Item = &Grouped> {
        let texts = match &self.held {
            Held::Few(_) => None,
            Held::Many(many) => many.texts.grouped(),
        };
        texts.into_iter().chain(self.strings.grouped())
    }

    /// How often texts that are not held occur, by their group.
    pub(crate) fn groups(&self) -> Option<Vec<u64>> {
        self.grouped().map(|grouped| grouped.counts.clone()).reduce(|mut sum, counts| {
            sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            sum
        })
    }

    /// Whether the numbers lie close together: at least one in five from the least to the greatest is there.
    pub(crate) fn is_dense(&self) -> bool {
        let numbers = match &self.held {
            Held::Many(many) => Cow::Borrowed(&many.numbers),
            Held::Few(_) => {
                let line = self.line(ColumnType::Numeric, Spelling::default());
                Cow::Owned(Numbers::from(line.distribution.into_owned()))
            }
        };
        let Some((least, greatest)) = numbers.extremes() else { return false };
        greatest - least + 1.0 <= 5.0 * numbers.distinct() as f64
    }

    /// What is known of numbers or instants before they were rounded.
    pub(crate) fn whole(&self, kind: ColumnType) -> Option<Whole> {
        let many = self.held.as_many();
        let numbers = match kind {
            ColumnType::Numeric => &many.numbers,
            ColumnType::Datetime => &many.instants,
            ColumnType::Categorical | ColumnType::Boolean | ColumnType::Text => return None,
        };
        let (least, greatest) = numbers.extremes()?;
        Some(Whole { values: numbers.total(), distinct: numbers.distinct() as u64, least, greatest })
    }

    /// The least and the greatest number, as they were before any rounding.
    pub(crate) fn range(&self) -> Option<(f64, f64)> {
        if !self.is_whole() {
            return self.whole(ColumnType::Numeric).map(|whole| (whole.least, whole.greatest));
        }
        let line = self.line(ColumnType::Numeric, self.census().spelling()).distribution;
        Some((*line.values().first()?, *line.values().last()?))
    }

    pub(crate) fn census(&self) -> Census {
        let mut census = Census { values: self.values, ..Census::default() };
        let texts = match &self.held {
            Held::Few(levels) => levels,
            Held::Many(many) => {
                census = census.and(many.numbers.census());
                census.instants = many.instants.total();
                if let Some(grouped) = many.texts.grouped() {
                    census = census.and(grouped.census);
                }
                &many.texts
            }
        };
        for (text, count) in texts.iter() {
            census.count(Cell::of(text), text, count);
        }
        for (text, count) in self.strings.iter() {
            census.count_string(text, count);
        }
        census.answers += self.strings.grouped().map_or(0, |grouped| grouped.census.answers);
        census
    }

    /// The column as counts of its levels.
    pub(crate) fn levels(&self) -> BTreeMap<String, u64> {
        let mut out = BTreeMap::new();
        let texts = match &self.held {
            Held::Few(levels) => levels,
            Held::Many(many) => {
                for (number, count) in many.numbers.distribution().pairs() {
                    out.insert(format_number(number), count);
                }
                for (seconds, count) in many.instants.distribution().pairs() {
                    *out.entry(datetime::iso(seconds)).or_default() += count;
                }
                &many.texts
            }
        };
        for (text, count) in texts.iter().chain(self.strings.iter()) {
            *out.entry(text.to_owned()).or_default() += count;
        }
        out
    }

    /// The column on a line, as numbers, instants or lengths of texts.
    pub(crate) fn line(&self, kind: ColumnType, spelling: Spelling) -> Line<'_> {
        let mut pairs = Vec::new();
        let mut junk = BTreeMap::new();
        let mut place = |text: &str, count| match position(text, kind, spelling) {
            Some(value) => pairs.push((value, count)),
            None => *junk.entry(text.to_owned()).or_default() += count,
        };
        self.strings.iter().for_each(|(text, count)| place(text, count));
        match &self.held {
            Held::Few(levels) => levels.iter().for_each(|(text, count)| place(text, count)),
            Held::Many(many) => {
                many.texts.iter().for_each(|(text, count)| place(text, count));
                if kind != ColumnType::Numeric {
                    let numbers = many.numbers.distribution();
                    numbers.pairs().for_each(|(number, count)| place(&format_number(number), count));
                }
                if kind != ColumnType::Datetime {
                    let instants = many.instants.distribution();
                    instants.pairs().for_each(|(seconds, count)| place(&datetime::iso(seconds), count));
                }
            }
        }
        if kind == ColumnType::Text {
            let lengths = self.grouped().flat_map(|grouped| &grouped.lengths);
            pairs.extend(lengths.map(|(&length, &count)| (length as f64, count)));
        }
        let spelled = Distribution::from_pairs(pairs);
        let numbers = match (&self.held, kind) {
            (Held::Many(many), ColumnType::Numeric) => Some(many.numbers.distribution()),
            (Held::Many(many), ColumnType::Datetime) => Some(many.instants.distribution()),
            _ => None,
        };
        let distribution = match numbers {
            Some(numbers) if spelled.is_empty() => numbers,
            Some(numbers) => Cow::Owned(numbers.merge(&spelled)),
            None => Cow::Owned(spelled),
        };
        Line { distribution, junk }
    }
}

/// The trimmed cells that have a value, with their places.
fn present<'a>(cells: &'a TextColumn, missing: &'a MissingTokens) -> impl Iterator<Item = (usize, &'a str)> {
    cells.iter().enumerate().filter_map(|(place, cell)| Some((place, missing.value(cell?)?)))
}
