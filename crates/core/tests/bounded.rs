//! Profiles in less memory than their values take.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::Random;
use driftglass_core::policy::Policy;
use driftglass_core::report::{ColumnReport, FindingCode, Sketch};
use driftglass_core::{Chunk, Memory, MissingTokens, Profile, Report, TextColumn, compare};
use proptest::prelude::*;
use std::sync::Arc;

/// The least there is: a column holds 8192 distinct numbers.
const LITTLE: Memory = Memory::bytes(0);

fn chunk(numbers: &[f64]) -> Chunk {
    let mut column = TextColumn::default();
    for number in numbers {
        column.push(&number.to_string());
    }
    Chunk::new(vec![(Arc::from("x"), column)])
}

fn profile(numbers: &[f64], memory: Memory) -> Profile {
    let mut profile = Profile::new(MissingTokens::default()).within(memory);
    numbers.chunks(1000).for_each(|numbers| profile.observe(&chunk(numbers)));
    profile.settle();
    profile
}

fn report(reference: &Profile, current: &Profile) -> Report {
    compare(reference, current, &Policy::default()).unwrap()
}

fn column(report: &Report) -> &ColumnReport {
    &report.columns[0]
}

fn sketch(report: &Report) -> &Sketch {
    column(report).sketch.as_ref().unwrap()
}

/// What numbers look like, and how many there are; from a seed, so that a failure is short.
#[derive(Debug, Clone)]
struct Shape {
    kind: u8,
    rows: usize,
    seed: u64,
}

fn shape() -> impl Strategy<Value = Shape> {
    (0..6_u8, 12_000..30_000_usize, any::<u64>()).prop_map(|(kind, rows, seed)| Shape { kind, rows, seed })
}

