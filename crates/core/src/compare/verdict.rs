//! All columns together: which changes are real, which matter, and what that says of the data set.

use super::aspect;
use super::column::{Case, Compared};
use super::contributions::{missing_sentence, sentence};
use super::evidence::Judge;
use crate::policy::{Correction, Policy};
use crate::report::{ColumnReport, Finding, Status, StatusCounts, Summary, Verdict};
use driftglass_stats::{benjamini_hochberg, bonferroni, holm};

/// Settles every column's status, sorts the columns by strength, and sums up.
pub(super) fn settle(
    compared: Vec<Compared>,
    policy: &Policy,
    findings: &mut Vec<Finding>,
) -> (Vec<ColumnReport>, Summary) {
    let adjusted = adjust(&compared, policy.correction);
    let mut columns: Vec<ColumnReport> = Vec::with_capacity(compared.len());
    for (mut column, [q_value, missing_q]) in compared.into_iter().zip(adjusted) {
        findings.append(&mut column.findings);
        let mut report = column.report;
        report.q_value = q_value.into();
        report.missing.q_value = missing_q.into();
        if let Some(case) = column.case {
            aspect::settle(&mut report.aspects, q_value, case.judge, policy);
            report.status = status(&case, q_value, missing_q, policy);
            report.drifted = matches!(report.status, Status::Moderate | Status::Severe);
            report.moved = moved(&report, &case, q_value, missing_q, policy);
        }
        columns.push(report);
    }
    sort_by_strength(&mut columns);
    let summary = sum_up(&columns, policy);
    (columns, summary)
}

/// The adjusted p-values of each column: its own, and that of its missing values.
fn adjust(compared: &[Compared], correction: Correction) -> Vec<[Option<f64>; 2]> {
    let p_values = |column: &Compared| {
        let case = column.case.as_ref();
        [
            case.and_then(|case| case.p_value),
            case.and_then(|case| case.missing.as_ref()).map(|missing| missing.p_value),
        ]
    };
    let family: Vec<f64> = compared.iter().flat_map(p_values).flatten().collect();
    let mut q_values = correct(family, correction).into_iter();
    // The same walk as above, so each p-value meets its own q-value.
    compared.iter().map(|column| p_values(column).map(|p| p.and_then(|_| q_values.next()))).collect()
}

/// A family of p-values, adjusted.
pub(super) fn correct(family: Vec<f64>, correction: Correction) -> Vec<f64> {
    match correction {
        Correction::Bh => benjamini_hochberg(&family),
        Correction::Holm => holm(&family),
        Correction::Bonferroni => bonferroni(&family),
        Correction::None => family,
    }
}

fn status(case: &Case, q_value: Option<f64>, missing_q: Option<f64>, policy: &Policy) -> Status {
    let values = match case.judge {
        judge if !judge.sees_change(case.statistic, q_value) => Status::Stable,
        Judge::PValue { .. } => grade(case.effect, policy),
        Judge::PValueAndIndex { index, .. } if case.effect > index => Status::Severe,
        Judge::PValueAndIndex { .. } => Status::Slight,
        // The rule has decided that it matters; the index only says how much.
        Judge::PValueAlone { .. } | Judge::Statistic { .. } => {
            grade(case.effect, policy).max(Status::Moderate)
        }
    };
    let missing = match &case.missing {
        Some(missing) if missing_q.is_some_and(|q| q < policy.alpha) => grade(missing.effect.value, policy),
        _ => Status::Stable,
    };
    values.max(missing)
}

fn grade(effect: f64, policy: &Policy) -> Status {
    if effect >= policy.severe {
        Status::Severe
    } else if effect >= policy.moderate {
        Status::Moderate
    } else {
        Status::Slight
    }
}

/// What moved, in one sentence, where a change is real: the values, or else the missing ones.
fn moved(
    column: &ColumnReport,
    case: &Case,
    q_value: Option<f64>,
    missing_q: Option<f64>,
    policy: &Policy,
) -> Option<String> {
    if matches!(column.status, Status::Stable | Status::Untested) {
        return None;
    }
    let share = |missing: u64, rows: Option<u64>| missing as f64 / rows.unwrap_or(0).max(1) as f64;
    if let Some(missing) = &case.missing {
        let values_are_real = case.judge.sees_change(case.statistic, q_value);
        let missing_is_real = missing_q.is_some_and(|q| q < policy.alpha);
        if missing_is_real && (!values_are_real || missing.effect.value > case.effect) {
            let before = share(column.missing.reference, column.reference.as_ref().map(|side| side.count));
            let after = share(column.missing.current, column.current.as_ref().map(|side| side.count));
            return Some(missing_sentence(&column.name, before, after));
        }
    }
    let of_aspect = case.moved.as_ref().map(|moved| format!("{} {moved}", column.name));
    of_aspect.or_else(|| sentence(&column.name, &column.contributions))
}

/// Strongest first: by status, then by effect, then by p-value; the order of the file where all are equal.
fn sort_by_strength(columns: &mut [ColumnReport]) {
    let rank = |column: &ColumnReport| match column.status {
        Status::Severe => 0,
        Status::Moderate => 1,
        Status::Slight => 2,
        Status::Stable => 3,
        Status::Untested => 4,
    };
    let effect = |column: &ColumnReport| {
        let value = |effect: &Option<crate::report::Effect>| {
            effect.as_ref().and_then(|effect| effect.value.get()).unwrap_or(0.0)
        };
        value(&column.effect).max(value(&column.missing.effect))
    };
    let p_value = |column: &ColumnReport| column.p_value.get().unwrap_or(1.0);
    columns.sort_by(|a, b| {
        rank(a)
            .cmp(&rank(b))
            .then_with(|| effect(b).total_cmp(&effect(a)))
            .then_with(|| p_value(a).total_cmp(&p_value(b)))
    });
}

fn sum_up(columns: &[ColumnReport], policy: &Policy) -> Summary {
    let mut by_status = StatusCounts::default();
    for column in columns {
        by_status.add(column.status);
    }
    let tested = columns.len() as u64 - by_status.untested;
    let drifted = columns.iter().filter(|column| column.drifted).count() as u64;
    let share = (tested > 0).then(|| drifted as f64 / tested as f64);
    let verdict = if share.is_some_and(|share| share >= policy.drift_share) {
        Verdict::Drifted
    } else {
        Verdict::Stable
    };
    Summary { verdict, tested, drifted, share: share.into(), by_status }
}
