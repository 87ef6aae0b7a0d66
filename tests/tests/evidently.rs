//! The preset `evidently` against Evidently itself: see golden/evidently/make.py.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may fail, and one says how far apart scores are"
)]

use driftglass_core::policy::{Policy, Preset, Rule, Settings};
use driftglass_core::report::{ColumnReport, MethodResult, Status, Verdict};
use driftglass_core::{ColumnType, Method, Profile, Report, compare};
use driftglass_tests::profile_of;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What a drift score may differ by.
const SCORE: f64 = 1e-6;

fn workspace(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn read(path: &Path) -> Profile {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    profile_of(name, &bytes).unwrap()
}

fn report(reference: &Profile, current: &Profile) -> Report {
    compare(reference, current, &Policy::of_preset(Preset::Evidently)).unwrap()
}

fn golden(folder: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join("scores.json")).unwrap()).unwrap()
}

/// The number that Evidently calls the drift score.
fn score(method: Method, result: &MethodResult) -> f64 {
    let number = if method.is_distance() { result.statistic } else { result.p_value };
    number.get().unwrap()
}

/// Evidently's name of a method.
fn evidentlys_name(method: Method) -> &'static str {
    match method {
        Method::Ks => "K-S p_value",
        Method::ChiSquareFit => "chi-square p_value",
        Method::ZTest => "Z-test p_value",
        Method::JensenShannonNats => "Jensen-Shannon distance",
        Method::WassersteinFloored => "Wasserstein distance (normed)",
        other => other.id(),
    }
}

/// Whether Evidently has the same word for the type.
fn is_type(kind: ColumnType, evidentlys: &str) -> bool {
    let expected = match kind {
        ColumnType::Numeric => "num",
        ColumnType::Categorical | ColumnType::Boolean => "cat",
        ColumnType::Text => "text",
        ColumnType::Datetime => "datetime",
    };
    expected == evidentlys
}

/// Everything in which a column differs from what Evidently says of it, and how far the scores are apart.
fn differences(column: &ColumnReport, expected: &Value) -> (Vec<String>, f64) {
    let Some(method) = column.primary else {
        return (vec![format!("{}: untested: {:?}", column.name, column.reason)], 0.0);
    };
    let result = &column.methods[&method];
    let expected_score = expected["score"].as_f64().unwrap();
    let off = (score(method, result) - expected_score).abs();
    let checks = [
        ("type", is_type(column.kind, expected["type"].as_str().unwrap())),
        ("method", evidentlys_name(method) == expected["method"].as_str().unwrap()),
        ("threshold", result.threshold.get() == expected["threshold"].as_f64()),
        ("score", off <= SCORE),
        ("verdict", column.drifted == expected["drifted"].as_bool().unwrap()),
        ("verdict of the method", result.drifted == expected["drifted"].as_bool()),
        ("status", column.drifted == matches!(column.status, Status::Moderate | Status::Severe)),
        ("status of no drift", column.drifted || column.status == Status::Stable),
    ];
    let wrong = checks.iter().filter(|(_, same)| !same);
    (wrong.map(|(what, _)| format!("{}: {what}: {result:?}, not {expected}", column.name)).collect(), off)
}

