//! A profile is a monoid: any split into chunks and any order of merging gives the same comparison.

use driftglass_core::policy::Policy;
use driftglass_core::{Chunk, MissingTokens, Profile, Report, TextColumn, compare};
use proptest::prelude::*;
use std::sync::Arc;

type Row = [String; 3];

/// Cells of every kind, with repeats, junk, missing values and enough distinct numbers to leave the small form.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0..5000_i32).prop_map(|n| n.to_string()),
        2 => (-50..50_i32).prop_map(|n| format!("{:.2}", f64::from(n) / 7.0)),
        2 => prop::sample::select(vec!["red", "green", "blue", "", "NA", "?", "junk", "true", "2026-01-31", "31/01/2026"])
            .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ]
}

fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    let level = prop::sample::select(vec!["a", "b", "c", "", "None"]).prop_map(str::to_owned);
    let number = (0..100_000_i32).prop_map(|n| (f64::from(n) / 10.0).to_string());
    prop::collection::vec((cell(), level, number).prop_map(|(a, b, c)| [a, b, c]), 1..most)
}

fn chunk(rows: &[Row]) -> Chunk {
    let columns = ["mixed", "level", "number"].iter().enumerate().map(|(index, name)| {
        let mut column = TextColumn::default();
        for row in rows {
            column.push(&row[index]);
        }
        (Arc::from(*name), column)
    });
    Chunk::new(columns.collect())
}

fn profile(rows: &[Row], chunk_size: usize) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    for rows in rows.chunks(chunk_size) {
        profile.observe(&chunk(rows));
    }
    profile
}

/// What a reader sees of a profile: its comparison with another one.
fn seen(profile: &Profile, other: &Profile) -> Report {
    compare(profile, other, &Policy::default()).expect("the default policy names no column")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn chunks_and_row_order_do_not_matter(all in rows(2500), size in 1..600_usize, other in rows(200)) {
        let other = profile(&other, 100);
        let whole = seen(&profile(&all, all.len()), &other);
        prop_assert_eq!(&whole, &seen(&profile(&all, size), &other));
        let backwards: Vec<Row> = all.iter().rev().cloned().collect();
        prop_assert_eq!(&whole, &seen(&profile(&backwards, size), &other));
    }

    #[test]
    fn merging_is_associative_and_commutative(a in rows(1500), b in rows(1500), c in rows(300), other in rows(200)) {
        let other = profile(&other, 100);
        let [a, b, c] = [a, b, c].map(|rows| profile(&rows, 128));
        let left = a.clone().merge(b.clone()).merge(c.clone());
        let right = a.clone().merge(b.clone().merge(c.clone()));
        let turned = c.merge(b).merge(a);
        prop_assert_eq!(seen(&left, &other), seen(&right, &other));
        prop_assert_eq!(seen(&left, &other), seen(&turned, &other));
    }

    #[test]
    fn the_empty_profile_changes_nothing(a in rows(300), other in rows(200)) {
        let [a, other] = [a, other].map(|rows| profile(&rows, 64));
        let merged = Profile::new(MissingTokens::default()).merge(a.clone());
        prop_assert_eq!(seen(&a, &other), seen(&merged, &other));
        prop_assert_eq!(seen(&a, &other), seen(&a.clone().merge(Profile::new(MissingTokens::default())), &other));
    }

    #[test]
    fn a_report_that_was_saved_opens_again(a in rows(300), b in rows(300)) {
        let report = seen(&profile(&a, 64), &profile(&b, 64));
        let text = report.to_json();
        let opened = Report::from_json(&text).expect("a saved report opens");
        prop_assert_eq!(&opened, &report);
        prop_assert_eq!(opened.to_json(), text);
    }
}
