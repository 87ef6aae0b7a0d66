//! Rows and columns that occur more than once.

mod common;

use common::{finding, profile, report};
use driftglass_core::report::{FindingCode, Severity};

/// Rows of three columns without a repeat.
fn distinct(rows: usize, from: usize) -> Vec<[String; 3]> {
    (from..from + rows)
        .map(|i| [format!("{}", i % 97), format!("{}", i * i % 1009), format!("{i}.5")])
        .collect()
}

const NAMES: [&str; 3] = ["a", "b", "c"];

#[test]
fn repeated_rows_are_counted_exactly_while_the_sample_holds_every_distinct_row() {
    let reference = distinct(1000, 0);
    let mut current = distinct(900, 5000);
    current.extend_from_within(..100);
    let report = report(&profile(&NAMES, &reference), &profile(&NAMES, &current));
    let found = finding(&report, FindingCode::DuplicateRows).expect("a tenth repeats");
    assert_eq!(found.severity, Severity::Warning);
    assert_eq!(
        found.message,
        "rows that repeat another row: 0 % in the reference, 10.0 % in the current data"
    );
}

#[test]
fn repeated_rows_are_estimated_beyond_it() {
    let mut reference = distinct(30_000, 0);
    reference.extend_from_within(..10_000);
    let report = report(&profile(&NAMES, &reference), &profile(&NAMES, &reference));
    let found = finding(&report, FindingCode::DuplicateRows).expect("a quarter repeats");
    assert_eq!(found.severity, Severity::Info, "it is the same on both sides");
    let share: f64 = found
        .message
        .split("about ")
        .nth(1)
        .and_then(|text| text.split(' ').next())
        .unwrap()
        .parse()
        .unwrap();
    assert!((share - 25.0).abs() < 2.0, "{}", found.message);
}

#[test]
fn few_repeats_are_not_worth_a_word() {
    let mut current = distinct(1000, 0);
    current.extend_from_within(..5);
    let report = report(&profile(&NAMES, &current), &profile(&NAMES, &current));
    assert!(finding(&report, FindingCode::DuplicateRows).is_none());
}

#[test]
fn columns_with_the_same_values_are_named_and_constants_are_not() {
    let rows: Vec<[String; 5]> = (0..500)
        .map(|i| {
            let value = (i * 7 % 31).to_string();
            // Alike but for one row.
            let close = if i == 400 { "x".to_owned() } else { value.clone() };
            [value.clone(), "1".to_owned(), value, "1".to_owned(), close]
        })
        .collect();
    let data = profile(&["a", "one", "b", "uno", "close"], &rows);
    let report = report(&data, &data);
    let found: Vec<_> =
        report.findings.iter().filter(|finding| finding.code == FindingCode::DuplicateColumns).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].column.as_deref(), Some("b"));
    assert_eq!(found[0].message, "has the same values as \"a\" in every row, so a change counts twice");
}
