//! Texts in less memory than they take.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{Random, finding, report};
use driftglass_core::report::{ColumnReport, FindingCode};
use driftglass_core::{Chunk, ColumnType, Memory, MissingTokens, Profile, Report, TextColumn};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The least there is: a column holds some thousand texts.
const LITTLE: Memory = Memory::bytes(0);

fn profile(texts: &[String], memory: Memory) -> Profile {
    let mut profile = Profile::new(MissingTokens::default()).within(memory);
    for texts in texts.chunks(1000) {
        let mut column = TextColumn::default();
        for text in texts {
            column.push(text);
        }
        profile.observe(&Chunk::new(vec![(Arc::from("x"), column)]));
    }
    profile.settle();
    profile
}

fn column(report: &Report) -> &ColumnReport {
    &report.columns[0]
}

/// Names of which few are frequent and many rare: Zipf's law, about.
fn names(rows: usize, seed: u64) -> Vec<String> {
    let mut random = Random(seed);
    let name = |_| format!("name {}", libm::exp(11.0 * random.uniform()) as u64);
    (0..rows).map(name).collect()
}

/// Texts of which no two are the same.
fn notes(rows: usize, seed: u64) -> Vec<String> {
    let mut random = Random(seed);
    let note = |row| format!("on day {row} they said {}", "so ".repeat((9.0 * random.uniform()) as usize));
    (0..rows).map(note).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_is_held_depends_on_the_rows_alone(rows in 8000..30_000_usize, seed in any::<u64>(), cut in any::<prop::sample::Index>(), sorted in any::<bool>(), is_note in any::<bool>()) {
        let mut texts = if is_note { notes(rows, seed) } else { names(rows, seed) };
        let json = |profile: &Profile| serde_json::to_string(profile).unwrap();
        let whole = json(&profile(&texts, LITTLE));
        if sorted { texts.sort() } else { texts.reverse() }
        let (first, last) = texts.split_at(cut.index(texts.len()));
        prop_assert_eq!(&json(&profile(last, LITTLE).merge(profile(first, LITTLE))), &whole);
        prop_assert_eq!(&json(&profile(first, Memory::UNBOUNDED).merge(profile(last, LITTLE))), &whole);
    }

    #[test]
    fn counts_are_exact_and_the_rest_is_a_known_mass(rows in 20_000..40_000_usize, seed in any::<u64>()) {
        let (before, after) = (names(rows, seed), names(rows / 2, seed ^ 1));
        let held = report(&profile(&before, LITTLE), &profile(&after, Memory::UNBOUNDED));
        let column = column(&held);
        prop_assert_eq!(column.kind, ColumnType::Categorical);
        let mut counts = BTreeMap::<&str, u64>::new();
        for name in &before {
            *counts.entry(name).or_default() += 1;
        }
        let summary = column.reference.as_ref().unwrap();
        for level in &summary.levels {
            prop_assert_eq!(Some(&level.count), counts.get(level.label.as_str()));
        }
        let drawn = column.histogram.as_ref().unwrap();
        prop_assert_eq!(drawn.reference.iter().sum::<u64>(), before.len() as u64);
        prop_assert_eq!(drawn.current.iter().sum::<u64>(), after.len() as u64);
        let ratio = summary.distinct as f64 / counts.len() as f64;
        prop_assert!((0.9..1.1).contains(&ratio), "{ratio}");
    }
}

#[test]
fn no_drift_is_seen_in_groups_where_there_is_none_and_a_new_level_is_seen_there() {
    let same = |seed| names(30_000, seed);
    let held = report(&profile(&same(1), LITTLE), &profile(&same(2), LITTLE));
    assert!(!column(&held).drifted);
    assert!(column(&held).p_value.get().unwrap() > 0.001);
    for name in ["new one", "another new one", "a third new one", "a fourth"] {
        let mut after = same(2);
        after[..6000].fill(name.to_owned());
        let held = report(&profile(&same(1), LITTLE), &profile(&after, LITTLE));
        assert!(column(&held).drifted, "{name}");
    }
}

#[test]
fn lengths_of_texts_are_those_of_all() {
    let (before, after) = (notes(20_000, 1), notes(9_000, 2));
    let exact = report(&profile(&before, Memory::UNBOUNDED), &profile(&after, Memory::UNBOUNDED));
    let held = report(&profile(&before, LITTLE), &profile(&after, LITTLE));
    let (exact, held) = (column(&exact), column(&held));
    assert_eq!((exact.kind, held.kind), (ColumnType::Text, ColumnType::Text));
    assert_eq!(exact.methods, held.methods);
    assert_eq!(held.aspects.len(), exact.aspects.len());
    assert_eq!(held.reference.as_ref().unwrap().distinct, 20_000);
}

#[test]
fn the_report_says_how_texts_were_held() {
    let (before, after) = (names(40_000, 1), names(2000, 2));
    let held = report(&profile(&before, LITTLE), &profile(&after, LITTLE));
    let message = &finding(&held, FindingCode::Sketched).unwrap().message;
    assert_eq!(
        message,
        "the reference has more distinct values than memory was given for; of texts 1 in 4 was told apart, \
         the others were compared in 1024 groups"
    );
    let sketch = column(&held).sketch.as_ref().unwrap();
    assert_eq!(sketch.reference.as_ref().unwrap().texts.unwrap().get(), Some(0.25));
    assert_eq!(sketch.current, None);
}
