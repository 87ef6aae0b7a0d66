//! Counts to draw.

use super::values::{LevelTable, Values};
use crate::Number;
use crate::report::Histogram;
use driftglass_stats::{Distribution, quantile};

/// Bins at the most, the two tails aside.
const BINS: f64 = 24.0;

/// The shares of each side left to the tails, so that one extreme value does not hide the shape.
const TAIL: f64 = 0.005;

/// Levels drawn on their own; the rest is one bar.
const LEVELS: usize = 20;

pub(super) fn of(values: &Values) -> Option<Histogram> {
    match values {
        Values::Line(lines) => of_line(&lines[0].distribution, &lines[1].distribution),
        Values::Levels(table) => of_levels(table),
    }
}

fn of_line(reference: &Distribution, current: &Distribution) -> Option<Histogram> {
    let edges = edges(reference, current)?;
    let counts = |sample: &Distribution| {
        let mut counts = vec![0; edges.len() - 1];
        for (value, count) in sample.pairs() {
            let bin = edges.partition_point(|edge| *edge <= value).clamp(1, counts.len());
            counts[bin - 1] += count;
        }
        counts
    };
    let (reference, current) = (counts(reference), counts(current));
    Some(Histogram {
        edges: Some(edges.into_iter().map(Number::from).collect()),
        labels: None,
        rest: None,
        reference,
        current,
    })
}

/// Edges at round numbers over the bulk of both sides, with the tails beyond in bins of their own.
fn edges(reference: &Distribution, current: &Distribution) -> Option<Vec<f64>> {
    let over_sides = |of: fn(&Distribution) -> Option<f64>, choose: fn(f64, f64) -> f64| {
        [of(reference), of(current)].into_iter().flatten().reduce(choose)
    };
    let least = over_sides(|side| side.values().first().copied(), f64::min)?;
    let greatest = over_sides(|side| side.values().last().copied(), f64::max)?;
    let low = over_sides(|side| quantile(side, TAIL), f64::min)?;
    let high = over_sides(|side| quantile(side, 1.0 - TAIL), f64::max)?;
    let whole =
        [reference, current].iter().all(|side| side.values().iter().all(|value| value.fract() == 0.0));
    let step = round_step((high - low) / BINS, whole);
    let first = (low / step).floor();
    let last = (high / step).floor() + 1.0;
    let mut edges: Vec<f64> = (0..=(last - first) as u32).map(|k| (first + f64::from(k)) * step).collect();
    if least < edges[0] {
        edges.insert(0, least);
    }
    let end = edges[edges.len() - 1];
    if greatest > end {
        edges.push(greatest);
    }
    Some(edges)
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not under the raw step; whole where the values are.
fn round_step(raw: f64, whole: bool) -> f64 {
    if raw <= 0.0 || !raw.is_finite() {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::log10(raw).floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= raw);
    let step = step.unwrap_or(10.0 * power);
    if whole { step.ceil().max(1.0) } else { step }
}

/// Levels with an order of their own, all of them.
pub(super) fn in_order(labels: &[String], [reference, current]: &[Vec<u64>; 2]) -> Histogram {
    Histogram {
        edges: None,
        labels: Some(labels.to_vec()),
        rest: None,
        reference: reference.clone(),
        current: current.clone(),
    }
}

fn of_levels(table: &LevelTable) -> Option<Histogram> {
    if table.labels.is_empty() {
        return None;
    }
    let totals = [0, 1].map(|side| table.counts[side].iter().sum::<u64>().max(1) as f64);
    let weight =
        |level: usize| (0..2).map(|side| table.counts[side][level] as f64 / totals[side]).sum::<f64>();
    let mut order: Vec<usize> = (0..table.labels.len()).collect();
    order.sort_by(|a, b| weight(*b).total_cmp(&weight(*a)));
    let (shown, rest) = order.split_at(order.len().min(LEVELS));
    let mut labels: Vec<String> = shown.iter().map(|&level| table.labels[level].clone()).collect();
    let mut counts =
        [0, 1].map(|side| shown.iter().map(|&level| table.counts[side][level]).collect::<Vec<u64>>());
    if !rest.is_empty() {
        labels.push(format!("{} other levels", rest.len()));
        for (side, counts) in counts.iter_mut().enumerate() {
            counts.push(rest.iter().map(|&level| table.counts[side][level]).sum());
        }
    }
    let rest = (!rest.is_empty()).then_some(rest.len() as u64);
    let [reference, current] = counts;
    Some(Histogram { edges: None, labels: Some(labels), rest, reference, current })
}
