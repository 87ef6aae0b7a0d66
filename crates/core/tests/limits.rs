//! Limits of a rule's own: from `warn` a warning, from `fail` a gate is stopped.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{Random, profile};
use driftglass_core::policy::Settings;
use driftglass_core::report::{FindingCode, Severity, Status};
use driftglass_core::{Profile, Report, compare};

fn normal(seed: u64, shift: f64) -> Profile {
    let mut random = Random(seed);
    let rows: Vec<[String; 1]> = (0..2000).map(|_| [format!("{:.4}", random.normal() + shift)]).collect();
    profile(&["amount"], &rows)
}

fn under(rule: &str) -> Report {
    let settings = Settings::from_toml(&format!("[[rule]]\ncolumns = \"amount*\"\n{rule}")).unwrap();
    // Wasserstein's distance over the deviation is the shift.
    compare(&normal(1, 0.0), &normal(2, 0.3), &settings.policy().unwrap()).unwrap()
}

#[test]
fn a_column_warns_and_fails_by_its_own_limits() {
    let of = |rule: &str| {
        let report = under(rule);
        let found: Vec<_> = report
            .findings
            .iter()
            .filter(|finding| finding.code == FindingCode::OverLimit)
            .map(|finding| (finding.severity, finding.message.clone()))
            .collect();
        assert!(found.len() < 2);
        (report.columns[0].status, report.columns[0].drifted, found.into_iter().next())
    };
    let (status, drifted, found) = of("method = \"wasserstein\"\nfail = 0.2\nwarn = 0.1\n");
    assert!(drifted && status >= Status::Moderate);
    let (severity, message) = found.unwrap();
    assert_eq!(severity, Severity::Error);
    assert!(
        message.starts_with("wasserstein 0.") && message.ends_with(": its rule stops the gate from 0.2"),
        "{message}"
    );

    let (status, drifted, found) = of("method = \"wasserstein\"\nfail = 0.5\nwarn = 0.1\n");
    assert_eq!((status, drifted), (Status::Slight, false));
    let (severity, message) = found.unwrap();
    assert_eq!(severity, Severity::Warning);
    assert!(message.ends_with(": its rule warns from 0.1"), "{message}");

    assert_eq!(of("method = \"wasserstein\"\nfail = 0.9\nwarn = 0.8\n"), (Status::Stable, false, None));
    // A threshold alone decides what drifted, and stops nothing.
    assert!(matches!(of("method = \"wasserstein\"\nthreshold = 0.2\n"), (_, true, None)));
}

#[test]
fn a_later_rule_takes_the_limits_of_an_earlier_one_away() {
    let report =
        under("method = \"wasserstein\"\nfail = 0.2\n[[rule]]\ncolumns = \"amount\"\nthreshold = 0.9\n");
    assert!(!report.columns[0].drifted);
    assert!(report.findings.iter().all(|finding| finding.code != FindingCode::OverLimit));
}

#[test]
fn limits_that_contradict_each_other_are_refused() {
    for (rule, message) in [
        ("fail = 0.1\nwarn = 0.2\n", "warn cannot be 0.2"),
        ("warn = 0.2\n", "warn cannot be 0.2"),
        ("fail = 0.1\nthreshold = 0.2\n", "threshold cannot be 0.2"),
        ("fail = -1\n", "fail cannot be -1"),
    ] {
        let settings = Settings::from_toml(&format!("[[rule]]\ncolumns = \"a\"\n{rule}")).unwrap();
        let error = settings.policy().unwrap_err();
        assert_eq!(error.to_string(), format!("{message} for the columns \"a\""));
        assert!(error.hint().is_some());
    }
}
