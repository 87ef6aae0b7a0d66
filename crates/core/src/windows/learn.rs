//! Limits that are learned: from the effects that the reference's own windows have.

use super::Column;
use super::frame::{Against, Frame, LEAST_ROWS, phases};
use super::gather::ColumnSteps;
use super::rule::{Learn, Plan, Reference};
use crate::Profile;
use crate::compare::compare_briefly;
use crate::policy::{Policy, PolicyError};
use crate::report::ColumnReport;
use crate::series::Step;
use driftglass_stats::{Distribution, Summary, quantile};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Effects that a limit is learned from at least.
const LEAST: usize = 5;

/// A limit, where there are effects enough; in ascending order they take no sort.
fn limit(effects: &[f64], learn: Learn) -> Option<f64> {
    if effects.len() < LEAST {
        return None;
    }
    let effects = Distribution::from_values(effects.iter().copied());
    match learn {
        Learn::Quantile(share) => quantile(&effects, share),
        Learn::Deviations(count) => {
            let summary = Summary::of(&effects)?;
            Some(summary.mean + count * summary.std?)
        }
    }
}

/// The limits of the windows of one column, where the reference is the same for all: each of the reference's windows is compared with the
/// others, and so never with itself. A window in a season is compared with its like.
pub(super) fn of_reference(
    column: &Column<'_>,
    reference: &Range<Step>,
    steps: &ColumnSteps,
    plan: &Plan,
    learn: Learn,
    policy: &Policy,
) -> Result<Option<f64>, PolicyError> {
    let width = plan.steps(plan.window);
    // In a season a window begins where its like do.
    let begin = match plan.period() {
        Some(_) => reference.start + (-reference.start).rem_euclid(width),
        None => reference.start,
    };
    // Whole ones: a part is less like the others than a window is.
    let tiles = (0..).map(|place| begin + place * width..begin + (place + 1) * width);
    let mut groups: BTreeMap<BTreeSet<i64>, Vec<Profile>> = BTreeMap::new();
    for range in tiles.take_while(|range| range.end <= reference.end) {
        let tile = steps.range(&range);
        if tile.rows() >= LEAST_ROWS {
            groups.entry(phases(&range, plan)).or_default().push(tile);
        }
    }
    let mut effects = Vec::new();
    for tiles in groups.values() {
        leave_one_out(column, tiles, None, policy, &mut effects)?;
    }
    Ok(limit(&effects, learn))
}

/// Compares each tile with all others. Halving what is left out merges every tile no more often than there are halvings.
fn leave_one_out(
    column: &Column<'_>,
    tiles: &[Profile],
    others: Option<Profile>,
    policy: &Policy,
    effects: &mut Vec<f64>,
) -> Result<(), PolicyError> {
    if let [tile] = tiles {
        if let Some(others) = others {
            effects.extend(effect(&compare_briefly(column.name, 0, &others, tile, &column.nature, policy)?));
        }
        return Ok(());
    }
    let (left, right) = tiles.split_at(tiles.len() / 2);
    for (half, rest) in [(left, right), (right, left)] {
        let with_rest = rest.iter().cloned().chain(others.clone()).reduce(Profile::merge);
        if !half.is_empty() {
            leave_one_out(column, half, with_rest, policy, effects)?;
        }
    }
    Ok(())
}

/// The limits of the windows of one column, where the reference moves: the windows in it have been compared already, each with what was
/// before it. None that has rows of the window itself counts, and where the reference is the previous window all earlier ones do.
pub(super) fn of_earlier(
    frames: &[Frame],
    reports: &[Option<ColumnReport>],
    reference: Reference,
    learn: Learn,
) -> Vec<Option<f64>> {
    let effects: Vec<Option<f64>> = reports.iter().map(|report| report.as_ref().and_then(effect)).collect();
    // What counts moves on from window to window, as time does.
    let (mut coming, mut going) =
        (frames.iter().zip(&effects).peekable(), frames.iter().zip(&effects).peekable());
    let mut counted: Vec<f64> = Vec::new();
    let place =
        |counted: &[f64], effect: f64| counted.partition_point(|other| other.total_cmp(&effect).is_lt());
    let of = |(frame, report): (&Frame, &Option<ColumnReport>)| {
        let Against::Steps(choice) = &frame.against else { return None };
        let is_before = |earlier: &Frame| earlier.steps.end <= frame.steps.start;
        let is_out =
            |earlier: &Frame| reference != Reference::Previous && earlier.steps.start < choice.steps.start;
        while let Some((_, effect)) = coming.next_if(|(earlier, _)| is_before(earlier)) {
            if let Some(effect) = *effect {
                counted.insert(place(&counted, effect), effect);
            }
        }
        while let Some((_, effect)) = going.next_if(|(earlier, _)| is_before(earlier) && is_out(earlier)) {
            if let Some(effect) = *effect {
                counted.remove(place(&counted, effect));
            }
        }
        report.as_ref().and_then(|_| limit(&counted, learn))
    };
    frames.iter().zip(reports).map(of).collect()
}

fn effect(report: &ColumnReport) -> Option<f64> {
    report.effect.as_ref()?.value.get()
}
