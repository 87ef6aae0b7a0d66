//! Columns made of nothing but a seed.

use driftglass_core::policy::Policy;
use driftglass_core::report::{Aspect, AspectName, ColumnReport};
use driftglass_core::{Chunk, MissingTokens, Profile, TextColumn, compare};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};
use std::sync::Arc;

pub(crate) struct Random(Pcg64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.0.next_u64() % bound as u64) as usize
    }

    pub(crate) fn uniform(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A text of words that are the rarer the higher their number, as in a language.
    pub(crate) fn text(&mut self, words: usize, word: impl Fn(usize) -> String) -> String {
        let zipf = |u: f64| libm::exp(u * libm::log(3000.0)) as usize;
        (0..words).map(|_| word(zipf(self.uniform()))).collect::<Vec<_>>().join(" ")
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
    let mut report = compare(&profile(reference), &profile(current), policy).unwrap();
    report.columns.remove(0)
}

fn profile(cells: &[String]) -> Profile {
    let mut column = TextColumn::default();
    cells.iter().for_each(|cell| column.push(cell));
    let mut profile = Profile::new(MissingTokens::default());
    profile.observe(&Chunk::new(vec![(Arc::from("column"), column)]));
    profile
}

/// The aspect of a name, which must be there.
pub(crate) fn aspect(column: &ColumnReport, name: AspectName) -> &Aspect {
    let found = column.aspects.iter().find(|aspect| aspect.name == name);
    found.unwrap_or_else(|| panic!("{name:?} among {:?}", names(column)))
}

pub(crate) fn names(column: &ColumnReport) -> Vec<AspectName> {
    column.aspects.iter().map(|aspect| aspect.name).collect()
}
