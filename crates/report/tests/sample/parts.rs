//! What columns are made of.

use driftglass_core::report::{
    Aspect, AspectName, ColumnReport, ColumnSummary, Contribution, Cumulative, Curve, Effect, Gap, Histogram,
    LevelCount, MethodResult, Missing, Quantile, Status,
};
use driftglass_core::{ColumnType, Method, Number, Role};
use std::collections::BTreeMap;

/// A column without anything but its name, type and status.
pub(crate) fn bare(name: &str, kind: ColumnType, status: Status) -> ColumnReport {
    ColumnReport {
        name: name.to_owned(),
        position: 0,
        kind,
        role: Role::Feature,
        importance: None,
        status,
        drifted: matches!(status, Status::Moderate | Status::Severe),
        reason: None,
        moved: None,
        primary: None,
        p_value: None.into(),
        q_value: None.into(),
        effect: None,
        aspects: Vec::new(),
        methods: BTreeMap::new(),
        missing: Missing { reference: 0, current: 0, p_value: 1.0.into(), q_value: 1.0.into(), effect: None },
        contributions: Vec::new(),
        new_values: Vec::new(),
        vanished_values: Vec::new(),
        reference: None,
        current: None,
        histogram: None,
        cumulative: None,
        sketch: None,
    }
}

/// A tested column: the deciding method's statistic and p-values, and the effect with its interval.
pub(super) fn tested(
    name: &str,
    kind: ColumnType,
    status: Status,
    primary: (Method, f64, f64, f64),
    effect: [f64; 3],
) -> ColumnReport {
    let (method, statistic, p, q) = primary;
    let [value, ..] = effect;
    let mut column = bare(name, kind, status);
    column.primary = Some(method);
    column.p_value = p.into();
    column.q_value = q.into();
    column.effect = Some(psi(effect));
    column.methods.insert(method, result(statistic, Some(p), Some(0.05), Some(p < 0.05)));
    column.methods.insert(Method::Psi, result(value, None, Some(0.1), Some(value >= 0.1)));
    column.methods.insert(Method::JensenShannon, result(value / 3.0, None, None, None));
    column.methods.insert(Method::TotalVariation, result(value / 2.0, None, None, None));
    column
}

/// An index with its interval.
pub(super) fn psi([value, low, high]: [f64; 3]) -> Effect {
    Effect { name: Method::Psi, value: value.into(), low: low.into(), high: high.into() }
}

/// An aspect: its method's statistic and p-values, its effect, and the change in words and as counts.
pub(crate) fn aspect(
    name: AspectName,
    (method, statistic, p, q): (&str, f64, f64, f64),
    effect: f64,
    moved: Option<&str>,
    histogram: Option<Histogram>,
) -> Aspect {
    let none = Number::from(None);
    Aspect {
        name,
        title: name.title().to_owned(),
        method: method.to_owned(),
        statistic: statistic.into(),
        p_value: p.into(),
        q_value: q.into(),
        effect: effect.is_finite().then(|| Effect {
            name: Method::Psi,
            value: effect.into(),
            low: none,
            high: none,
        }),
        change: moved.map(str::to_owned),
        moved: moved.map(str::to_owned),
        histogram,
        drifted: effect >= 0.1,
        reason: None,
    }
}

pub(super) fn result(
    statistic: f64,
    p: Option<f64>,
    threshold: Option<f64>,
    drifted: Option<bool>,
) -> MethodResult {
    MethodResult {
        statistic: statistic.into(),
        p_value: p.into(),
        threshold: threshold.into(),
        drifted,
        reason: None,
    }
}

pub(super) fn part(label: &str, reference: f64, current: f64, share: f64) -> Contribution {
    Contribution {
        label: label.to_owned(),
        reference: reference.into(),
        current: current.into(),
        share: share.into(),
    }
}

pub(super) fn count(label: &str, count: u64) -> LevelCount {
    LevelCount { label: label.to_owned(), count }
}

pub(super) fn summary(
    [count, missing, distinct]: [u64; 3],
    [mean, std, min, max]: [f64; 4],
    quantiles: [f64; 5],
) -> ColumnSummary {
    let quantiles = [0.05, 0.25, 0.5, 0.75, 0.95]
        .into_iter()
        .zip(quantiles)
        .map(|(p, value)| Quantile { p: p.into(), value: value.into() })
        .collect();
    ColumnSummary {
        count,
        missing,
        junk: 0,
        distinct,
        mean: mean.into(),
        std: std.into(),
        min: min.into(),
        max: max.into(),
        quantiles,
        levels: Vec::new(),
    }
}

