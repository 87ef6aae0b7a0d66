//! One column, from its two profiles to everything that the report says of it but the verdict.

use super::aspect;
use super::contributions;
use super::cumulative;
use super::evidence;
use super::findings;
use super::histogram;
use super::methods::Tested;
use super::missing;
use super::nature::{Nature, Sides};
use super::seed;
use super::sketch;
use super::summary::{self, Rows};
use super::table::Table;
use super::values::{LevelTable, Values};
use crate::infer;
use crate::policy::{Policy, PolicyError, Preset};
use crate::profile::{ColumnProfile, Profile, Spelling, Whole};
use crate::report::{Aspect, ColumnReport, ColumnSummary, Effect, Finding, LevelCount, Missing, Status};
use crate::{ColumnType, Method, Role};
use driftglass_stats::{PsiEffect, Samples};
use std::collections::BTreeMap;

/// New or vanished levels that a report lists.
const LISTED_LEVELS: usize = 20;

/// How far a column is looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Everything that a report can say of it.
    Whole,
    /// What decides, and what a line of its history shows: texts are compared by their lengths alone.
    Brief,
}

/// A column before the verdict: nothing is held against a limit, p-values are not adjusted, and the status is open.
pub(super) struct Compared {
    pub(super) report: ColumnReport,
    pub(super) findings: Vec<Finding>,
    /// How its values were read.
    pub(super) spelling: Spelling,
}

pub(super) fn compare_column(
    name: &str,
    position: u64,
    profiles: [&Profile; 2],
    nature: &Nature,
    policy: &Policy,
    depth: Depth,
) -> Result<Compared, PolicyError> {
    let rules = policy.rules_of(name);
    let sides = Sides::of(name, profiles);
    let (found, columns, rows) = (sides.found, sides.columns(), sides.rows);
    rules.check_method(name, nature.kind)?;
    let (compared, detail) = ColumnProfile::side_by_side(columns);
    let compared = compared.each_ref().map(AsRef::as_ref);
    let values = Values::of(compared, nature);
    let samples = values.samples();
    let samples = samples.as_ref();
    let sketch = detail
        .filter(|_| depth == Depth::Whole)
        .map(|detail| sketch::of(samples, detail, profiles.map(Profile::min_count)));
    let whole = found.map(|side| side.filter(|_| detail.is_some())?.whole(nature.kind));
    let mut column =
        ColumnReport { position, sketch, ..describe(name, nature, &values, samples, &sides, whole, depth) };
    let constant = match nature.kind {
        ColumnType::Text => ColumnProfile::distinct_in_both(columns[0], columns[1]) < 2,
        _ => values.is_constant(),
    };
    let mut findings = Vec::new();
    if depth == Depth::Whole {
        let found = found.map(|side| side.is_some());
        findings = findings::of_column(name, nature, &values, rows, found, profiles, constant);
        findings.extend(detail.and_then(|detail| sketch::finding(name, detail)));
    }
    column.reason = reason(found, nature, &values, rows, constant, policy.preset);
    if column.reason.is_none() && nature.kind.is_ordered() && nature.kind != ColumnType::Text {
        column.reason = columns
            .into_iter()
            .any(are_left_out)
            .then(|| "a side was saved without the rare texts that its values are".to_owned());
    }
    if column.reason.is_none() {
        let aspects = if policy.preset.tests_aspects() && depth == Depth::Whole {
            aspect::gather(name, compared, &values, nature, policy)
        } else {
            Vec::new()
        };
        if nature.role == Role::Feature && values.are_apart_in_time(nature.kind) {
            look_apart_in_time(&mut column, aspects, rows, policy);
        } else {
            look(&mut column, &values, samples, nature, policy, depth);
            if !aspects.is_empty() {
                column.aspects = aspect::own(&values, &column).into_iter().chain(aspects).collect();
            }
            look_at_missing(&mut column, rows, policy);
        }
    }
    Ok(Compared { report: column, findings, spelling: nature.spelling })
}

/// Whether one in a hundred values or more are texts that were left out.
fn are_left_out(side: &ColumnProfile) -> bool {
    side.left_out().is_some_and(|(count, _)| 100 * count >= side.values())
}

