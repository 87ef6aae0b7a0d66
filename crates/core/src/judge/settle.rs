//! All columns together: each is adjusted for the others, gets its status and its sentence, and finds its place.

use super::aspects;
use super::correction::correct;
use super::doubt;
use super::limits::is_warned;
use super::method;
use super::moved::{missing_sentence, sentence};
use super::rule::Judge;
use crate::Number;
use crate::policy::{Correction, Policy};
use crate::report::{ColumnReport, Effect, Status, StatusCounts, Summary, Verdict};
use driftglass_stats::order;
use std::mem::take;

/// What the verdict on a column rests on, beside its report.
struct Case {
    judge: Judge,
    alpha: f64,
    statistic: Option<f64>,
    /// The change in words, without the column's name, where an aspect of the column has it.
    change: Option<String>,
}

/// Settles every column's status, sorts the columns by strength, and sums up.
pub(crate) fn settle(columns: &mut Vec<ColumnReport>, policy: &Policy) -> Summary {
    let cases: Vec<Option<Case>> = columns.iter_mut().map(|column| open(column, policy)).collect();
    adjust(columns, policy.correction);
    let judges: Vec<_> = cases.iter().map(|case| Some(case.as_ref()?.judge)).collect();
    doubt::mark(columns, &judges, policy.correction);
    for (column, case) in columns.iter_mut().zip(cases) {
        if let Some(case) = case {
            close(column, &case, policy);
        }
    }
    sort_by_strength(columns);
    sum_up(columns, policy)
}

/// Holds a column to its own rules: its methods to their limits, and its aspects to one p-value. `None` where it is not tested.
fn open(column: &mut ColumnReport, policy: &Policy) -> Option<Case> {
    if column.reason.is_some() {
        return None;
    }
    let rules = policy.rules_of(&column.name);
    let alpha = rules.alpha.unwrap_or(policy.alpha);
    let Some(usual) = column.primary else {
        // Nothing is known of it but its aspects, and a threshold asks for another thing.
        if rules.threshold.is_some() {
            set_aside(column);
            return None;
        }
        return Some(by_aspects(column, Judge::PValue { alpha }, alpha, None, policy));
    };
    let primary = rules.chosen(column.kind).unwrap_or(usual);
    let judge = Judge::of(primary, &rules, policy);
    let kind = column.kind;
    column.primary = Some(primary);
    column.methods.retain(|&own, _| own == primary || own.is_shown_for(kind));
    for (&own, result) in &mut column.methods {
        method::hold(own, result, (own == primary).then_some(judge), alpha, policy);
    }
    let result = column.methods.get(&primary);
    let statistic = result.and_then(method::statistic);
    let p_value = result.map_or(Number::from(None), |result| result.p_value);
    if matches!(judge, Judge::PValue { .. }) && !column.aspects.is_empty() {
        aspects::update_own(column, primary);
        return Some(by_aspects(column, judge, alpha, statistic, policy));
    }
    // A column that a rule holds to one statistic has been asked one question.
    if let Some(own) = aspects::own(column) {
        column.effect = own.effect.clone();
    }
    column.aspects.clear();
    // A column that is judged by a threshold has no part in the correction for multiple tests.
    column.p_value = if judge.is_by_statistic() { Number::from(None) } else { p_value };
    Some(Case { judge, alpha, statistic, change: None })
}

fn by_aspects(
    column: &mut ColumnReport,
    judge: Judge,
    alpha: f64,
    statistic: Option<f64>,
    policy: &Policy,
) -> Case {
    let combined = aspects::combine(&mut column.aspects, alpha, policy.correction);
    column.p_value = combined.p_value.into();
    column.effect = combined.effect;
    Case { judge, alpha, statistic, change: combined.change }
}

/// A column of which only the aspects could be tested, without them.
fn set_aside(column: &mut ColumnReport) {
    column.reason = column.aspects.iter().find_map(|aspect| aspect.reason.clone());
    column.aspects.clear();
    column.status = Status::Untested;
    column.drifted = false;
    column.moved = None;
    column.effect = None;
    column.p_value = Number::from(None);
    column.missing.p_value = Number::from(None);
    column.missing.effect = None;
}

