//! A report made by hand: every type, every status, findings, and nothing that needs the rest of the program.

#![allow(dead_code, unused_imports, reason = "every test file and the example take their part of it")]

mod columns;
mod hostile;
mod parts;
mod timeline;

pub(crate) use parts::{aspect, bare};
pub(crate) use timeline::over_time;

use driftglass_core::Report;
use driftglass_core::policy::{Correction, Preset};
use driftglass_core::report::{
    Association, ColumnReport, Domain, DomainColumn, Finding, FindingCode, Generator, Measure, PairCounts,
    PolicySummary, SCHEMA, Severity, Source, StatusCounts, Summary, Verdict,
};
use driftglass_report::Viewer;

/// A viewer that weighs nothing, for pages that hold their data.
pub(crate) const VIEWER: Viewer = Viewer { start: "", script: "", program: &[] };

/// A report that reads like a real one.
pub(crate) fn report() -> Report {
    let mut report = of(columns::all(), findings());
    report.pairs = PairCounts { tested: 28, changed: 2 };
    report.associations = vec![
        association(["age", "hours_per_week"], Measure::Spearman, [0.31, -0.28], true),
        association(["age", "hours_per_week"], Measure::Pearson, [0.27, -0.22], true),
        association(["occupation", "married"], Measure::CramersV, [0.12, 0.43], true),
        association(["age", "capital_gain"], Measure::Spearman, [0.12, 0.1], false),
    ];
    report.domain = Some(domain(&["age", "hours_per_week", "income", "occupation"]));
    report
}

/// A pair of columns.
pub(crate) fn association(
    [left, right]: [&str; 2],
    measure: Measure,
    [reference, current]: [f64; 2],
    changed: bool,
) -> Association {
    let p = if changed { 1e-9 } else { 0.41 };
    Association {
        left: left.to_owned(),
        right: right.to_owned(),
        measure,
        reference: reference.into(),
        current: current.into(),
        change: (current - reference).into(),
        p_value: p.into(),
        q_value: p.into(),
        changed,
    }
}

/// A classifier that tells the two apart by these columns, the first most of all.
pub(crate) fn domain(columns: &[&str]) -> Domain {
    let column = |(name, importance): (&&str, f64)| DomainColumn {
        name: (*name).to_owned(),
        importance: importance.into(),
    };
    Domain {
        auc: 0.708.into(),
        low: 0.681.into(),
        high: 0.741.into(),
        p_value: 1e-40.into(),
        rows: 4000,
        folds: 5,
        columns: columns.iter().zip([0.6, 0.2, 0.1, 0.05]).map(column).collect(),
        drifted: true,
        reason: None,
    }
}

/// The same shape with names, levels and messages that attack, over a few days.
pub(crate) fn hostile() -> Report {
    let mut report = of(hostile::columns(), hostile::findings());
    hostile::PAYLOAD.clone_into(&mut report.reference.name);
    report.current.name = "x".repeat(10_000);
    report.pairs = PairCounts { tested: 1, changed: 1 };
    report.associations = vec![association([hostile::PAYLOAD; 2], Measure::Spearman, [-7.0, f64::NAN], true)];
    report.domain = Some(domain(&[hostile::PAYLOAD; 2]));
    let mut report = over_time(report, 9);
    let attack = || hostile::PAYLOAD.to_owned();
    if let Some(timeline) = &mut report.timeline {
        (timeline.every, timeline.window, timeline.reference, timeline.zone) =
            (attack(), attack(), attack(), Some(attack()));
    }
    report.windows[1].span.label = attack();
    report.windows[2].reason = Some(attack());
    report
}

/// A report of these columns, with the summary that they make.
pub(crate) fn of(mut columns: Vec<ColumnReport>, findings: Vec<Finding>) -> Report {
    let mut by_status = StatusCounts::default();
    for (position, column) in (0..).zip(&mut columns) {
        column.position = position;
        by_status.add(column.status);
    }
    let tested = columns.len() as u64 - by_status.untested;
    let drifted = columns.iter().filter(|column| column.drifted).count() as u64;
    let share = drifted as f64 / tested as f64;
    Report {
        schema: SCHEMA.to_owned(),
        generator: Generator { name: "driftglass".to_owned(), version: "0.1.0".to_owned() },
        created_at: Some("2026-11-22T09:30:00Z".to_owned()),
        reference: source("adult_reference.csv", 10_000, 1_180_344, 'a'),
        current: source("adult_2026-11-21.csv", 2500, 295_102, '7'),
        policy: PolicySummary {
            preset: Preset::Calibrated,
            alpha: 0.05.into(),
            correction: Correction::Bh,
            drift_share: 0.5.into(),
            moderate: 0.1.into(),
            severe: 0.2.into(),
            seed: 0,
            columns: Vec::new(),
            exclude: Vec::new(),
            rules: Vec::new(),
        },
        validation: None,
        summary: Summary {
            verdict: if share >= 0.5 { Verdict::Drifted } else { Verdict::Stable },
            tested,
            drifted,
            share: share.into(),
            by_status,
        },
        columns,
        pairs: PairCounts::default(),
        associations: Vec::new(),
        domain: None,
        timeline: None,
        windows: Vec::new(),
        findings,
    }
}

fn source(name: &str, rows: u64, bytes: u64, digit: char) -> Source {
    Source {
        name: name.to_owned(),
        rows,
        columns: 9,
        bytes: Some(bytes),
        sha256: Some(format!("{digit}1f09c3e").repeat(8)),
    }
}

/// A finding.
pub(crate) fn finding(code: FindingCode, severity: Severity, column: Option<&str>, message: &str) -> Finding {
    Finding { code, severity, column: column.map(str::to_owned), message: message.to_owned() }
}

fn findings() -> Vec<Finding> {
    use FindingCode::{ColumnRemoved, Junk, NewValues, OutOfRange};
    vec![
        finding(
            OutOfRange,
            Severity::Info,
            Some("age"),
            "312 current values lie above 90, the greatest of the reference.",
        ),
        finding(
            Junk,
            Severity::Warning,
            Some("capital_gain"),
            "3 of 2500 current values are not numbers, the first is \"n/a (see file)\" in row 118.",
        ),
        finding(NewValues, Severity::Info, Some("occupation"), "2 new values, in 41 rows."),
        finding(
            ColumnRemoved,
            Severity::Error,
            Some("native_country"),
            "The current data has no such column.",
        ),
    ]
}
