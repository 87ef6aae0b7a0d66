//! Pairs of columns whose association changed.

use super::feature::{Cells, Feature};
use super::rows::{Counts, Rows};
use crate::Parallel;
use crate::judge::correct;
use crate::policy::Policy;
use crate::report::{Association, Measure, PairCounts};
use driftglass_stats::{
    AssociationTable, Correlation, Ranked, Weights, association_change, correlation_change, weighted_pearson,
    weighted_spearman,
};

/// Pairs that a report lists.
const LISTED: usize = 20;

/// The independent observations that each side must have.
const OBSERVATIONS: f64 = 30.0;

/// The change from which a pair counts as changed: what Cohen (1988) calls small for correlations.
const NOTABLE: f64 = 0.1;

/// The expected count in a cell of two levels, were the columns independent (Cochran 1954).
const LEAST_EXPECTED: f64 = 5.0;

/// A column as its pairs read it.
enum Column {
    Numeric([Ranked; 2]),
    /// Levels with the rare ones pooled, and how many there are.
    Levels([Vec<Option<usize>>; 2], usize),
}

/// What a measure says of a pair.
struct Change {
    measure: Measure,
    reference: f64,
    current: f64,
    p_value: Option<f64>,
}

/// Compares every pair of numeric columns and every pair of columns of levels, and lists those that changed most: by
/// whether they changed for real, and then by how much.
pub(super) fn compare(
    features: &[Feature<'_>],
    rows: &Rows<'_>,
    policy: &Policy,
    parallel: &impl Parallel,
) -> (PairCounts, Vec<Association>) {
    let counts = rows.counts(None);
    if counts.iter().any(|side| side.weights().effective() < OBSERVATIONS) {
        return (PairCounts::default(), Vec::new());
    }
    let columns = parallel
        .map(features.iter().collect(), |feature| Some((feature.name, Column::new(feature, &counts)?)));
    let columns: Vec<(&str, Column)> = columns.into_iter().flatten().collect();
    let all = (0..columns.len()).flat_map(|left| (left + 1..columns.len()).map(move |right| (left, right)));
    let found: Vec<(usize, usize, Change)> = parallel
        .map(all.collect(), |(left, right)| {
            let changes = changes(&columns[left].1, &columns[right].1, &counts);
            changes.into_iter().map(|change| (left, right, change)).collect::<Vec<_>>()
        })
        .into_iter()
        .flatten()
        .collect();
    let family: Vec<f64> = found.iter().filter_map(|(_, _, change)| change.p_value).collect();
    let mut q_values = correct(family, policy.correction).into_iter();
    let mut pairs = PairCounts::default();
    let mut associations: Vec<Association> = Vec::with_capacity(found.len());
    for same_pair in found.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let before = associations.len();
        for (left, right, change) in same_pair {
            let q_value = change.p_value.and_then(|_| q_values.next());
            let moved = change.current - change.reference;
            associations.push(Association {
                left: columns[*left].0.to_owned(),
                right: columns[*right].0.to_owned(),
                measure: change.measure,
                reference: change.reference.into(),
                current: change.current.into(),
                change: moved.into(),
                p_value: change.p_value.into(),
                q_value: q_value.into(),
                changed: moved.abs() >= NOTABLE && q_value.is_some_and(|q| q < policy.alpha),
            });
        }
        pairs.tested += u64::from(same_pair.iter().any(|(_, _, change)| change.p_value.is_some()));
        pairs.changed += u64::from(associations[before..].iter().any(|pair| pair.changed));
    }
    let strength = |pair: &Association| pair.change.get().map_or(0.0, f64::abs);
    associations.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| strength(b).total_cmp(&strength(a))));
    associations.truncate(LISTED);
    (pairs, associations)
}