/// Writes the adjusted p-values of all columns: their own, and those of their missing values.
fn adjust(columns: &mut [ColumnReport], correction: Correction) {
    let mut pairs: Vec<(Number, &mut Number)> = columns
        .iter_mut()
        .flat_map(|column| {
            let missing = &mut column.missing;
            [(column.p_value, &mut column.q_value), (missing.p_value, &mut missing.q_value)]
        })
        .collect();
    let family = pairs.iter().filter_map(|(p, _)| p.get()).collect();
    let mut adjusted = correct(family, correction).into_iter();
    for (p, q) in &mut pairs {
        **q = p.get().and_then(|_| adjusted.next()).into();
    }
}

/// The status of a column once its adjusted p-values are known, and what moved.
fn close(column: &mut ColumnReport, case: &Case, policy: &Policy) {
    let q_value = column.q_value.get();
    aspects::settle(&mut column.aspects, q_value, case.alpha, policy);
    let values_are_real = case.judge.sees_change(case.statistic, q_value);
    let effect = size(column.effect.as_ref());
    let values = match case.judge {
        // Under the limit, and yet worth a word.
        _ if !values_are_real && is_warned(&policy.rules_of(&column.name), case.statistic) => Status::Slight,
        _ if !values_are_real => Status::Stable,
        Judge::PValue { .. } => grade(effect, policy),
        Judge::PValueAndIndex { index, .. } if effect > index => Status::Severe,
        Judge::PValueAndIndex { .. } => Status::Slight,
        // The rule has decided that it matters; the index only says how much.
        Judge::PValueAlone { .. } | Judge::Statistic { .. } => grade(effect, policy).max(Status::Moderate),
    };
    let missing_is_real = missing_is_real(column, policy);
    let missing_effect = size(column.missing.effect.as_ref());
    column.status = values.max(missing_status(column, policy));
    column.drifted = matches!(column.status, Status::Moderate | Status::Severe);
    // The values, or else the missing ones.
    column.moved = if column.status == Status::Stable {
        None
    } else if missing_is_real && (!values_are_real || missing_effect > effect) {
        missing_sentence(column)
    } else {
        let of_aspect = case.change.as_ref().map(|change| format!("{} {change}", column.name));
        of_aspect.or_else(|| sentence(column))
    };
}

fn missing_is_real(column: &ColumnReport, policy: &Policy) -> bool {
    column.missing.q_value.get().is_some_and(|q| q < policy.alpha)
}

/// The status that the missing values alone give a column.
pub(super) fn missing_status(column: &ColumnReport, policy: &Policy) -> Status {
    if missing_is_real(column, policy) {
        grade(size(column.missing.effect.as_ref()), policy)
    } else {
        Status::Stable
    }
}

pub(super) fn grade(effect: f64, policy: &Policy) -> Status {
    if effect >= policy.severe {
        Status::Severe
    } else if effect >= policy.moderate {
        Status::Moderate
    } else {
        Status::Slight
    }
}

pub(super) fn size(effect: Option<&Effect>) -> f64 {
    effect.and_then(|effect| effect.value.get()).unwrap_or(0.0)
}

/// Strongest first: by status, then by effect, then by p-value; the order of the file where all are equal.
fn sort_by_strength(columns: &mut Vec<ColumnReport>) {
    let rank = |column: &ColumnReport| Status::WORST_FIRST.iter().position(|status| *status == column.status);
    let effect =
        |column: &ColumnReport| size(column.effect.as_ref()).max(size(column.missing.effect.as_ref()));
    let p_value = |column: &ColumnReport| column.p_value.get().unwrap_or(1.0);
    let order = order(columns.len(), &|a, b| {
        let (a, b) = (&columns[a], &columns[b]);
        rank(a)
            .cmp(&rank(b))
            .then_with(|| effect(b).total_cmp(&effect(a)))
            .then_with(|| p_value(a).total_cmp(&p_value(b)))
            .then_with(|| a.position.cmp(&b.position))
    });
    let mut unsorted: Vec<_> = take(columns).into_iter().map(Some).collect();
    columns.extend(order.into_iter().filter_map(|place| unsorted[place].take()));
}

pub(super) fn sum_up(columns: &[ColumnReport], policy: &Policy) -> Summary {
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