/// Why a column cannot be tested.
fn reason(
    found: [Option<&ColumnProfile>; 2],
    nature: &Nature,
    values: &Values<'_>,
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
    if let Some(reason) = infer::set_aside(nature.role) {
        return set_aside(reason);
    }
    if let Some(reason) = nature.set_aside {
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
    nature: &Nature,
    values: &Values<'_>,
    samples: Option<&Samples<'_>>,
    sides: &Sides<'_>,
    whole: [Option<Whole>; 2],
    depth: Depth,
) -> ColumnReport {
    let (found, rows) = (sides.found, sides.rows);
    let moments = |side: usize| samples.and_then(|samples| samples.summaries()[side]);
    let summary = |side: usize| -> Option<ColumnSummary> {
        found[side].map(|profile| match values {
            Values::Line(lines) if nature.kind == ColumnType::Text => ColumnSummary {
                distinct: profile.distinct() as u64,
                ..summary::of_line(&lines[side], moments(side), None, rows[side], nature.kind)
            },
            Values::Line(lines) => {
                summary::of_line(&lines[side], moments(side), whole[side], rows[side], nature.kind)
            }
            Values::Levels(table) if table.groups > 0 => ColumnSummary {
                distinct: profile.distinct() as u64,
                ..summary::of_levels(table, side, rows[side])
            },
            Values::Levels(table) => summary::of_levels(table, side, rows[side]),
        })
    };
    let is_whole = depth == Depth::Whole;
    let (new_values, vanished_values) = match values {
        Values::Levels(table) if is_whole && found.iter().all(Option::is_some) => {
            (only_in(table, 1), only_in(table, 0))
        }
        _ => (Vec::new(), Vec::new()),
    };
    ColumnReport {
        name: name.to_owned(),
        position: 0,
        kind: nature.kind,
        role: nature.role,
        importance: None,
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
        reference: is_whole.then(|| summary(0)).flatten(),
        current: summary(1),
        histogram: is_whole.then(|| histogram::of(values, nature.kind)).flatten(),
        cumulative: is_whole.then(|| cumulative::of(samples)).flatten(),
        sketch: None,
    }
}

/// The levels that one side alone has.
fn only_in(table: &LevelTable, side: usize) -> Vec<LevelCount> {
    let named = table.labels.iter().enumerate().take(table.named().len());
    let levels = named.filter(|(level, _)| table.counts[1 - side][*level] == 0);
    summary::most_frequent(
        levels.map(|(level, label)| (label.clone(), table.counts[side][level])),
        LISTED_LEVELS,
    )
}

/// Runs the methods and writes their results into the column.
fn look(
    column: &mut ColumnReport,
    values: &Values<'_>,
    samples: Option<&Samples<'_>>,
    nature: &Nature,
    policy: &Policy,
    depth: Depth,
) {
    let rules = policy.rules_of(&column.name);
    let table = Table::of(values, nature.kind, &rules);
    let seed = seed::of_column(policy.seed, &column.name);
    let tested = Tested { values, samples, table: &table, seed };
    let evidence = evidence::gather(&tested, nature, &rules, policy, depth);
    column.primary = Some(evidence.primary);
    column.effect = evidence.effect.map(effect);
    column.methods = evidence.methods;
    if depth == Depth::Whole {
        column.contributions = contributions::of(&table);
    }
}

/// Where one side ends before the other begins, the column orders the rows in time, and that its values moved says nothing. Their hours and
/// weekdays can still be compared, if each side spans enough of them.
fn look_apart_in_time(column: &mut ColumnReport, mut aspects: Vec<Aspect>, rows: [Rows; 2], policy: &Policy) {
    let reason = "the two time ranges do not overlap: the column orders the rows in time".to_owned();
    if aspects.is_empty() {
        column.reason = Some(reason);
        return;
    }
    aspects.insert(0, aspect::set_aside_time(reason));
    column.aspects = aspects;
    look_at_missing(column, rows, policy);
}

fn look_at_missing(column: &mut ColumnReport, rows: [Rows; 2], policy: &Policy) {
    if let Some(found) = policy.preset.tests_missing().then(|| missing::test(rows[0], rows[1])).flatten() {
        column.missing.p_value = found.p_value.into();
        column.missing.effect = Some(effect(found.effect));
    }
}

pub(super) fn effect(effect: PsiEffect) -> Effect {
    Effect { name: Method::Psi, value: effect.value.into(), low: effect.low.into(), high: effect.high.into() }
}
