//! Whether a classifier can tell current rows from reference rows.

use super::bins::Binned;
use super::boost::{Model, Training};
use super::feature::Feature;
use super::rows::{Counts, Rows};
use crate::Parallel;
use crate::policy::Policy;
use crate::report::{Domain, DomainColumn};
use driftglass_stats::{FoldAuc, Weights, fold_auc, mean_auc};

/// Distinct rows of each side that take part, which bounds the time.
const ROWS: usize = 2000;

/// Parts of the rows. Each but the first is scored by a model of the parts before it.
const FOLDS: usize = 5;

/// The independent observations that each side must have.
const OBSERVATIONS: f64 = 50.0;

/// Columns that a report lists.
const LISTED: usize = 10;

/// The least part of the gain that is worth a line.
const LEAST_IMPORTANCE: f64 = 0.01;

const CONFIDENCE: f64 = 0.95;

/// Trains on each run of parts and tries the model on the part after it. Copies of a row share a part, so no row is tried on a
/// model that has seen it; later parts count more, as their models have seen more.
pub(super) fn classify(
    features: &[Feature<'_>],
    rows: &Rows<'_>,
    policy: &Policy,
    parallel: &impl Parallel,
) -> Domain {
    let counts = rows.counts(Some(ROWS));
    let reason = if features.is_empty() {
        Some("no column was tested".to_owned())
    } else if counts.iter().any(|side| side.weights().effective() < OBSERVATIONS) {
        Some(format!("each side needs the worth of {OBSERVATIONS} rows that are not copies of each other"))
    } else {
        None
    };
    let taken = counts.each_ref().map(|side| side.weights().count.len());
    let columns: Vec<Binned> = match reason {
        Some(_) => Vec::new(),
        None => parallel.map(features.iter().collect(), |feature| Binned::new(feature, &counts)),
    };
    let mut domain = Domain {
        auc: None.into(),
        low: None.into(),
        high: None.into(),
        p_value: None.into(),
        rows: (taken[0] + taken[1]) as u64,
        folds: FOLDS as u64,
        columns: Vec::new(),
        drifted: false,
        reason,
    };
    if domain.reason.is_some() {
        return domain;
    }
    let (parts, gains) = try_parts(&columns, rows, &counts, parallel);
    match mean_auc(&parts, CONFIDENCE) {
        Ok(auc) => {
            domain.auc = auc.value.into();
            domain.low = auc.low.into();
            domain.high = auc.high.into();
            domain.p_value = auc.p_value.into();
            domain.drifted = auc.p_value < policy.alpha;
            domain.columns = importances(features, &gains);
        }
        Err(reason) => domain.reason = Some(reason.to_string()),
    }
    domain
}

/// The area of every part but the first, with its weight, and what each column gained in all models.
fn try_parts(
    columns: &[Binned],
    rows: &Rows<'_>,
    counts: &[Counts; 2],
    parallel: &impl Parallel,
) -> (Vec<(FoldAuc, f64)>, Vec<f64>) {
    let [reference, current] = counts.each_ref().map(Counts::weights);
    let first = reference.count.len();
    let folds: Vec<usize> = [(0, first), (1, current.count.len())]
        .into_iter()
        .flat_map(|(side, taken)| rows.sides[side][..taken].iter().map(|(hash, _)| fold(*hash)))
        .collect();
    let count = |row: usize| if row < first { reference.count[row] } else { current.count[row - first] };
    // The last part has the largest model, so it comes first.
    let tried = parallel.map((1..FOLDS).rev().collect(), |part| {
        let seen: Vec<usize> = (0..folds.len()).filter(|&row| folds[row] < part).collect();
        let is_current: Vec<bool> = seen.iter().map(|row| *row >= first).collect();
        if !(is_current.contains(&true) && is_current.contains(&false)) {
            return None;
        }
        let seen_counts: Vec<f64> = seen.iter().map(|&row| count(row)).collect();
        let model =
            Model::fit(&Training { columns, rows: &seen, is_current: &is_current, counts: &seen_counts });
        let tried = [0..first, first..folds.len()]
            .map(|side| side.filter(|&row| folds[row] == part).collect::<Vec<usize>>());
        let scores = tried
            .each_ref()
            .map(|side| side.iter().map(|&row| model.score(columns, row)).collect::<Vec<f64>>());
        let tried_counts = [
            counts[0].of(&tried[0]),
            counts[1].of(&tried[1].iter().map(|row| row - first).collect::<Vec<usize>>()),
        ];
        let weights: [Weights<'_>; 2] = tried_counts.each_ref().map(Counts::weights);
        let area = fold_auc([&scores[0], &scores[1]], weights).ok();
        Some((area.map(|area| (area, part as f64)), model.gains))
    });
    let mut parts = Vec::new();
    let mut gains = vec![0.0; columns.len()];
    for (part, gained) in tried.into_iter().rev().flatten() {
        parts.extend(part);
        gains.iter_mut().zip(gained).for_each(|(own, gain)| *own += gain);
    }
    (parts, gains)
}

/// The part of a row by its hash, from other bits than those that brought it into the sample.
fn fold(hash: u64) -> usize {
    ((hash & 0xffff_ffff) % FOLDS as u64) as usize
}

fn importances(features: &[Feature<'_>], gains: &[f64]) -> Vec<DomainColumn> {
    let total: f64 = gains.iter().sum();
    let mut shares: Vec<(&str, f64)> = features
        .iter()
        .zip(gains)
        .map(|(feature, gain)| (feature.name, gain / total))
        .filter(|(_, share)| *share >= LEAST_IMPORTANCE)
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let column =
        |(name, share): (&str, f64)| DomainColumn { name: name.to_owned(), importance: share.into() };
    shares.into_iter().take(LISTED).map(column).collect()
}
