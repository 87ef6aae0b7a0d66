//! What all methods say of a column.

use super::evidently;
use super::methods;
use super::missing::CONFIDENCE;
use super::permutation;
use super::plan::Plan;
use super::table::Table;
use super::values::Values;
use crate::Method;
use crate::policy::{ColumnRules, Policy, Preset};
use crate::report::MethodResult;
use driftglass_stats::{Outcome, PsiEffect, Smoothing, Untestable, psi_effect};
use std::collections::BTreeMap;

/// How a column's own result becomes a verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Judge {
    /// The p-value, adjusted over the report, says whether the change is real, the effect whether it matters.
    PValue { alpha: f64 },
    /// The p-value says it all; `at_alpha` where one equal to alpha is drift too.
    PValueAlone { alpha: f64, at_alpha: bool },
    /// The p-value, unadjusted, and the index must both say so.
    PValueAndIndex { alpha: f64, index: f64 },
    /// The statistic says it all.
    Statistic { threshold: f64 },
}

impl Judge {
    /// Whether there is a change, whatever its size.
    pub(super) fn sees_change(self, statistic: Option<f64>, p_value: Option<f64>) -> bool {
        match self {
            Self::PValue { alpha } | Self::PValueAndIndex { alpha, .. } => p_value.is_some_and(|p| p < alpha),
            Self::PValueAlone { alpha, at_alpha } => {
                p_value.is_some_and(|p| p < alpha || (at_alpha && p <= alpha))
            }
            Self::Statistic { threshold } => statistic.is_some_and(|statistic| statistic >= threshold),
        }
    }
}

/// What the methods say of a column.
pub(super) struct Evidence {
    pub(super) methods: BTreeMap<Method, MethodResult>,
    pub(super) primary: Method,
    pub(super) outcome: Result<Outcome, Untestable>,
    pub(super) judge: Judge,
    pub(super) effect: Option<PsiEffect>,
}

/// The distance at which a column drifted where the rules give none.
const CUSTOMARY_DISTANCE: f64 = 0.1;

pub(super) fn gather(
    values: &Values,
    table: &Table,
    plan: &Plan,
    rules: &ColumnRules,
    policy: &Policy,
    seed: u64,
) -> Evidence {
    let chosen = rules.method.filter(|method| method.applies_to(plan.kind));
    let evidentlys =
        (chosen.is_none() && policy.preset == Preset::Evidently).then(|| evidently::default_test(values));
    let primary = match &evidentlys {
        Some((method, _)) => *method,
        None => chosen.unwrap_or(default_method(plan, table, policy)),
    };
    let alpha = rules.alpha.unwrap_or(policy.alpha);
    let permuted =
        rules.permutations.and_then(|draws| permutation::p_value(primary, values, table, draws, seed));
    let judge = match (rules.threshold, primary) {
        (Some(threshold), _) => Judge::Statistic { threshold },
        (None, _) if permuted.is_some() => Judge::PValue { alpha },
        (None, Method::Psi) => Judge::Statistic { threshold: policy.moderate },
        (None, method) if method.is_distance() => Judge::Statistic { threshold: CUSTOMARY_DISTANCE },
        (None, _) if policy.preset == Preset::Classic => {
            Judge::PValueAndIndex { alpha, index: policy.moderate }
        }
        (None, method) if policy.preset == Preset::Evidently => {
            Judge::PValueAlone { alpha, at_alpha: evidently::drifts_at_alpha(method) }
        }
        (None, _) => Judge::PValue { alpha },
    };
    let mut outcomes: BTreeMap<Method, _> = Method::ALL
        .iter()
        .filter(|&&method| method.applies_to(plan.kind) && (method == primary || !method.is_evidentlys()))
        .map(|&method| (method, methods::run(method, values, table, seed)))
        .collect();
    outcomes.extend(evidentlys);
    if let (Some(permuted), Some(Ok(outcome))) = (permuted, outcomes.get_mut(&primary)) {
        outcome.p_value = permuted.ok();
    }
    let methods = outcomes
        .iter()
        .map(|(&method, outcome)| {
            let judge = (method == primary).then_some(judge);
            (method, describe(method, outcome, judge, alpha, policy))
        })
        .collect();
    let outcome = outcomes.remove(&primary).expect("the primary method applies");
    Evidence { methods, primary, outcome, judge, effect: effect(table, policy) }
}

/// Two levels need no approximation; for more, chi-square holds its error rate where the G-test, at small expected counts, does not.
fn default_method(plan: &Plan, table: &Table, policy: &Policy) -> Method {
    match (plan.kind.is_ordered(), policy.preset) {
        (true, _) => Method::Ks,
        (false, Preset::Classic) => Method::ChiSquare,
        (false, _) if table.labels.len() == 2 => Method::FisherExact,
        (false, _) => Method::ChiSquare,
    }
}

/// The index with its interval: free of what sampling alone puts there, but for the textbook preset, which takes it as it is.
pub(super) fn effect(table: &Table, policy: &Policy) -> Option<PsiEffect> {
    let debiased = psi_effect(&table.reference, &table.current, Smoothing::HalfCount, CONFIDENCE).ok()?;
    if policy.preset != Preset::Classic {
        return Some(debiased);
    }
    let raw = driftglass_stats::psi(&table.reference, &table.current, Smoothing::HalfCount).ok()?.statistic;
    Some(PsiEffect { value: raw, ..debiased })
}

/// A method's line in the report: held against its limit where it has one.
fn describe(
    method: Method,
    outcome: &Result<Outcome, Untestable>,
    judge: Option<Judge>,
    alpha: f64,
    policy: &Policy,
) -> MethodResult {
    let limit = match judge {
        Some(Judge::Statistic { threshold }) => Some(threshold),
        Some(_) => Some(alpha),
        _ if method == Method::Psi => Some(policy.moderate),
        _ if method.is_distance() => None,
        _ => Some(alpha),
    };
    match outcome {
        Err(reason) => MethodResult {
            statistic: None.into(),
            p_value: None.into(),
            threshold: limit.into(),
            drifted: None,
            reason: Some(reason.to_string()),
        },
        Ok(outcome) => MethodResult {
            statistic: outcome.statistic.into(),
            p_value: outcome.p_value.into(),
            threshold: limit.into(),
            drifted: match judge {
                Some(judge) => Some(judge.sees_change(Some(outcome.statistic), outcome.p_value)),
                None if method.is_distance() => limit.map(|limit| outcome.statistic >= limit),
                None => outcome.p_value.map(|p| p < alpha),
            },
            reason: None,
        },
    }
}
