//! Defects that drift tools are known for, seen from a report. Those of single methods are tested beside the methods.

mod common;

use common::{Random, profile, report};
use driftglass_core::report::{ColumnReport, Status};
use driftglass_core::{Method, Report};

const ONE: [&str; 1] = ["x"];

fn column<'a>(report: &'a Report, name: &str) -> &'a ColumnReport {
    report.columns.iter().find(|column| column.name == name).expect("the column is in the report")
}

fn cells(size: usize, mut cell: impl FnMut(usize) -> String) -> Vec<[String; 1]> {
    (0..size).map(|row| [cell(row)]).collect()
}

fn compare_cells(reference: &[[String; 1]], current: &[[String; 1]]) -> Report {
    report(&profile(&ONE, reference), &profile(&ONE, current))
}

#[test]
fn an_empty_or_constant_column_does_not_end_the_report() {
    let names = ["empty", "constant", "age"];
    let rows = |shift: f64| -> Vec<[String; 3]> {
        let mut random = Random(1);
        (0..300).map(|_| [String::new(), "7".to_owned(), (random.normal() + shift).to_string()]).collect()
    };
    let report = report(&profile(&names, &rows(0.0)), &profile(&names, &rows(1.0)));
    assert_eq!(column(&report, "age").status, Status::Severe);
    for name in ["empty", "constant"] {
        assert_eq!(column(&report, name).status, Status::Untested);
        assert!(column(&report, name).reason.is_some());
    }
}

#[test]
fn infinities_do_not_end_the_binning() {
    let mut random = Random(2);
    let mut sample = |infinite: usize| {
        cells(500, |row| if row < infinite { "inf".to_owned() } else { random.normal().to_string() })
    };
    let report = compare_cells(&sample(0), &sample(5));
    let x = column(&report, "x");
    assert!(matches!(x.status, Status::Stable | Status::Slight), "{x:?}");
    assert_eq!(x.current.as_ref().map(|side| side.junk), Some(5));
    assert!(
        report.findings.iter().any(|finding| finding.message.contains("\"inf\" (5)")),
        "{:?}",
        report.findings
    );
}

#[test]
fn missing_values_count() {
    let mut random = Random(3);
    let mut sample = |missing: usize| {
        cells(5000, |row| if row < missing { String::new() } else { random.normal().to_string() })
    };
    let report = compare_cells(&sample(0), &sample(250));
    let x = column(&report, "x");
    assert!(x.drifted, "{:?}", x.missing);
    assert_eq!(x.moved.as_deref(), Some("x missing: 0 % -> 5.0 %"));
}

#[test]
fn one_extreme_value_does_not_hide_a_shift() {
    let mut random = Random(4);
    let reference = cells(10_000, |_| random.normal().to_string());
    let current =
        cells(
            10_000,
            |row| if row == 0 { "1000000".to_owned() } else { (random.normal() + 1.0).to_string() },
        );
    let report = compare_cells(&reference, &current);
    let x = column(&report, "x");
    assert_eq!(x.status, Status::Severe);
    assert!(
        x.effect.as_ref().and_then(|effect| effect.value.get()).is_some_and(|value| value > 0.8),
        "{:?}",
        x.effect
    );
}

#[test]
fn many_levels_do_not_fake_drift() {
    let mut random = Random(5);
    let mut sample =
        |size| cells(size, |_| format!("level {}", (libm::pow(random.uniform(), 3.0) * 500.0) as usize));
    let report = compare_cells(&sample(5000), &sample(5000));
    assert!(!column(&report, "x").drifted, "{:?}", column(&report, "x").effect);
}

#[test]
fn one_row_of_a_new_level_is_no_drift() {
    let reference = cells(1000, |row| ["a", "b", "c"][row % 3].to_owned());
    let current =
        cells(1000, |row| if row == 0 { "new".to_owned() } else { ["a", "b", "c"][row % 3].to_owned() });
    let report = compare_cells(&reference, &current);
    let x = column(&report, "x");
    assert_eq!(x.status, Status::Stable, "{x:?}");
    assert_eq!(x.new_values.len(), 1);
}

#[test]
fn a_method_does_not_fail_because_sizes_differ() {
    let mut random = Random(6);
    let mut sample = |size| cells(size, |_| format!("level {}", (random.uniform() * 4.0) as usize));
    let report = compare_cells(&sample(3000), &sample(70));
    for method in [Method::ChiSquare, Method::GTest] {
        assert!(column(&report, "x").methods[&method].p_value.get().is_some(), "{method:?}");
    }
}

#[test]
fn the_strongest_drift_comes_first_where_the_score_is_a_p_value() {
    let names = ["weak", "none", "strong"];
    let rows = |seed: u64, shift: f64| -> Vec<[String; 3]> {
        let mut random = Random(seed);
        (0..2000)
            .map(|_| {
                [random.normal() + shift / 4.0, random.normal(), random.normal() + shift]
                    .map(|value| value.to_string())
            })
            .collect()
    };
    let report = report(&profile(&names, &rows(7, 0.0)), &profile(&names, &rows(8, 1.0)));
    let order: Vec<&str> = report.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(order, ["strong", "weak", "none"]);
}