/// Compares every column of a data set, and the verdict on the whole; returns how far the scores are apart at the most.
fn agrees(name: &str, expected: &Value, reference: &Path, current: &Path) -> f64 {
    let report = report(&read(reference), &read(current));
    let column = |name: &str| report.columns.iter().find(|column| column.name == name);
    let expected_columns = expected["columns"].as_object().unwrap();
    let mut wrong = Vec::new();
    let mut furthest: f64 = 0.0;
    for (name, expected) in expected_columns {
        let (differences, off) = differences(column(name).unwrap(), expected);
        wrong.extend(differences);
        furthest = furthest.max(off);
    }
    for untested in expected["not_tested"].as_array().unwrap() {
        let column = column(untested.as_str().unwrap()).unwrap();
        if column.status != Status::Untested || column.reason.is_none() {
            wrong.push(format!("{}: {:?}, not untested", column.name, column.status));
        }
    }
    assert!(wrong.is_empty(), "{name}: {} differences:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(report.summary.tested, expected_columns.len() as u64, "{name}: tested columns");
    let share = report.summary.share.get().unwrap();
    assert!((share - expected["share"].as_f64().unwrap()).abs() < SCORE, "{name}: a share of {share}");
    let drifted = report.summary.verdict == Verdict::Drifted;
    assert_eq!(drifted, expected["drifted"].as_bool().unwrap(), "{name}: the verdict on the data set");
    furthest
}

/// Every data set of a folder of `make.py`'s.
fn all_agree(scores: &Value, folder: &Path) {
    for (name, expected) in scores["data_sets"].as_object().unwrap() {
        let file = |side: &str| match name.as_str() {
            "adult_example" => workspace(&format!("examples/adult/{side}.csv")),
            name => folder.join(format!("{name}_{side}.csv.gz")),
        };
        let furthest = agrees(name, expected, &file("reference"), &file("current"));
        println!("{name}: scores within {furthest:e}");
    }
}

#[test]
fn scores_verdicts_and_shares_are_evidentlys() {
    let folder = workspace("tests/golden/evidently");
    all_agree(&golden(&folder), &folder.join("data"));
}

/// `make.py whole DATA OUT`, then this with `DRIFTGLASS_EVIDENTLY=OUT`.
#[test]
#[ignore = "needs the whole data sets, which are not committed"]
fn whole_data_sets_agree() {
    let folder = PathBuf::from(std::env::var_os("DRIFTGLASS_EVIDENTLY").unwrap());
    all_agree(&golden(&folder), &folder);
}

fn table(rows: &str) -> Profile {
    profile_of("table.csv", rows.as_bytes()).unwrap()
}

#[test]
fn columns_that_evidently_would_not_test_say_why() {
    let rows = |amount: fn(u32) -> String| -> String {
        let row = |i| format!("{},2026-01-{:02},note {i},{}\n", i % 2 == 0, 1 + i % 28, amount(i));
        (0..40).map(row).collect()
    };
    let header = "flag,day,note,amount\n";
    let before = format!("{header}{}", rows(|i| format!("{i} EUR")));
    let now = format!("{header},2026-01-31,one more,0.5\n{}", rows(|i| format!("{i}.5")));
    let report = report(&table(&before), &table(&now));
    for (name, part) in [
        ("flag", "true and false"),
        ("day", "dates"),
        ("note", "a classifier"),
        ("amount", "the reference has other values"),
    ] {
        let column = report.columns.iter().find(|column| column.name == name).unwrap();
        let reason = column.reason.as_deref().unwrap_or("none");
        assert!(reason.contains(part), "{name}: {reason}");
    }
}

#[test]
fn a_method_of_ones_own_takes_the_place_of_evidentlys() {
    let settings = |method| {
        let mut rule = Rule::for_columns("education");
        rule.method = Some(method);
        Settings { preset: Some(Preset::Evidently), rules: vec![rule], ..Settings::default() }
    };
    let sides = ["reference", "current"].map(|side| read(&workspace(&format!("examples/adult/{side}.csv"))));
    for method in [Method::JensenShannonNats, Method::GTest] {
        let report = compare(&sides[0], &sides[1], &settings(method).policy().unwrap()).unwrap();
        let column = report.columns.iter().find(|column| column.name == "education").unwrap();
        assert_eq!(column.primary, Some(method));
        let evidentlys = column.methods.keys().filter(|method| method.is_evidentlys());
        assert!(
            evidentlys.eq([method].iter().filter(|method| method.is_evidentlys())),
            "{:?}",
            column.methods
        );
    }
}

#[test]
fn methods_of_evidentlys_are_in_no_other_report() {
    let sides = ["reference", "current"].map(|side| read(&workspace(&format!("examples/adult/{side}.csv"))));
    for preset in [Preset::Calibrated, Preset::Classic] {
        let report = compare(&sides[0], &sides[1], &Policy::of_preset(preset)).unwrap();
        let mut methods = report.columns.iter().flat_map(|column| column.methods.keys());
        assert!(!methods.any(|method| method.is_evidentlys()), "{preset:?}");
    }
}
