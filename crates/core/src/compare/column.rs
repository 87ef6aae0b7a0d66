//! One column, from its two profiles to everything that the report says of it but the verdict.

use super::aspect;
use super::contributions;
use super::evidence::{self, Judge};
use super::findings;
use super::histogram;
use super::missing::{self, MissingEvidence};
use super::plan::{Plan, plan};
use super::seed;
use super::summary::{self, Rows};
use super::table::Table;
use super::values::{LevelTable, Values};
use crate::infer;
use crate::policy::{ColumnRules, Policy, PolicyError, Preset};
use crate::profile::{ColumnProfile, Profile, Spelling};
use crate::report::{Aspect, ColumnReport, ColumnSummary, Effect, Finding, LevelCount, Missing, Status};
use crate::{ColumnType, Method, Role};
use driftglass_stats::PsiEffect;
use std::collections::BTreeMap;

/// New or vanished levels that a report lists.
const LISTED_LEVELS: usize = 20;

/// A column before the verdict: p-values are not adjusted, and the status is open.
pub(super) struct Compared {
    pub(super) report: ColumnReport,
    pub(super) findings: Vec<Finding>,
    /// What the verdict rests on; `None` where the column is not tested.
    pub(super) case: Option<Case>,
}

/// What the verdict on a column rests on.
pub(super) struct Case {
    pub(super) judge: Judge,
    pub(super) statistic: Option<f64>,
    pub(super) p_value: Option<f64>,
    pub(super) effect: f64,
    /// How its values were read.
    pub(super) spelling: Spelling,
    /// The change in words, without the column's name, where an aspect of the column has it.
    pub(super) moved: Option<String>,
    /// The test of missing values, where the preset has one and there are any.
    pub(super) missing: Option<MissingEvidence>,
}

pub(super) fn compare_column(
    name: &str,
    reference: &Profile,
    current: &Profile,
    policy: &Policy,
) -> Result<Compared, PolicyError> {
    let rules = policy.rules_of(name);
    let none = ColumnProfile::default();
    let found = [reference.column(name), current.column(name)];
    let sides = found.map(|side| side.unwrap_or(&none));
    let rows = [rows(reference, found[0]), rows(current, found[1])];
    let plan = plan(name, sides, rows, &rules, policy.preset);
    check_method(name, &plan, &rules)?;
    let values = Values::of(sides, &plan);
    let mut column = describe(name, &plan, &values, rows, found);
    let constant = match plan.kind {
        ColumnType::Text => ColumnProfile::distinct_in_both(sides[0], sides[1]) < 2,
        _ => values.is_constant(),
    };
    let findings = findings::of_column(
        name,
        &plan,
        &values,
        rows,
        found.map(|side| side.is_some()),
        [reference, current],
        constant,
    );

    column.reason = reason(found, &plan, &values, rows, constant, policy.preset);
    if column.reason.is_some() {
        return Ok(Compared { report: column, findings, case: None });
    }
    let aspects = if policy.preset.tests_aspects() {
        aspect::gather(name, sides, &values, &plan, policy)
    } else {
        Vec::new()
    };
    let case = if plan.role == Role::Feature && values.are_apart_in_time(plan.kind) {
        judge_apart_in_time(&mut column, aspects, rows, &plan, &rules, policy)
    } else {
        Some(judge(&mut column, &values, aspects, rows, &plan, &rules, policy))
    };
    Ok(Compared { report: column, findings, case })
}

fn rows(profile: &Profile, column: Option<&ColumnProfile>) -> Rows {
    Rows { count: profile.rows(), missing: column.map_or(0, |column| profile.missing(column)) }
}

/// A method that somebody chose for this very column must apply to it.
fn check_method(name: &str, plan: &Plan, rules: &ColumnRules) -> Result<(), PolicyError> {
    match rules.method {
        Some(method) if rules.method_is_named && !method.applies_to(plan.kind) => {
            Err(PolicyError::MethodDoesNotApply {
                column: name.to_owned(),
                method: method.id(),
                kind: plan.kind.name(),
                applicable: Method::ALL.iter().filter(|m| m.applies_to(plan.kind)).map(|m| m.id()).collect(),
            })
        }
        _ => Ok(()),
    }
}

/// Why a column cannot be tested.
fn reason(
    found: [Option<&ColumnProfile>; 2],
    plan: &Plan,
    values: &Values,
    rows: [Rows; 2],
    constant: bool,
    preset: Preset,
) -> Option<String> {
    let set_aside = |reason: &str| Some(reason.to_owned());
    match found {
        [None, _] => return set_aside("the reference has no such column"),
        [_, None] => return set_aside("the current data has no such column"),
        _ => {}
    }
    if let Some(reason) = infer::set_aside(plan.role) {
        return set_aside(reason);
    }
    if let Some(reason) = plan.set_aside {
        return set_aside(reason);
    }
    let missing_counts = preset.tests_missing() && rows.iter().any(|side| side.missing > 0);
    match values.totals() {
        [0, 0] => return set_aside("no values on either side"),
        [0, _] if !missing_counts => return set_aside("no values in the reference"),
        [_, 0] if !missing_counts => return set_aside("no values in the current data"),
        _ => {}
    }
    // Evidently counts such a column among those that it tested.
    if preset != Preset::Evidently && constant && !missing_counts {
        return set_aside("one and the same value on both sides");
    }
    None
}

