//! What a column is taken for, over the columns that people have.

mod common;

use driftglass_core::report::{ColumnReport, Finding, FindingCode};
use driftglass_core::{ColumnType, Role};

use ColumnType::{Boolean, Categorical, Datetime, Numeric, Text};

fn compared(name: &str, reference: &[String], current: &[String]) -> (ColumnReport, Vec<Finding>) {
    let profile = |cells: &[String]| {
        common::profile(&[name], &cells.iter().map(|cell| [cell.clone()]).collect::<Vec<_>>())
    };
    let mut report = common::report(&profile(reference), &profile(current));
    (report.columns.remove(0), report.findings)
}

/// A number that looks drawn at random, below `bound`, for each row: the same for the same row.
fn random(row: usize, bound: usize) -> usize {
    let mixed = (row as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ (mixed >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 33) as usize % bound
}

/// Rows from a cell for each row number.
fn rows(range: std::ops::Range<usize>, cell: impl Fn(usize) -> String) -> Vec<String> {
    range.map(cell).collect()
}

/// The cell of a row number.
type Cell = fn(usize) -> String;

/// A column's name and cells, and what it should be taken for.
type Case = (&'static str, Cell, ColumnType);

fn check(cases: &[Case]) {
    for &(name, cell, expected) in cases {
        let (column, _) = compared(name, &rows(0..400, cell), &rows(400..700, cell));
        assert_eq!(column.kind, expected, "{name}: {:?}", cell(1));
        assert_eq!(column.role, Role::Feature, "{name}");
    }
}

#[test]
fn numbers() {
    check(&[
        ("amount", |i| format!("{}.{}", random(i, 900), random(i + 7, 10)), Numeric),
        (
            "amount, 5 % junk",
            |i| if i % 20 == 0 { "see note".into() } else { random(i, 900).to_string() },
            Numeric,
        ),
        ("scientific", |i| format!("{}.5e-{}", 1 + random(i, 9), random(i, 6)), Numeric),
        ("percent", |i| format!("{}%", random(i, 101)), Numeric),
        ("percent, spaced", |i| format!("{}.5 %", random(i, 100)), Numeric),
        ("decimal comma", |i| format!("{},{}", random(i, 900), random(i + 3, 10)), Numeric),
        ("thousands", |i| format!("{},{:03}", 1 + random(i, 90), random(i + 3, 1000)), Numeric),
        ("European money", |i| format!("{}.{:03},50 €", 1 + random(i, 90), random(i, 1000)), Numeric),
        ("American money", |i| format!("${},{:03}.00", 1 + random(i, 90), random(i, 1000)), Numeric),
        (
            "accounting",
            |i| {
                if i % 3 == 0 {
                    format!("({}.00)", 1 + random(i, 90))
                } else {
                    format!("{}.00", random(i, 90))
                }
            },
            Numeric,
        ),
        ("time of day", |i| format!("{:02}:{:02}", random(i, 24), random(i + 5, 60)), Numeric),
        (
            "time of day, AM and PM",
            |i| format!("{}:{:02} {}", 1 + random(i, 12), random(i + 5, 60), ["AM", "PM"][i % 2]),
            Numeric,
        ),
        ("grade from 1 to 5", |i| (1 + random(i, 5)).to_string(), Numeric),
        ("population", |i| (1_769_817_600 + random(i, 2_000_000)).to_string(), Numeric),
    ]);
}

#[test]
fn levels() {
    check(&[
        (
            "amount, 15 % junk",
            |i| if i % 7 == 0 { "see note".into() } else { random(i, 90).to_string() },
            Categorical,
        ),
        (
            "zip, one in twenty with a zero",
            |i| {
                if i % 20 == 0 {
                    format!("0{}", 1000 + random(i, 40))
                } else {
                    (10_000 + random(i, 60)).to_string()
                }
            },
            Categorical,
        ),
        ("branch", |i| format!("{:03}", random(i, 40)), Categorical),
        ("version", |i| format!("1.{}.{}", random(i, 5), random(i + 1, 9)), Categorical),
        ("address", |i| format!("192.168.{}.{}", random(i, 3), random(i + 1, 9)), Categorical),
        ("score", |i| format!("{}:{}", random(i, 5), random(i + 1, 5)), Categorical),
        ("size", |i| ["S", "M", "L", "XL"][random(i, 4)].into(), Categorical),
        ("bits", |i| (i % 2).to_string(), Boolean),
        ("yes and no", |i| ["yes", "no"][random(i, 2)].into(), Boolean),
        ("Y and N", |i| ["Y", "N"][random(i, 2)].into(), Boolean),
        ("true and false", |i| ["True", "False"][random(i, 2)].into(), Boolean),
        ("yes, no and maybe", |i| ["yes", "no", "maybe"][random(i, 3)].into(), Categorical),
        ("stock replies", |i| format!("Thank you for your message, number {}.", random(i, 40)), Categorical),
    ]);
}

#[test]
fn dates() {
    check(&[
        ("ISO date", |i| format!("2026-{:02}-{:02}", 1 + random(i, 12), 1 + random(i + 1, 28)), Datetime),
        (
            "ISO instant",
            |i| format!("2026-01-{:02}T{:02}:30:00Z", 1 + random(i, 28), random(i + 1, 24)),
            Datetime,
        ),
        (
            "ISO with an offset",
            |i| format!("2026-01-{:02} {:02}:30:00+02:00", 1 + random(i, 28), random(i + 1, 24)),
            Datetime,
        ),
        (
            "instant with a zone",
            |i| format!("2026-01-{:02} {:02}:30:00 UTC", 1 + random(i, 28), random(i + 1, 24)),
            Datetime,
        ),
        ("American date", |i| format!("{}/{}/2026", 1 + random(i, 12), 1 + random(i + 1, 28)), Datetime),
        ("European date", |i| format!("{}/{}/2026", 1 + random(i, 28), 1 + random(i + 1, 12)), Datetime),
        ("German date", |i| format!("{}.{}.26", 1 + random(i, 28), 1 + random(i + 1, 12)), Datetime),
        ("named month", |i| format!("{}-Jan-2026", 1 + random(i, 28)), Datetime),
        ("month", |i| format!("2026-{:02}", 1 + random(i, 12)), Datetime),
        ("compact date", |i| format!("2026{:02}{:02}", 1 + random(i, 12), 1 + random(i + 1, 28)), Datetime),
        ("created_at", |i| (1_769_817_600 + random(i, 2_000_000)).to_string(), Datetime),
        ("eventTime", |i| format!("{}123", 1_769_817_600 + random(i, 2_000_000)), Datetime),
        (
            "date, 5 % junk",
            |i| if i % 20 == 0 { "soon".into() } else { format!("2026-01-{:02}", 1 + random(i, 28)) },
            Datetime,
        ),
    ]);
}

#[test]
fn texts_and_gaps() {
    check(&[
        ("zip, many", |i| format!("{:05}", random(i, 2000)), Text),
        ("remark", |i| format!("order {} came late, {} days", random(i, 90_000), random(i, 9)), Text),
        ("street", |i| format!("{} Main Street", random(i, 100_000)), Text),
        (
            "Chinese",
            |i| (0..12).map(|k| char::from_u32(0x4e00 + random(i * 12 + k, 900) as u32).unwrap()).collect(),
            Text,
        ),
        (
            "nearly all missing",
            |i| if i % 50 == 0 { random(i, 9).to_string() } else { "n/a".into() },
            Numeric,
        ),
        ("nothing", |_| "NA".into(), Categorical),
    ]);
}

#[test]
fn numbers_mean_the_same_however_they_are_spelled() {
    for (cell, mean) in [
        ((|i| format!("{}%", i % 11)) as Cell, 5.0),
        (|i| format!("{},5", i % 11), 5.5),
        (|i| format!("$1,{:03}.00", i % 11), 1005.0),
        (|i| format!("1.{:03},00 €", i % 11), 1005.0),
        (|i| format!("{:02}:30", i % 11), 5.5),
    ] {
        let (column, _) = compared("figure", &rows(0..110, cell), &rows(0..110, cell));
        assert_eq!(column.reference.unwrap().mean.get(), Some(mean), "{}", cell(0));
    }
}

/// Readings that a person might not expect are said.
#[test]
fn readings_in_doubt_are_findings() {
    let cases: [(&str, Cell, Option<&str>); 8] = [
        ("paid", |i| format!("{}/{}/2026", 1 + i % 12, 1 + i % 11), Some("the month is taken to be first")),
        ("paid", |i| format!("{}/{}/2026", 1 + i % 12, 1 + i % 28), None),
        ("paid", |i| format!("{}.{}.2026", 1 + i % 12, 1 + i % 11), None),
        ("paid", |i| format!("2026-01-{:02}", 1 + i % 28), None),
        ("created_at", |i| (1_769_817_600 + 977 * i).to_string(), Some("since 1970-01-01 UTC")),
        ("opens", |i| format!("{:02}:00", i % 24), Some("hours since midnight")),
        ("price", |i| format!("{},5", i % 24), Some("decimal comma")),
        ("price", |i| format!("{}.5", i % 24), None),
    ];
    for (name, cell, expected) in cases {
        let (_, findings) = compared(name, &rows(0..200, cell), &rows(0..200, cell));
        let said: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.code == FindingCode::Other)
            .map(|finding| finding.message.as_str())
            .collect();
        match expected {
            Some(words) => assert!(said.len() == 1 && said[0].contains(words), "{}: {said:?}", cell(1)),
            None => assert_eq!(said, [""; 0], "{}", cell(1)),
        }
    }
}

fn is_set_aside(name: &str, reference: &[String], current: &[String]) -> bool {
    let (column, findings) = compared(name, reference, current);
    let is_id = column.role == Role::Id;
    assert_eq!(column.reason.is_some_and(|reason| reason.contains("identifier")), is_id, "{name}");
    assert_eq!(findings.iter().any(|finding| finding.code == FindingCode::Identifier), is_id, "{name}");
    is_id
}

#[test]
fn identifiers_are_set_aside() {
    let cases: [(&str, Cell); 16] = [
        ("row", |i| i.to_string()),
        ("row as a float", |i| format!("{i}.0")),
        ("shuffled rows", |i| (i / 100 * 100 + (i * 37) % 100).to_string()),
        ("one row twice", |i| if i == 17 || i == 450 { "16".into() } else { i.to_string() }),
        ("id", |i| (i * 17 + random(i, 17)).to_string()),
        ("PassengerId", |i| (i * 17 + random(i, 17)).to_string()),
        ("Unnamed: 0", |i| (i * 3).to_string()),
        ("customer_id", |i| format!("C{}", random(i, 900))),
        ("uuid", |i| {
            format!("{:08x}-{:04x}-4000-8000-{:012x}", i * 7_919, random(i, 65_536), random(i, 1 << 30))
        }),
        ("token", |i| format!("{:07x}{}", i * 65_537, ["a", "f", "0"][i % 3])),
        ("account", |i| format!("{:08}", i * 7_919)),
        ("licence plate", |i| format!("AB {:02} {:03}", i % 100, i)),
        ("IBAN", |i| format!("DE89 3704 {:04} {:04} 00", i, random(i, 9999))),
        ("mail", |i| format!("person{i}@example.org")),
        ("order", |i| format!("ORD-{:06}", i * 31)),
        ("link", |i| format!("https://example.org/items/{i}?page=2")),
    ];
    for (name, cell) in cases {
        assert!(is_set_aside(name, &rows(0..400, cell), &rows(400..700, cell)), "{name}: {}", cell(9));
    }
}

#[test]
fn features_are_not_identifiers() {
    let cases: [(&str, Cell); 12] = [
        ("measurement", |i| format!("{}.{:06}1", random(i, 90), i)),
        ("salary, no two alike", |i| (30_000 + i * 53 + random(i, 53)).to_string()),
        ("age", |i| (18 + random(i, 60)).to_string()),
        ("key of a song", |i| random(i, 12).to_string()),
        ("key", |i| random(i, 12).to_string()),
        ("paid", |i| random(i, 2).to_string()),
        ("created_at", |i| (1_769_817_600 + 977 * i).to_string()),
        ("seen", |i| format!("2026-01-{:02}T00:{:02}:00", 1 + i % 28, i % 60)),
        ("price", |i| format!("${i}.00")),
        ("remark", |i| format!("parcel {i} was late again")),
        ("street", |i| format!("{i} Main Street")),
        ("colour", |i| ["red", "green", "blue"][random(i, 3)].into()),
    ];
    for (name, cell) in cases {
        assert!(!is_set_aside(name, &rows(0..400, cell), &rows(400..700, cell)), "{name}: {}", cell(9));
    }
}

/// A batch of a few rows does not hide what the reference shows, and few rows on both sides show nothing.
#[test]
fn small_samples() {
    let row: Cell = |i| i.to_string();
    let token: Cell = |i| format!("{:07x}a", i * 65_537);
    assert!(is_set_aside("row", &rows(0..400, row), &rows(400..410, row)));
    assert!(is_set_aside("token", &rows(0..400, token), &rows(400..410, token)));
    assert!(!is_set_aside("row", &rows(0..40, row), &rows(40..60, row)));
    assert!(!is_set_aside("token", &rows(0..40, token), &rows(40..60, token)));
    assert!(is_set_aside("token_id", &rows(0..40, token), &rows(40..60, token)));
}

#[test]
fn a_side_without_values_takes_the_type_of_the_other() {
    let number: Cell = |i| format!("{}.5", random(i, 900));
    let nothing: Cell = |_| String::new();
    for (reference, current) in [(number, nothing), (nothing, number)] {
        let (column, findings) = compared("amount", &rows(0..200, reference), &rows(200..300, current));
        assert_eq!(column.kind, Numeric);
        assert!(column.drifted, "the missing values drifted");
        assert!(findings.iter().any(|finding| finding.code == FindingCode::AllMissing));
    }
}

#[test]
fn one_value_on_both_sides_is_a_constant_and_two_values_are_not() {
    let (column, findings) =
        compared("source", &rows(0..90, |_| "web".into()), &rows(0..90, |_| "web".into()));
    assert!(column.reason.is_some() && findings.iter().any(|finding| finding.code == FindingCode::Constant));
    let (column, _) = compared("source", &rows(0..90, |_| "web".into()), &rows(0..90, |_| "app".into()));
    assert!(column.reason.is_none() && column.drifted);
}

/// Postcodes of one state without a leading zero, then of all states: not a change of type.
#[test]
fn codes_are_codes_on_both_sides() {
    let (column, findings) = compared(
        "zip",
        &rows(0..400, |i| (10_000 + random(i, 60)).to_string()),
        &rows(0..400, |i| format!("0{}", 1000 + random(i, 60))),
    );
    assert_eq!(column.kind, Categorical);
    assert!(findings.iter().all(|finding| finding.code != FindingCode::TypeChanged));
}
