//! What build servers read.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod sample;

use driftglass_report::{Stop, github, github_stops, gitlab, junit, sarif};
use serde_json::Value;
use std::collections::BTreeSet;

/// What can stop a check beside its report.
fn stops() -> [Stop; 3] {
    let hook = Stop::Hook { name: "train, again".to_owned(), result: "exit status: 1".to_owned() };
    [Stop::Circuit { until: "2026-11-26 06:00 UTC".to_owned() }, hook, Stop::Untested]
}

#[test]
fn annotations_are_commands_of_one_line() {
    insta::assert_snapshot!(github(&sample::report()) + &github_stops(&stops()));
    let hostile = github(&sample::hostile());
    assert!(!hostile.is_empty());
    for line in hostile.lines() {
        let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        assert!(["error ", "warning "].iter().any(|level| head.starts_with(level)), "{line}");
        let title = head.split_once("title=").unwrap().1;
        assert!(!title.contains([':', ',']), "{line}");
        assert!(!message.contains(['\r', '\u{1b}']) && message.chars().count() < 400, "{line}");
    }
}

#[test]
fn code_quality_entries_are_told_apart() {
    insta::assert_snapshot!(gitlab(&sample::report(), &stops()));
    let entries: Value = serde_json::from_str(&gitlab(&sample::hostile(), &stops())).unwrap();
    let entries = entries.as_array().unwrap();
    let prints: BTreeSet<&str> = entries.iter().map(|entry| entry["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), entries.len());
}

#[test]
fn results_name_rules_that_are_there_and_a_place_that_is_a_uri() {
    insta::assert_snapshot!(sarif(&sample::report(), &stops()));
    for report in [sample::report(), sample::hostile()] {
        let document: Value = serde_json::from_str(&sarif(&report, &stops())).unwrap();
        let run = &document["runs"][0];
        let rules: BTreeSet<&str> = run["tool"]["driver"]["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["id"].as_str().unwrap())
            .collect();
        let results = run["results"].as_array().unwrap();
        assert!(!results.is_empty());
        for result in results {
            assert!(rules.contains(result["ruleId"].as_str().unwrap()));
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            assert!(
                uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)),
                "{uri}"
            );
        }
    }
}

#[test]
fn what_stopped_the_check_fails_before_columns_do() {
    let xml = junit(&sample::report(), &stops());
    insta::assert_snapshot!(xml.lines().take(14).collect::<Vec<_>>().join("\n"));
    let count = |what: &str| xml.matches(what).count();
    assert!(xml.contains(&format!(" failures=\"{}\" ", count("<failure "))), "{xml}");
    assert!(xml.contains(&format!(" tests=\"{}\" ", count("<testcase "))), "{xml}");
}
