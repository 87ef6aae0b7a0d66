//! A schema: learned from data, written and read, held against data.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{profile, report};
use driftglass_core::report::{FindingCode, Severity};
use driftglass_core::{Memory, MissingTokens, Profile, Schema};
use proptest::prelude::*;

const NAMES: [&str; 5] = ["id", "amount", "level", "flag", "at"];

/// Good data; a cell of the last row may be another one.
fn data(rows: usize, other: Option<(usize, &str)>) -> Profile {
    let mut rows: Vec<[String; 5]> = (0..rows)
        .map(|i| {
            let cells = [
                format!("u{i:04}"),
                format!("{:.1}", 10.0 + (i % 90) as f64 / 2.0),
                ["a", "b", "c"][i % 3].to_owned(),
                ["yes", "no"][i % 2].to_owned(),
                format!("2026-11-{:02}", 1 + i % 28),
            ];
            if i % 50 == 7 {
                [cells[0].clone(), String::new(), cells[2].clone(), cells[3].clone(), cells[4].clone()]
            } else {
                cells
            }
        })
        .collect();
    if let Some((column, cell)) = other {
        cell.clone_into(&mut rows.last_mut().unwrap()[column]);
    }
    profile(&NAMES, &rows)
}

/// What data break of a schema, in words.
fn broken(schema: &Schema, data: &Profile) -> Vec<String> {
    let report = report(data, data).validated(schema.check(data));
    let broken: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| finding.code == FindingCode::ExpectationBroken)
        .inspect(|finding| assert_eq!(finding.severity, Severity::Error))
        .map(|finding| format!("{}: {}", finding.column.as_deref().unwrap_or("data"), finding.message))
        .collect();
    assert_eq!(report.validation.unwrap().broken, broken.len() as u64);
    broken
}

#[test]
fn what_is_learned_reads_well_and_holds_for_the_data() {
    let schema = Schema::learn(&data(500, None));
    insta::assert_snapshot!(schema.to_toml());
    assert_eq!(broken(&schema, &data(500, None)), Vec::<String>::new());
}

#[test]
fn each_expectation_can_be_broken() {
    let schema = Schema::learn(&data(500, None));
    let of = |column: usize, cell: &str| broken(&schema, &data(500, Some((column, cell))));
    assert_eq!(of(0, "u0001"), ["id: 500 values, of which 499 are distinct, and none may occur twice"]);
    assert_eq!(of(1, "much"), ["amount: 1 of 490 values are not numbers: \"much\" (1)"]);
    assert_eq!(of(1, "-3"), ["amount: 1 of 490 numbers are under 0, to -3"]);
    assert_eq!(of(1, "1e6"), ["amount: 1 of 490 numbers are over 99, to 1000000"]);
    assert_eq!(of(2, "d"), ["level: 1 of 500 values are not among the levels allowed: \"d\" (1)"]);
    assert_eq!(of(2, ""), ["level: 0.2 % of values are missing, and 0 % may be"]);
    assert_eq!(of(3, "maybe").len(), 2);
    assert_eq!(of(4, "soon"), ["at: 1 of 500 values are not dates: \"soon\" (1)"]);

    let strict = Schema::from_toml(
        "other_columns = false\n[rows]\nmin = 1000\n[[column]]\nname = \"amount\"\n[[column]]\nname = \"gone\"\n\
         [[column]]\nname = \"perhaps\"\nrequired = false\nunique = true\n",
    );
    assert_eq!(
        broken(&strict.unwrap(), &data(500, None)),
        [
            "data: 500 rows, and at least 1000 are expected",
            "gone: the column is required and is not there",
            "data: columns that the schema does not have: \"id\", \"level\", \"flag\", \"at\"",
        ]
    );
}

#[test]
fn a_number_is_a_level_however_it_is_spelled() {
    let schema = Schema::from_toml("[[column]]\nname = \"amount\"\nlevels = [\"1\", \"2.50\"]\n").unwrap();
    let cells = ["1.0", "2.5", "1"].map(|cell| [cell.to_owned()]);
    assert_eq!(broken(&schema, &profile(&["amount"], &cells)), Vec::<String>::new());
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_line() {
    for (text, line, message) in [
        ("[[column]]\nnmae = \"a\"\n", 2, "unknown field `nmae`"),
        ("\n[[column]]\nname = \"a\"\nmissing = 5\n", 2, "column \"a\": missing cannot be 5"),
        ("[[column]]\nname = \"a\"\nmin = 3\nmax = 1\n", 1, "column \"a\": min 3 is over max 1"),
        (
            "[[column]]\nname = \"a\"\ntype = \"text\"\nmin = 3\n",
            1,
            "min and max are for numbers, not for text",
        ),
        ("[[column]]\nname = \"a\"\n[[column]]\nname = \"a\"\n", 3, "column \"a\" is there twice"),
        ("[rows]\nmin = 3\nmax = 1\n", 1, "rows: min 3 is over max 1"),
    ] {
        let error = Schema::from_toml(text).unwrap_err();
        assert_eq!(error.line, line, "{text}");
        assert!(error.message.contains(message), "{}", error.message);
        assert!(error.hint.is_some(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_schema_is_read_back_as_it_was_and_holds_for_its_data(
        cells in prop::collection::vec(["[ -~é\n\"\\\\]{0,6}", "-?[0-9]{1,9}(\\.[0-9]{1,3})?"], 1..60),
        names in ["[ -~\u{1}é]{1,5}", "[ -~]{6,8}"],
    ) {
        let data = profile(&[names[0].as_str(), names[1].as_str()], &cells);
        let schema = Schema::learn(&data);
        let read = Schema::from_toml(&schema.to_toml()).unwrap();
        prop_assert_eq!(&read, &schema);
        prop_assert_eq!(broken(&read, &data), Vec::<String>::new());
    }
}

#[test]
fn numbers_that_are_held_rounded_are_held_to_what_is_known_of_them() {
    let rows: Vec<[String; 1]> = (0..40_000).map(|i| [format!("{}.125", 1_000_000 + i)]).collect();
    let mut data = Profile::new(MissingTokens::default()).within(Memory::bytes(1));
    data.observe(&common::chunk(&["x"], &rows));
    data.settle();
    let held =
        |text: &str| Schema::from_toml(&format!("[[column]]\nname = \"x\"\n{text}")).unwrap().check(&data);
    assert!(held("min = 1000000.125\nmax = 1039999.125\n").broken.is_empty());
    let broken = held("max = 1039999.0\n").broken;
    assert!(broken[0].message.starts_with("about "), "{}", broken[0].message);
    let unique = held("unique = true\n");
    assert_eq!((unique.broken.len(), unique.untold.len()), (0, 1));
    assert!(!Schema::learn(&data).columns[0].unique);
}

#[test]
fn levels_are_listed_where_no_other_is_to_be_expected() {
    let column = |levels: &[&str]| {
        let rows: Vec<[String; 1]> =
            levels.iter().cycle().take(120).map(|level| [(*level).to_owned()]).collect();
        rows
    };
    let learned = |rows: &[[String; 1]]| Schema::learn(&profile(&["x"], rows)).columns[0].levels.clone();
    let mut rows = column(&["a", "b", "c"]);
    assert_eq!(learned(&rows).unwrap(), ["a", "b", "c"]);
    rows.push(["d".to_owned()]);
    assert_eq!(learned(&rows), None);
}
