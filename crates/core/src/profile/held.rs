//! The values of a column, as they are spelled or sorted out.

use super::cell::{Cell, hash_of_value};
use super::levels::Levels;
use super::numbers::Numbers;
use super::short::ShortText;
use crate::Value;
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::collections::HashMap;

/// Distinct texts up to which a column is held as it is spelled. Beyond, cells are sorted into numbers, instants
/// and texts, and a number that turns out to be a level is spelled canonically (`7`, not `7.0`).
pub(super) const FEW: usize = 1024;

/// Which of the two it is depends on the set of distinct texts alone, never on their order or grouping.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Held {
    Few(Levels),
    Many(Box<Many>),
}

impl Default for Held {
    fn default() -> Self {
        Self::Few(Levels::default())
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Many {
    pub(super) numbers: Numbers,
    pub(super) instants: Numbers,
    pub(super) texts: Levels,
}

impl Many {
    fn add(&mut self, cell: Cell, text: &str, count: u64) -> u64 {
        match cell {
            Cell::Number(number) => self.numbers.add(number, count),
            Cell::Instant(seconds) => self.instants.add(seconds, count),
            Cell::Text => return self.texts.add(text, count, || cell.hash(text)),
        }
        cell.hash(text)
    }

    fn add_value(&mut self, value: Value) {
        match Cell::of_value(value) {
            Cell::Number(number) => self.numbers.add(number, 1),
            Cell::Instant(seconds) => self.instants.add(seconds, 1),
            Cell::Text => {
                self.texts.add(&value.spell(), 1, || hash_of_value(value));
            }
        }
    }

    fn add_levels(&mut self, levels: &Levels) {
        let (mut numbers, mut instants) = (Vec::new(), Vec::new());
        for (level, count) in levels.iter() {
            match Cell::of(level) {
                Cell::Number(number) => numbers.push((number, count)),
                Cell::Instant(seconds) => instants.push((seconds, count)),
                cell @ Cell::Text => {
                    self.texts.add(level, count, || cell.hash(level));
                }
            }
        }
        self.numbers.add_counted(numbers);
        self.instants.add_counted(instants);
    }
}

impl Held {
    /// Adds a text so many times and gives its hash.
    #[inline]
    pub(super) fn add(&mut self, text: &str, count: u64) -> u64 {
        match self {
            Self::Few(levels) => {
                let hash = levels.add(text, count, || Cell::of(text).hash(text));
                self.widen();
                hash
            }
            Self::Many(many) => many.add(Cell::of(text), text, count),
        }
    }

    /// The same of a short text, which is also given as it stands.
    #[inline]
    pub(super) fn add_short<'a>(&mut self, short: ShortText, text: impl FnOnce() -> &'a str) -> u64 {
        match self {
            Self::Few(levels) => {
                let hash = levels.add_short(short, 1, || Cell::of(short.as_str()).hash(short.as_str()));
                self.widen();
                hash
            }
            Self::Many(many) => {
                let text = text();
                many.add(Cell::of_short(short, || text), text, 1)
            }
        }
    }

    /// Adds values; where they are few, each distinct one is spelled once.
    pub(super) fn add_values(&mut self, values: impl Iterator<Item = Value> + Clone) {
        if let Self::Few(levels) = self {
            let mut counts: HashMap<u64, (Value, u64), FixedState> = HashMap::default();
            for value in values.clone() {
                counts.entry(value.bits()).or_insert((value, 0)).1 += 1;
                if counts.len() > FEW {
                    break;
                }
            }
            if counts.len() <= FEW {
                for (value, count) in counts.into_values() {
                    levels.add(&value.spell(), count, || hash_of_value(value));
                }
                return self.widen();
            }
        }
        let many = self.many();
        values.for_each(|value| many.add_value(value));
    }

    pub(super) fn merge(&mut self, other: Self) {
        match (&mut *self, other) {
            (Self::Few(own), Self::Few(other)) => {
                own.merge(other);
                self.widen();
            }
            (Self::Many(own), Self::Few(other)) => own.add_levels(&other),
            (Self::Few(own), Self::Many(mut other)) => {
                other.add_levels(own);
                *self = Self::Many(other);
            }
            (Self::Many(own), Self::Many(other)) => {
                own.numbers.merge(other.numbers);
                own.instants.merge(other.instants);
                own.texts.merge(other.texts);
            }
        }
    }

    #[inline]
    fn widen(&mut self) {
        if let Self::Few(levels) = self
            && levels.held() > FEW
        {
            self.many();
        }
    }

    pub(super) fn distinct(&self) -> usize {
        match self {
            Self::Few(levels) => levels.distinct(),
            Self::Many(many) => many.numbers.distinct() + many.instants.distinct() + many.texts.distinct(),
        }
    }

    /// Distinct values of both together.
    pub(super) fn distinct_in_both(&self, other: &Self) -> usize {
        if let (Self::Few(own), Self::Few(other)) = (self, other) {
            return own.distinct_in_both(other);
        }
        let (own, other) = (self.as_many(), other.as_many());
        own.numbers.distinct_in_both(&other.numbers)
            + own.instants.distinct_in_both(&other.instants)
            + own.texts.distinct_in_both(&other.texts)
    }

    pub(super) fn as_many(&self) -> Cow<'_, Many> {
        match self {
            Self::Few(levels) => {
                let mut many = Many::default();
                many.add_levels(levels);
                Cow::Owned(many)
            }
            Self::Many(many) => Cow::Borrowed(many),
        }
    }

    /// The form for many, whatever the form was.
    fn many(&mut self) -> &mut Many {
        if let Self::Few(_) = self {
            *self = Self::Many(Box::new(self.as_many().into_owned()));
        }
        match self {
            Self::Many(many) => many,
            Self::Few(_) => unreachable!("it was widened"),
        }
    }
}
