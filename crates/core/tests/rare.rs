//! Profiles without what few rows share.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{Random, chunk, report};
use driftglass_core::report::{ColumnReport, Status};
use driftglass_core::{Method, MissingTokens, Profile, Report};
use proptest::prelude::*;

fn profile(seed: u64, rows: usize, shift: f64) -> Profile {
    let mut random = Random(seed);
    let rows: Vec<[String; 3]> = (0..rows)
        .map(|_| {
            let amount = if random.uniform() < 0.2 { 9.5 } else { random.normal() + shift };
            // Many levels, of which most are rare.
            let name = libm::exp(7.0 * random.uniform()) as u64;
            [amount.to_string(), format!("name {name}"), format!("{} words", random.uniform())]
        })
        .collect();
    let mut profile = Profile::new(MissingTokens::default());
    profile.observe(&chunk(&["amount", "name", "note"], &rows));
    profile.settle();
    profile
}

fn column<'a>(report: &'a Report, name: &str) -> &'a ColumnReport {
    report.columns.iter().find(|column| column.name == name).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn distances_are_within_the_bound(seed in any::<u64>(), rows in 200..5000_usize, least in 2..60_u64, shift in 0.0..0.3) {
        let (before, after) = (profile(seed, rows, 0.0), profile(!seed, rows / 2, shift));
        let exact = report(&before, &after);
        let held = report(&before.without_rare(least), &after);
        let [exact, held] = [&exact, &held].map(|report| column(report, "amount"));
        let ks = |column: &ColumnReport| column.methods[&Method::Ks].clone();
        let sketch = held.sketch.as_ref().unwrap();
        let error = sketch.rank_error.get().unwrap();
        let apart = (ks(exact).statistic.get().unwrap() - ks(held).statistic.get().unwrap()).abs();
        prop_assert!(apart <= error + 1e-11, "{apart} and {error}");
        let p_value = ks(exact).p_value.get().unwrap();
        let [low, high] = [sketch.p_value_low, sketch.p_value_high].map(|p| p.get().unwrap());
        prop_assert!(low <= p_value * (1.0 + 1e-9) && p_value <= high * (1.0 + 1e-9), "{low} {p_value} {high}");
    }

    #[test]
    fn a_profile_that_was_saved_is_itself(seed in any::<u64>(), rows in 5..3000_usize, least in 2..60_u64) {
        let rare = profile(seed, rows, 0.0).without_rare(least);
        let text = serde_json::to_string(&rare).unwrap();
        let opened: Profile = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_string(&opened).unwrap(), text.clone());
        let twice = serde_json::to_string(&rare.merge(Profile::new(MissingTokens::default()))).unwrap();
        prop_assert_eq!(twice, text);
    }
}

#[test]
fn levels_do_not_look_changed_by_what_was_left_out() {
    let p_values: Vec<f64> = (0..40)
        .map(|seed| {
            let (before, after) = (profile(seed, 4000, 0.0), profile(1000 + seed, 3000, 0.0));
            let report = report(&before.without_rare(10), &after);
            let name = column(&report, "name");
            assert!(!name.drifted && name.new_values.is_empty(), "{:?}", name.new_values);
            assert_eq!(name.reference.as_ref().unwrap().count, 4000);
            name.p_value.get().unwrap()
        })
        .collect();
    let small = p_values.iter().filter(|p| **p < 0.1).count();
    assert!(small <= 10, "{small} of 40 are under 0.1");
}

#[test]
fn texts_that_nobody_shares_are_compared_by_length() {
    let report = report(&profile(1, 2000, 0.0).without_rare(10), &profile(2, 2000, 0.0));
    let note = column(&report, "note");
    assert_eq!(note.status, Status::Stable);
    assert!(note.aspects.is_empty());
    assert_eq!(note.sketch.as_ref().unwrap().reference.as_ref().unwrap().min_count, Some(10));
}
