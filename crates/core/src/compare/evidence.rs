//! What all methods say of a column.

use super::column::Depth;
use super::evidently;
use super::methods::Tested;
use super::missing::CONFIDENCE;
use super::nature::Nature;
use super::permutation;
use super::table::Table;
use crate::Method;
use crate::policy::{ColumnRules, Policy, Preset};
use crate::report::MethodResult;
use driftglass_stats::{Outcome, PsiEffect, Smoothing, Untestable, psi_effect};
use std::collections::BTreeMap;

/// What the methods say of a column. What each is held against is the verdict's business.
pub(super) struct Evidence {
    pub(super) methods: BTreeMap<Method, MethodResult>,
    pub(super) primary: Method,
    pub(super) effect: Option<PsiEffect>,
}

pub(super) fn gather(
    tested: &Tested<'_>,
    nature: &Nature,
    rules: &ColumnRules,
    policy: &Policy,
    depth: Depth,
) -> Evidence {
    let table = tested.table;
    let chosen = rules.chosen(nature.kind);
    let evidentlys =
        (chosen.is_none() && policy.preset == Preset::Evidently).then(|| evidently::default_test(tested));
    let primary = match &evidentlys {
        Some((method, _)) => *method,
        None => chosen.unwrap_or(default_method(nature, table, policy)),
    };
    let permuted = rules.permutations.and_then(|draws| permutation::p_value(primary, tested, draws));
    let mut outcomes: BTreeMap<Method, _> = Method::ALL
        .iter()
        .filter(|&&method| method == primary || (depth == Depth::Whole && method.is_shown_for(nature.kind)))
        .map(|&method| (method, tested.run(method)))
        .collect();
    outcomes.extend(evidentlys);
    if let (Some(permuted), Some(Ok(outcome))) = (permuted, outcomes.get_mut(&primary)) {
        outcome.p_value = permuted.ok();
    }
    let methods = outcomes.iter().map(|(&method, outcome)| (method, describe(outcome))).collect();
    Evidence { methods, primary, effect: effect(table, policy) }
}

/// Two levels need no approximation; for more, chi-square holds its error rate where the G-test, at small expected counts, does not.
fn default_method(nature: &Nature, table: &Table, policy: &Policy) -> Method {
    match (nature.kind.is_ordered(), policy.preset) {
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

/// A method's line in the report, not yet held against anything.
fn describe(outcome: &Result<Outcome, Untestable>) -> MethodResult {
    let found = outcome.as_ref().ok();
    MethodResult {
        statistic: found.map(|outcome| outcome.statistic).into(),
        p_value: found.and_then(|outcome| outcome.p_value).into(),
        threshold: None.into(),
        drifted: None,
        reason: outcome.as_ref().err().map(ToString::to_string),
    }
}
