//! Typed cells: a value is the same as its spelling, and a string is text, whatever it looks like.

use driftglass_core::policy::{Policy, Settings};
use driftglass_core::report::{ColumnReport, FindingCode};
use driftglass_core::{
    Chunk, Column, ColumnType, MissingTokens, Profile, Report, TextColumn, Value, compare,
};
use proptest::prelude::*;
use std::sync::Arc;

/// Whole columns of values of one type each, with few or many distinct ones.
fn column(rows: usize) -> impl Strategy<Value = Vec<Option<Value>>> {
    let of = |values: BoxedStrategy<Value>| prop::collection::vec(prop::option::weighted(0.9, values), rows);
    prop_oneof![
        of((-20..20_i64).prop_map(Value::Integer).boxed()),
        of(any::<i64>().prop_map(Value::Integer).boxed()),
        of((-20..20_i32).prop_map(|n| Value::Number(f64::from(n) / 4.0)).boxed()),
        of(any::<f64>().prop_map(Value::Number).boxed()),
        of(any::<bool>().prop_map(Value::Boolean).boxed()),
        of((0..50_i64)
            .prop_map(|days| Value::Instant(1_700_000_000_000_000 + days * 86_400_000_000))
            .boxed()),
        of((-1_000_000_000_000_000..4_000_000_000_000_000_i64).prop_map(Value::Instant).boxed()),
        of((-10_000..40_000_i64).prop_map(Value::Day).boxed()),
    ]
}

fn spelled(values: &[Option<Value>]) -> Column {
    let mut cells = TextColumn::default();
    for value in values {
        match value {
            Some(value) => cells.push(&value.spell()),
            None => cells.push_absent(),
        }
    }
    Column::Spelled(cells)
}

fn profile(columns: &[Vec<Option<Value>>], size: usize, form: fn(&[Option<Value>]) -> Column) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    for start in (0..columns[0].len()).step_by(size) {
        let names = ["a", "b", "c"];
        let cut = |column: &Vec<Option<Value>>| form(&column[start..column.len().min(start + size)]);
        profile.observe(&Chunk::new(
            names.into_iter().zip(columns).map(|(name, column)| (Arc::from(name), cut(column))).collect(),
        ));
    }
    profile
}

fn against(profile: &Profile, other: &Profile) -> Report {
    compare(profile, other, &Policy::default()).expect("the default policy names no column")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_value_is_its_spelling(columns in prop::collection::vec(column(3000), 3), size in 500..4000_usize) {
        let other = profile(&columns.iter().map(|column| column[..200].to_vec()).collect::<Vec<_>>(), 200, spelled);
        let typed = profile(&columns, size, |values| Column::Values(values.to_vec()));
        let text = profile(&columns, 3000, spelled);
        prop_assert_eq!(against(&typed, &other), against(&text, &other));
        prop_assert_eq!(against(&other, &typed), against(&other, &text));
    }
}

fn one(column: Column) -> Profile {
    let mut profile = Profile::new(MissingTokens::new(["-999".to_owned()]));
    profile.observe(&Chunk::new(vec![(Arc::from("x"), column)]));
    profile
}

fn only(report: &Report) -> &ColumnReport {
    &report.columns[0]
}

fn strings(cells: impl Iterator<Item = String>) -> TextColumn {
    let mut column = TextColumn::default();
    cells.for_each(|cell| column.push(&cell));
    column
}

#[test]
fn strings_of_digits_stay_text() {
    let digits = || strings((0..200).map(|row| (row % 7).to_string()));
    let typed = one(Column::Strings(digits()));
    assert_eq!(only(&against(&typed, &typed)).kind, ColumnType::Categorical);
    let spelled = one(Column::Spelled(digits()));
    assert_eq!(only(&against(&spelled, &spelled)).kind, ColumnType::Numeric);
    let mixed = against(&spelled, &typed);
    assert!(mixed.findings.iter().any(|finding| finding.code == FindingCode::TypeChanged));

    let asked = Settings {
        rules: vec![serde_json::from_str(r#"{"columns":"x","type":"numeric"}"#).unwrap()],
        ..Settings::default()
    };
    let report = compare(&typed, &typed, &asked.policy().unwrap()).unwrap();
    assert_eq!(only(&report).kind, ColumnType::Numeric);
}

#[test]
fn a_token_that_is_a_number_is_missing_among_numbers() {
    let values =
        [Value::Number(-999.0), Value::Number(f64::NAN), Value::Number(f64::INFINITY), Value::Number(1.5)];
    let profile = one(Column::Values(values.map(Some).to_vec()));
    assert_eq!(profile.column("x").unwrap().values(), 2, "infinity is a value that is no number");
    let profile = one(Column::Values(vec![Some(Value::Integer(-999)), Some(Value::Integer(1)), None]));
    assert_eq!(profile.column("x").unwrap().values(), 1);
}

#[test]
fn identifiers_beyond_the_digits_of_a_float_are_different_rows() {
    let ids = |form: fn(Vec<i64>) -> Column| {
        one(form((0..2000).map(|row| 7_000_000_000_000_000_000 + row).collect()))
    };
    let typed = ids(|ids| Column::Values(ids.into_iter().map(|id| Some(Value::Integer(id))).collect()));
    let text = ids(|ids| Column::Spelled(strings(ids.into_iter().map(|id| id.to_string()))));
    for profile in [typed, text] {
        let report = against(&profile, &profile);
        assert!(report.findings.iter().all(|finding| finding.code != FindingCode::DuplicateRows));
    }
}
