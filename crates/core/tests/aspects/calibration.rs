//! Without drift, p-values hold their level: no more than alpha of them are under alpha, but for the luck of a finite simulation.

use crate::data::{Random, compared, english};
use driftglass_core::report::{AspectName, ColumnReport};
use std::collections::BTreeMap;

const REPEATS: u64 = 200;
const ALPHA: f64 = 0.05;

/// 10 of 200 are expected at the most; 20 or more happen to one run in 600.
const TOO_MANY: usize = 20;

/// Counts, over all repeats, how often an aspect and the whole column are under alpha.
fn rejections(make: impl Fn(&mut Random) -> [Vec<String>; 2]) -> BTreeMap<Option<AspectName>, usize> {
    let mut under: BTreeMap<Option<AspectName>, usize> = BTreeMap::new();
    for seed in 0..REPEATS {
        let [reference, current] = make(&mut Random::new(seed));
        let ColumnReport { p_value, aspects, .. } = compared(&reference, &current);
        let own = aspects.iter().map(|aspect| (Some(aspect.name), aspect.p_value));
        for (name, p) in own.chain([(None, p_value)]) {
            *under.entry(name).or_default() += usize::from(p.get().is_some_and(|p| p < ALPHA));
        }
    }
    under
}

#[track_caller]
fn assert_held(under: &BTreeMap<Option<AspectName>, usize>) {
    assert!(under.contains_key(&None) && under.len() > 1, "{under:?}");
    assert!(under.values().all(|count| *count < TOO_MANY), "of {REPEATS}: {under:?}");
}

fn rows(random: &mut Random, count: usize, make: fn(&mut Random) -> String) -> Vec<String> {
    (0..count).map(|_| make(random)).collect()
}

#[test]
fn texts_hold_their_level() {
    let under = rejections(|random| [rows(random, 150, Random::remark), rows(random, 100, Random::remark)]);
    assert_held(&under);
    assert_eq!(
        under.len(),
        7,
        "length, words, letters, spaces, unseen words, the classifier, and all: {under:?}"
    );
}

#[test]
fn a_small_current_sample_holds_its_level() {
    assert_held(&rejections(|random| [rows(random, 300, Random::remark), rows(random, 40, Random::remark)]));
}

#[test]
fn a_reference_smaller_than_the_current_data_holds_its_level() {
    assert_held(&rejections(|random| [rows(random, 60, Random::remark), rows(random, 200, Random::remark)]));
}

/// Half of the rows are one of a few stock replies.
#[test]
fn texts_with_copies_hold_their_level() {
    let reply = |random: &mut Random| {
        if random.below(10) < 4 {
            let stock = random.below(5);
            Random::new(stock as u64).text(8, english)
        } else {
            random.remark()
        }
    };
    assert_held(&rejections(|random| [rows(random, 160, reply), rows(random, 120, reply)]));
}

/// Instants of three weeks, in office hours, on the same weeks on both sides.
#[test]
fn instants_hold_their_level() {
    let instant = |random: &mut Random| {
        let (day, hour) = (random.below(21), 8 + random.below(10));
        format!("2026-01-{:02}T{hour:02}:{:02}:00Z", 5 + day, random.below(60))
    };
    let under = rejections(|random| [rows(random, 400, instant), rows(random, 150, instant)]);
    assert_held(&under);
    assert_eq!(under.len(), 4, "time, hour, weekday, and all: {under:?}");
}

/// Two weeks after three: nothing to say of the time, and no drift in hours or weekdays.
#[test]
fn instants_apart_in_time_hold_their_level() {
    let made = |random: &mut Random, first: usize, days: usize| {
        let day = first + random.below(days);
        format!("2026-01-{day:02} {:02}:{:02}:00", random.below(24), random.below(60))
    };
    let under = rejections(|random| {
        let reference = (0..400).map(|_| made(random, 1, 15)).collect();
        [reference, (0..300).map(|_| made(random, 16, 15)).collect()]
    });
    assert_held(&under);
    assert_eq!(under.len(), 4, "{under:?}");
}
