//! The report JSON keeps the schema that is published.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use driftglass_core::policy::{Policy, Preset};
use driftglass_core::{Profile, Report, compare};
use driftglass_tests::profile_of;
use std::fs;
use std::path::PathBuf;

fn workspace(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn published() -> PathBuf {
    workspace("docs/report.schema.json")
}

fn derived() -> String {
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(Report)).unwrap();
    text.push('\n');
    text
}

/// `DRIFTGLASS_BLESS=1 cargo test -p driftglass-tests --test schema` writes the schema anew.
#[test]
fn the_published_schema_is_that_of_the_types() {
    if std::env::var_os("DRIFTGLASS_BLESS").is_some() {
        fs::write(published(), derived()).unwrap();
    }
    let text = fs::read_to_string(published()).unwrap_or_default();
    assert!(
        text == derived(),
        "docs/report.schema.json is out of date; run this test with DRIFTGLASS_BLESS=1"
    );
}

fn sample(name: &str) -> Profile {
    let bytes = fs::read(workspace("examples/adult").join(name)).unwrap();
    profile_of(name, &bytes).unwrap()
}

#[test]
fn reports_of_every_preset_are_valid() {
    let schema = serde_json::from_str(&fs::read_to_string(published()).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for preset in [Preset::Calibrated, Preset::Classic, Preset::Evidently] {
        let report =
            compare(&sample("reference.csv"), &sample("current.csv"), &Policy::of_preset(preset)).unwrap();
        let instance = serde_json::from_str(&report.to_json()).unwrap();
        let errors: Vec<String> = validator.iter_errors(&instance).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{preset:?}: {errors:#?}");
    }
}

#[test]
fn a_report_with_a_number_that_is_no_number_is_not_valid() {
    let schema = serde_json::from_str(&fs::read_to_string(published()).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report = compare(&sample("reference.csv"), &sample("current.csv"), &Policy::default()).unwrap();
    let mut instance: serde_json::Value = serde_json::from_str(&report.to_json()).unwrap();
    instance["summary"]["share"] = "a third".into();
    assert!(!validator.is_valid(&instance));
}
