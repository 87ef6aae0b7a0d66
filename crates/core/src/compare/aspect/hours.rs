//! Instants by hour of day and by weekday.
//!
//! Data that begins on a Monday noon and ends ten days later has each Tuesday twice and each Friday once, which is no drift. So each side is cut to
//! its last whole days (for hours) or whole weeks (for weekdays), and is compared only where there are at least two of them. This needs
//! no overlap in time: last month's weekdays can be held against this month's.

use super::tested;
use crate::Method;
use crate::compare::histogram;
use crate::compare::values::{LevelTable, Values};
use crate::policy::Policy;
use crate::report::{Aspect, AspectName};
use driftglass_stats::Distribution;

const HOUR: f64 = 3600.0;
const DAY: f64 = 24.0 * HOUR;
const WEEK: f64 = 7.0 * DAY;

/// Whole days, or weeks, that each side must span.
const LEAST_PERIODS: f64 = 2.0;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The hour where there is a time of day at all, and the weekday.
pub(super) fn aspects(sides: [&Distribution; 2], policy: &Policy, seed: u64) -> Vec<Aspect> {
    let hours: Vec<String> = (0..24).map(|hour| format!("{hour:02}:00 to {hour:02}:59")).collect();
    let weekdays = WEEKDAYS.map(str::to_owned);
    let hour = |seconds: f64| (seconds.rem_euclid(DAY) / HOUR) as usize;
    // 1970-01-01 was a Thursday.
    let weekday = |seconds: f64| ((seconds / DAY).floor() + 3.0).rem_euclid(7.0) as usize;
    [
        cyclic(AspectName::Hour, &hours, sides, DAY, hour, policy, seed),
        cyclic(AspectName::Weekday, &weekdays, sides, WEEK, weekday, policy, seed),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn cyclic(
    name: AspectName,
    labels: &[String],
    sides: [&Distribution; 2],
    period: f64,
    place: impl Fn(f64) -> usize,
    policy: &Policy,
    seed: u64,
) -> Option<Aspect> {
    let mut counts = [vec![0; labels.len()], vec![0; labels.len()]];
    for (side, counts) in sides.iter().zip(&mut counts) {
        let start = start_of_whole_periods(side, period)?;
        for (seconds, count) in side.pairs().filter(|(seconds, _)| *seconds > start) {
            counts[place(seconds)] += count;
        }
    }
    let drawn = histogram::in_order(labels, &counts);
    let observed = |level: &usize| counts[0][*level] + counts[1][*level] > 0;
    let kept: Vec<usize> = (0..labels.len()).filter(observed).collect();
    let table = LevelTable {
        labels: kept.iter().map(|&level| labels[level].clone()).collect(),
        counts: counts.map(|counts| kept.iter().map(|&level| counts[level]).collect()),
        groups: 0,
    };
    let aspect = tested(name, Method::ChiSquare, &Values::Levels(table), policy, seed)?;
    Some(Aspect { histogram: Some(drawn), ..aspect })
}

/// The instant after which the side's whole periods lie, counted back from its last value.
fn start_of_whole_periods(side: &Distribution, period: f64) -> Option<f64> {
    let (first, last) = (*side.values().first()?, *side.values().last()?);
    let periods = ((last - first + slack(side, last - first, period)) / period).floor();
    (periods >= LEAST_PERIODS).then_some(last - periods * period)
}

/// By how much a side is taken to reach beyond its first and last value. A date is a whole day, so that fourteen dates are two
/// weeks; and rows at random times of two weeks span a little less than that: five gaps between rows cover it
/// nearly always.
fn slack(side: &Distribution, span: f64, period: f64) -> f64 {
    let divides = |step: &f64| side.values().iter().all(|seconds| seconds % step == 0.0);
    let resolution = [DAY, HOUR, 60.0].into_iter().find(divides).unwrap_or(0.0);
    let gaps = 5.0 * span / side.total() as f64;
    resolution.max(gaps.min(period / 14.0))
}
