//! What a text is made of: how many words, and which share of its characters each class has.

use super::{mean, tested};
use crate::compare::values::Values;
use crate::judge;
use crate::policy::Policy;
use crate::profile::Line;
use crate::report::{Aspect, AspectName, Contribution};
use crate::{ColumnType, Method, label};
use driftglass_stats::{Distribution, Summary};
use std::collections::BTreeMap;

/// What is measured of every text, in this order.
const MEASURED: [AspectName; 6] = [
    AspectName::Words,
    AspectName::Letters,
    AspectName::Digits,
    AspectName::Spaces,
    AspectName::Punctuation,
    AspectName::Other,
];

/// A mean that moved by less than this part of the spread does not tell what changed.
const TELLING_SHIFT: f64 = 0.1;

/// The number of words and the classes of characters, those that vary.
pub(super) fn aspects(sides: &[BTreeMap<String, u64>; 2], policy: &Policy, seed: u64) -> Vec<Aspect> {
    let [reference, current] = [measure(&sides[0]), measure(&sides[1])];
    let pairs = reference.into_iter().zip(current);
    MEASURED.into_iter().zip(pairs).filter_map(|(name, (a, b))| on_line(name, [a, b], policy, seed)).collect()
}

/// The distribution of each measure over the texts of a side.
fn measure(texts: &BTreeMap<String, u64>) -> [Distribution; MEASURED.len()] {
    let mut pairs: [Vec<(f64, u64)>; MEASURED.len()] = Default::default();
    for (text, &count) in texts {
        for (pairs, value) in pairs.iter_mut().zip(measures(text)) {
            pairs.push((value, count));
        }
    }
    pairs.map(Distribution::from_pairs)
}

/// The words (runs between white space), and the classes of characters in per cent of all: ASCII letters, ASCII digits, white space, ASCII
/// punctuation, and the rest, which is other scripts, accents and symbols.
fn measures(text: &str) -> [f64; MEASURED.len()] {
    let [mut letters, mut digits, mut spaces, mut punctuation, mut other] = [0_u32; 5];
    for c in text.chars() {
        let class = match c {
            'A'..='Z' | 'a'..='z' => &mut letters,
            '0'..='9' => &mut digits,
            _ if c.is_whitespace() => &mut spaces,
            _ if c.is_ascii_punctuation() => &mut punctuation,
            _ => &mut other,
        };
        *class += 1;
    }
    let all = f64::from((letters + digits + spaces + punctuation + other).max(1));
    let share = |class: u32| 100.0 * f64::from(class) / all;
    let words = text.split_whitespace().count() as f64;
    [words, share(letters), share(digits), share(spaces), share(punctuation), share(other)]
}

/// An aspect that is a number for every text, by Kolmogorov-Smirnov.
pub(super) fn on_line(
    name: AspectName,
    sides: [Distribution; 2],
    policy: &Policy,
    seed: u64,
) -> Option<Aspect> {
    let shift = shift(name, [&sides[0], &sides[1]]);
    let values = Values::Line(sides.map(Line::from));
    let aspect = tested(name, Method::Ks, &values, policy, seed)?;
    let change = shift.or_else(|| Some(format!("{} {}", noun(name), aspect.change.as_deref()?)));
    Some(Aspect { change, ..aspect })
}

/// The change of the mean, where that tells: `digits: mean 2.1 % -> 9.8 %`.
fn shift(name: AspectName, [reference, current]: [&Distribution; 2]) -> Option<String> {
    let (before, after) = (mean(reference), mean(current));
    let spread = |side: &Distribution| Summary::of(side).and_then(|summary| summary.std).unwrap_or(0.0);
    if (after - before).abs() <= TELLING_SHIFT * spread(reference).max(spread(current)) {
        return None;
    }
    let noun = noun(name);
    Some(match name {
        AspectName::Length | AspectName::Words => {
            let label = |value: f64| label::value((value * 10.0).round() / 10.0, ColumnType::Text);
            format!("{noun}: mean {} -> {}", label(before), label(after))
        }
        _ => format!("{noun}: mean {} -> {}", label::percent(before / 100.0), label::percent(after / 100.0)),
    })
}

/// What is counted, for a sentence that begins with the column's name.
fn noun(name: AspectName) -> &'static str {
    match name {
        AspectName::Length => "length",
        AspectName::Words => "words",
        AspectName::Letters => "letters",
        AspectName::Digits => "digits",
        AspectName::Spaces => "spaces",
        AspectName::Punctuation => "punctuation",
        AspectName::Other => "other characters",
        AspectName::UnseenWords => "words unseen in the reference",
        AspectName::Time | AspectName::Hour | AspectName::Weekday | AspectName::Classifier => "",
    }
}

/// The change in the length of the texts: the mean, or else the range of lengths that moved most.
pub(super) fn length_moved(top: Option<&Contribution>, lines: &[Line<'_>; 2]) -> Option<String> {
    let range = || Some(format!("{} {}", noun(AspectName::Length), judge::change(top?)?));
    shift(AspectName::Length, [&lines[0].distribution, &lines[1].distribution]).or_else(range)
}