impl Shape {
    fn numbers(&self) -> Vec<f64> {
        let mut random = Random(self.seed);
        let one = |row: usize| match self.kind {
            0 => 1e6 * random.uniform(),
            // Of many sizes.
            1 => libm::pow(2.0, 120.0 * random.uniform() - 60.0),
            // A value that many rows share.
            2 if random.uniform() < 0.4 => 9.99,
            2 => 1e3 * random.normal(),
            // Close together, far from zero.
            3 => (1.7e9 + 4e7 * random.uniform()).floor(),
            // In order.
            4 => row as f64 / 7.0,
            // Few distinct ones.
            _ => (50.0 * random.normal()).floor(),
        };
        (0..self.rows).map(one).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_held_depends_on_the_rows_alone(shape in shape(), cut in any::<prop::sample::Index>(), sorted in any::<bool>()) {
        let all = shape.numbers();
        let whole = profile(&all, LITTLE);
        let mut turned = all.clone();
        if sorted { turned.sort_by(f64::total_cmp) } else { turned.reverse() }
        let (first, last) = turned.split_at(cut.index(turned.len()));
        let merged = profile(last, LITTLE).merge(profile(first, LITTLE));
        prop_assert_eq!(serde_json::to_string(&merged).unwrap(), serde_json::to_string(&whole).unwrap());
        // A part that was held whole makes no difference either.
        let merged = profile(first, Memory::UNBOUNDED).merge(profile(last, LITTLE));
        prop_assert_eq!(serde_json::to_string(&merged).unwrap(), serde_json::to_string(&whole).unwrap());
    }

    #[test]
    fn distances_and_quantiles_are_within_the_bound(a in shape(), b in shape(), same in any::<bool>(), both in any::<bool>()) {
        let a = a.numbers();
        let b = if same { a.iter().map(|number| number * 1.01).collect() } else { b.numbers() };
        let exact = report(&profile(&a, Memory::UNBOUNDED), &profile(&b, Memory::UNBOUNDED));
        let held = report(&profile(&a, LITTLE), &profile(&b, if both { LITTLE } else { Memory::UNBOUNDED }));
        let Some(sketch) = &column(&held).sketch else {
            prop_assert_eq!(column(&exact), column(&held));
            return Ok(());
        };
        let error = sketch.rank_error.get().unwrap();
        let ks = |report: &Report| column(report).methods[&driftglass_core::Method::Ks].statistic.get().unwrap();
        let (all, few) = (ks(&exact), ks(&held));
        prop_assert!((few - 1e-11..=few + error + 1e-11).contains(&all), "{few} + {error} and {all}");
        let p_value = column(&exact).methods[&driftglass_core::Method::Ks].p_value.get().unwrap();
        prop_assert!(sketch.p_value_low.get().unwrap() <= p_value * (1.0 + 1e-9));
        prop_assert!(p_value <= sketch.p_value_high.get().unwrap() * (1.0 + 1e-9));
        let bits = [&sketch.reference, &sketch.current].into_iter().flatten().filter_map(|side| side.bits).min().unwrap();
        let within = libm::pow(0.5, f64::from(bits));
        for side in [|column: &ColumnReport| column.reference.clone(), |column: &ColumnReport| column.current.clone()] {
            let (exact, held) = (side(column(&exact)).unwrap(), side(column(&held)).unwrap());
            prop_assert_eq!((exact.min, exact.max, exact.count), (held.min, held.max, held.count));
            for (exact, held) in exact.quantiles.iter().zip(&held.quantiles) {
                let (exact, held) = (exact.value.get().unwrap(), held.value.get().unwrap());
                prop_assert!((exact - held).abs() <= 2.0 * within * exact.abs().max(held.abs()), "{exact} {held}, {bits} bits");
            }
        }
    }
}

#[test]
fn what_fits_is_held_whole() {
    let few: Vec<f64> = (0..50_000).map(|i| f64::from(i % 8000) / 8.0).collect();
    let current: Vec<f64> = (0..9000).map(f64::from).collect();
    let bounded = report(&profile(&few, LITTLE), &profile(&current, Memory::bytes(1 << 30)));
    let unbounded = report(&profile(&few, Memory::UNBOUNDED), &profile(&current, Memory::UNBOUNDED));
    assert_eq!(bounded.to_json(), unbounded.to_json());
}

#[test]
fn what_is_known_of_values_that_are_not_held_is_memory_too() {
    let numbers: Vec<f64> = (0..40_000).map(|i| f64::from(i) / 7.0).collect();
    let hashes = 8 * 16_384;
    let bytes = profile(&numbers, LITTLE).bytes();
    assert!((hashes + 16 * 4096..hashes + 16 * 8192).contains(&bytes), "{bytes}");
}

#[test]
fn the_report_says_that_and_how_a_column_was_rounded() {
    let numbers: Vec<f64> = (0..40_000).map(|i| f64::from(i * 7919 % 1_000_003) / 1000.0).collect();
    let held = report(&profile(&numbers, LITTLE), &profile(&numbers, Memory::UNBOUNDED));
    assert_eq!(sketch(&held).reference.as_ref().unwrap().bits, Some(10));
    assert_eq!(sketch(&held).current, None);
    let finding = held.findings.iter().find(|finding| finding.code == FindingCode::Sketched).unwrap();
    assert_eq!(
        finding.message,
        "the reference has more distinct values than memory was given for; numbers were compared rounded to 1 part in 1024"
    );
    assert!(!sketch(&held).could_overturn, "the same numbers");
    let distinct = column(&held).reference.as_ref().unwrap().distinct;
    assert!((distinct as f64 / 40_000.0 - 1.0).abs() < 0.03, "{distinct}");
}

#[test]
fn a_verdict_that_the_rounding_could_overturn_says_so() {
    // Nearly all lie in a few cells far from zero, in which they moved; the rest takes the cells.
    let side = |from: f64| -> Vec<f64> {
        let close = (0..20_000).map(|i| 1e15 + from + f64::from(i));
        let apart = (0..12_000).map(|i| libm::pow(1.02, f64::from(i % 3000 - 1500)) + f64::from(i) * 1e-9);
        close.chain(apart).collect()
    };
    let (before, after) = (side(0.0), side(8000.0));
    let exact = report(&profile(&before, Memory::UNBOUNDED), &profile(&after, Memory::UNBOUNDED));
    assert!(column(&exact).drifted);
    let held = report(&profile(&before, LITTLE), &profile(&after, LITTLE));
    assert!(!column(&held).drifted);
    assert!(sketch(&held).could_overturn);
    let finding = held.findings.iter().find(|finding| finding.code == FindingCode::CouldOverturn).unwrap();
    assert_eq!(
        finding.message,
        "is stable, but so near to the limit that it could be otherwise if all its values had been held"
    );
}