/// The column as far as it can be said without a test.
fn describe(
    name: &str,
    plan: &Plan,
    values: &Values,
    rows: [Rows; 2],
    found: [Option<&ColumnProfile>; 2],
) -> ColumnReport {
    let summary = |side: usize| -> Option<ColumnSummary> {
        found[side].map(|profile| match values {
            Values::Line(lines) if plan.kind == ColumnType::Text => ColumnSummary {
                distinct: profile.distinct() as u64,
                ..summary::of_line(&lines[side], rows[side], plan.kind)
            },
            Values::Line(lines) => summary::of_line(&lines[side], rows[side], plan.kind),
            Values::Levels(table) => summary::of_levels(table, side, rows[side]),
        })
    };
    let (new_values, vanished_values) = match values {
        Values::Levels(table) if found.iter().all(Option::is_some) => (only_in(table, 1), only_in(table, 0)),
        _ => (Vec::new(), Vec::new()),
    };
    ColumnReport {
        name: name.to_owned(),
        kind: plan.kind,
        role: plan.role,
        status: Status::Untested,
        drifted: false,
        reason: None,
        moved: None,
        primary: None,
        p_value: None.into(),
        q_value: None.into(),
        effect: None,
        aspects: Vec::new(),
        methods: BTreeMap::new(),
        missing: Missing {
            reference: rows[0].missing,
            current: rows[1].missing,
            p_value: None.into(),
            q_value: None.into(),
            effect: None,
        },
        contributions: Vec::new(),
        new_values,
        vanished_values,
        reference: summary(0),
        current: summary(1),
        histogram: histogram::of(values),
    }
}

/// The levels that one side alone has.
fn only_in(table: &LevelTable, side: usize) -> Vec<LevelCount> {
    let levels = table.labels.iter().enumerate().filter(|(level, _)| table.counts[1 - side][*level] == 0);
    summary::most_frequent(
        levels.map(|(level, label)| (label.clone(), table.counts[side][level])),
        LISTED_LEVELS,
    )
}

/// Runs the methods and writes their results into the column.
fn judge(
    column: &mut ColumnReport,
    values: &Values,
    mut aspects: Vec<Aspect>,
    rows: [Rows; 2],
    plan: &Plan,
    rules: &ColumnRules,
    policy: &Policy,
) -> Case {
    let table = Table::of(values, plan.kind, rules);
    let evidence =
        evidence::gather(values, &table, plan, rules, policy, seed::of_column(policy.seed, &column.name));
    let outcome = evidence.outcome.ok();
    // A column that is judged by a threshold has no part in the correction for multiple tests.
    let by_statistic = matches!(evidence.judge, Judge::Statistic { .. });
    let p_value = outcome.and_then(|outcome| outcome.p_value).filter(|_| !by_statistic);
    column.primary = Some(evidence.primary);
    column.p_value = p_value.into();
    column.effect = evidence.effect.map(effect);
    column.methods = evidence.methods;
    column.contributions = contributions::of(&table);
    let mut case = Case {
        judge: evidence.judge,
        statistic: outcome.map(|outcome| outcome.statistic),
        p_value,
        effect: evidence.effect.map_or(0.0, |effect| effect.value),
        spelling: plan.spelling,
        moved: None,
        missing: judge_missing(column, rows, policy),
    };
    // A column that a rule holds to one statistic has been asked one question.
    if let (Judge::PValue { alpha }, false) = (case.judge, aspects.is_empty()) {
        aspects.splice(0..0, aspect::own(values, column));
        judge_aspects(column, &mut case, aspects, alpha, policy);
    }
    case
}

/// The verdict by the aspects together.
fn judge_aspects(
    column: &mut ColumnReport,
    case: &mut Case,
    mut aspects: Vec<Aspect>,
    alpha: f64,
    policy: &Policy,
) {
    let combined = aspect::combine(&mut aspects, alpha, policy.correction);
    case.p_value = combined.p_value;
    case.effect = combined.effect.as_ref().and_then(|effect| effect.value.get()).unwrap_or(0.0);
    case.moved = combined.moved;
    column.p_value = combined.p_value.into();
    column.effect = combined.effect;
    column.aspects = aspects;
}

/// Where one side ends before the other begins, the column orders the rows in time, and that its values moved says nothing. Their hours and
/// weekdays can still be compared, if each side spans enough of them.
fn judge_apart_in_time(
    column: &mut ColumnReport,
    mut aspects: Vec<Aspect>,
    rows: [Rows; 2],
    plan: &Plan,
    rules: &ColumnRules,
    policy: &Policy,
) -> Option<Case> {
    let reason = "the two time ranges do not overlap: the column orders the rows in time".to_owned();
    let alpha = rules.alpha.unwrap_or(policy.alpha);
    if aspects.is_empty() || rules.threshold.is_some() {
        column.reason = Some(reason);
        return None;
    }
    let missing = judge_missing(column, rows, policy);
    let mut case = Case {
        judge: Judge::PValue { alpha },
        statistic: None,
        p_value: None,
        effect: 0.0,
        spelling: plan.spelling,
        moved: None,
        missing,
    };
    aspects.insert(0, aspect::set_aside_time(reason));
    judge_aspects(column, &mut case, aspects, alpha, policy);
    Some(case)
}

fn judge_missing(column: &mut ColumnReport, rows: [Rows; 2], policy: &Policy) -> Option<MissingEvidence> {
    let missing = policy.preset.tests_missing().then(|| missing::test(rows[0], rows[1])).flatten()?;
    column.missing.p_value = missing.p_value.into();
    column.missing.effect = Some(effect(missing.effect));
    Some(missing)
}

pub(super) fn effect(effect: PsiEffect) -> Effect {
    Effect { name: Method::Psi, value: effect.value.into(), low: effect.low.into(), high: effect.high.into() }
}
