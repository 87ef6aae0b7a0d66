//! Counts to draw.

use super::edges::{Edges, edges};
use super::values::{LevelTable, Values};
use crate::report::Histogram;
use crate::{ColumnType, Number};
use driftglass_stats::Distribution;

/// Levels drawn on their own; the rest is one bar.
const LEVELS: usize = 20;

pub(super) fn of(values: &Values<'_>, kind: ColumnType) -> Option<Histogram> {
    match values {
        Values::Line(lines) => {
            // An instant is a distance from 1970, which no ratio means anything of.
            of_line(&lines[0].distribution, &lines[1].distribution, kind != ColumnType::Datetime)
        }
        Values::Levels(table) => of_levels(table),
    }
}

fn of_line(reference: &Distribution, current: &Distribution, may_be_logarithmic: bool) -> Option<Histogram> {
    let Edges { edges, logarithmic } = edges(reference, current, may_be_logarithmic)?;
    let counts = |sample: &Distribution| {
        // What lies at the last edge is in the last bin.
        let inner = edges[1..edges.len() - 1].iter().map(|edge| sample.below(*edge));
        let up_to = inner.chain([sample.total()]);
        let counts = up_to.scan(0, |before, up_to| Some(up_to - std::mem::replace(before, up_to)));
        counts.collect::<Vec<u64>>()
    };
    let (reference, current) = (counts(reference), counts(current));
    Some(Histogram {
        edges: Some(edges.into_iter().map(Number::from).collect()),
        logarithmic,
        labels: None,
        rest: None,
        reference,
        current,
    })
}

/// Levels with an order of their own, all of them.
pub(super) fn in_order(labels: &[String], [reference, current]: &[Vec<u64>; 2]) -> Histogram {
    Histogram {
        edges: None,
        logarithmic: false,
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
    Some(Histogram { edges: None, logarithmic: false, labels: Some(labels), rest, reference, current })
}