impl Column {
    /// Numeric columns and columns of levels; a time or a text has no association worth the name.
    fn new(feature: &Feature<'_>, counts: &[Counts; 2]) -> Option<Self> {
        match &feature.values {
            Cells::Line(sides) if feature.is_numeric => {
                Some(Self::Numeric(sides.each_ref().map(|side| Ranked::new(side.clone()))))
            }
            Cells::Line(_) => None,
            Cells::Levels(sides) => {
                let (pooled, levels) = pool(sides, counts)?;
                Some(Self::Levels(pooled, levels))
            }
        }
    }
}

/// Pools the levels whose share of both samples is so small that two such levels would be expected together less than 5 times among
/// the rows of the smaller one. The pool takes in the least of the others until it is large enough itself. `None` where one
/// level is left.
fn pool(sides: &[Vec<Option<usize>>; 2], counts: &[Counts; 2]) -> Option<([Vec<Option<usize>>; 2], usize)> {
    let mut totals: Vec<f64> = Vec::new();
    let mut observations = f64::INFINITY;
    for (levels, counts) in sides.iter().zip(counts) {
        let weights = counts.weights();
        let mut present = 0.0;
        for (level, count) in levels.iter().zip(weights.count) {
            if let Some(level) = *level {
                totals.resize(totals.len().max(level + 1), 0.0);
                totals[level] += count;
                present += count;
            }
        }
        let share = present / weights.count.iter().sum::<f64>();
        observations = observations.min(share * weights.effective());
    }
    let all: f64 = totals.iter().sum();
    let least = all * (LEAST_EXPECTED / observations).sqrt();
    // Levels come with the most frequent one first.
    let mut kept = totals.iter().take_while(|total| **total >= least).count();
    let mut rest: f64 = totals[kept..].iter().sum();
    while kept > 0 && rest > 0.0 && rest < least {
        kept -= 1;
        rest += totals[kept];
    }
    let levels = kept + usize::from(rest > 0.0);
    let pooled = |side: &Vec<Option<usize>>| side.iter().map(|level| Some((*level)?.min(kept))).collect();
    (levels > 1).then(|| ([pooled(&sides[0]), pooled(&sides[1])], levels))
}

fn changes(left: &Column, right: &Column, counts: &[Counts; 2]) -> Vec<Change> {
    match (left, right) {
        (Column::Numeric(x), Column::Numeric(y)) => {
            let rank = |side: usize, weights: Weights<'_>| weighted_spearman(&x[side], &y[side], weights);
            let product = |side: usize, weights: Weights<'_>| {
                weighted_pearson(x[side].values(), y[side].values(), weights)
            };
            [
                correlation(Measure::Spearman, [0, 1].map(|side| rank(side, counts[side].weights()).ok())),
                correlation(Measure::Pearson, [0, 1].map(|side| product(side, counts[side].weights()).ok())),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
        (Column::Levels(x, rows), Column::Levels(y, columns)) => {
            let [reference, current] = [0, 1].map(|side| {
                let weights = counts[side].weights();
                let mut table = AssociationTable::new(*rows, *columns);
                for ((x, y), count) in x[side].iter().zip(&y[side]).zip(weights.count) {
                    if let (Some(x), Some(y)) = (*x, *y) {
                        table.add(x, y, *count);
                    }
                }
                // As many observations as the rows are worth (Rao and Scott 1981).
                table.scaled(weights.effective() / weights.count.iter().sum::<f64>())
            });
            let change = association_change(&reference, &current).ok();
            change
                .map(|change| Change {
                    measure: Measure::CramersV,
                    reference: change.reference,
                    current: change.current,
                    p_value: Some(change.p_value),
                })
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn correlation(measure: Measure, sides: [Option<Correlation>; 2]) -> Option<Change> {
    let [reference, current] = [sides[0]?, sides[1]?];
    if reference.observations < OBSERVATIONS || current.observations < OBSERVATIONS {
        return None;
    }
    let p_value = correlation_change(reference, current);
    Some(Change { measure, reference: reference.value, current: current.value, p_value })
}
