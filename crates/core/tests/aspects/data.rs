//! Columns made of nothing but a seed.

use crate::common;
use driftglass_core::compare;
use driftglass_core::policy::Policy;
use driftglass_core::report::{Aspect, AspectName, ColumnReport};

pub(crate) struct Random(common::Random);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        // Seeds side by side must not give overlapping streams.
        Self(common::Random(seed.wrapping_mul(0xd134_2543_de82_ef95)))
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.0.uniform() * bound as f64) as usize
    }

    /// A text of words that are the rarer the higher their number, as in a language.
    pub(crate) fn text(&mut self, words: usize, word: impl Fn(usize) -> String) -> String {
        let zipf = |u: f64| libm::exp(u * libm::log(3000.0)) as usize;
        (0..words).map(|_| word(zipf(self.0.uniform()))).collect::<Vec<_>>().join(" ")
    }

    /// 4 to 12 words.
    pub(crate) fn remark(&mut self) -> String {
        let words = 4 + self.below(9);
        self.text(words, english)
    }
}

/// The word of a number: made of syllables, so that words of one language look alike.
pub(crate) fn english(number: usize) -> String {
    spell(number, ["ter", "ing", "the", "con", "pro", "ma", "li", "sto", "re", "ed"])
}

pub(crate) fn german(number: usize) -> String {
    spell(number, ["sch", "ung", "ver", "kei", "auf", "über", "zu", "ein", "ge", "ße"])
}

fn spell(number: usize, syllables: [&str; 10]) -> String {
    number.to_string().bytes().map(|digit| syllables[usize::from(digit - b'0')]).collect()
}

/// The comparison of one column.
pub(crate) fn compared(reference: &[String], current: &[String]) -> ColumnReport {
    compared_under(&Policy::default(), reference, current)
}

pub(crate) fn compared_under(policy: &Policy, reference: &[String], current: &[String]) -> ColumnReport {
    let profile = |cells: &[String]| {
        common::profile(&["column"], &cells.iter().map(|cell| [cell.clone()]).collect::<Vec<_>>())
    };
    let mut report =
        compare(&profile(reference), &profile(current), policy).expect("the policy fits the column");
    report.columns.remove(0)
}

/// The aspect of a name, which must be there.
pub(crate) fn aspect(column: &ColumnReport, name: AspectName) -> &Aspect {
    let found = column.aspects.iter().find(|aspect| aspect.name == name);
    found.expect("the aspect is among those that were compared")
}

pub(crate) fn names(column: &ColumnReport) -> Vec<AspectName> {
    column.aspects.iter().map(|aspect| aspect.name).collect()
}