pub(super) fn levels_summary(
    [rows, missing, distinct]: [u64; 3],
    levels: &[&str],
    counts: &[u64],
) -> ColumnSummary {
    let none = Number::from(None);
    let mut levels = levels.iter().zip(counts).map(|(label, n)| count(label, *n)).collect::<Vec<_>>();
    levels.sort_by_key(|level| std::cmp::Reverse(level.count));
    ColumnSummary {
        count: rows,
        missing,
        junk: 0,
        distinct,
        mean: none,
        std: none,
        min: none,
        max: none,
        quantiles: Vec::new(),
        levels,
    }
}

pub(super) fn bars(levels: &[&str], reference: &[u64], current: &[u64]) -> Histogram {
    Histogram {
        edges: None,
        logarithmic: false,
        labels: Some(levels.iter().map(|level| (*level).to_owned()).collect()),
        rest: None,
        reference: reference.to_vec(),
        current: current.to_vec(),
    }
}

pub(super) type Density<'a> = (&'a dyn Fn(f64) -> f64, f64);

/// Equal bins from `low` to `high`, the outer ones reaching to `min` and `max`, filled after two densities.
pub(super) fn bins(
    low: f64,
    high: f64,
    min: f64,
    max: f64,
    n: usize,
    reference: Density<'_>,
    current: Density<'_>,
) -> Histogram {
    let width = (high - low) / n as f64;
    let mut edges = (0..=n).map(|i| low + width * i as f64).collect::<Vec<_>>();
    edges[0] = min;
    edges[n] = max;
    let fill = |(density, total): Density<'_>| {
        let weights = (0..n).map(|i| density(low + width * (i as f64 + 0.5)).max(0.0)).collect::<Vec<_>>();
        let sum = weights.iter().sum::<f64>();
        weights.iter().map(|w| (w / sum * total).round() as u64).collect()
    };
    Histogram {
        edges: Some(edges.into_iter().map(Number::from).collect()),
        logarithmic: false,
        labels: None,
        rest: None,
        reference: fill(reference),
        current: fill(current),
    }
}

pub(super) fn normal(x: f64, mean: f64, std: f64) -> f64 {
    libm::exp(-(x - mean) * (x - mean) / (2.0 * std * std))
}

pub(super) fn gamma(x: f64, scale: f64) -> f64 {
    if x <= 0.0 { 0.0 } else { x * libm::exp(-x / scale) }
}

/// A column whose values have an order, as both sides' summaries and a histogram have it.
pub(super) fn ordered(
    column: ColumnReport,
    [reference, current]: [ColumnSummary; 2],
    histogram: Histogram,
) -> ColumnReport {
    ColumnReport {
        reference: Some(reference),
        current: Some(current),
        cumulative: Some(cumulative(&histogram)),
        histogram: Some(histogram),
        ..column
    }
}

/// A column of levels, with the rows, missing and distinct values of either side and the counts of its levels.
pub(super) fn levelled(
    column: ColumnReport,
    rows: [[u64; 3]; 2],
    levels: &[&str],
    counts: [&[u64]; 2],
) -> ColumnReport {
    ColumnReport {
        reference: Some(levels_summary(rows[0], levels, counts[0])),
        current: Some(levels_summary(rows[1], levels, counts[1])),
        histogram: Some(bars(levels, counts[0], counts[1])),
        ..column
    }
}

/// The curves of values that spread evenly over each bin.
pub(super) fn cumulative(histogram: &Histogram) -> Cumulative {
    let edges = histogram.edges.clone().unwrap_or_default();
    let shares = |counts: &[u64]| {
        let total = counts.iter().sum::<u64>() as f64;
        (0..=counts.len()).map(|bins| counts[..bins].iter().sum::<u64>() as f64 / total).collect::<Vec<_>>()
    };
    let (reference, current) = (shares(&histogram.reference), shares(&histogram.current));
    let distance = |edge: &usize| (reference[*edge] - current[*edge]).abs();
    let farthest = (0..edges.len()).max_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0);
    let curve = |shares: &[f64]| Curve {
        values: edges.clone(),
        shares: shares.iter().map(|&share| Number::from(share)).collect(),
    };
    let gap =
        Gap { at: edges[farthest], reference: reference[farthest].into(), current: current[farthest].into() };
    Cumulative { reference: curve(&reference), current: curve(&current), gap }
}
