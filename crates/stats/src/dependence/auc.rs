//! How well a score tells current rows from reference rows.

use super::Weights;
use crate::Untestable;
use crate::special::normal_quantile;

/// The area under the curve over rows that the score was not made from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FoldAuc {
    /// The share of pairs of rows in which the current one has the higher score; an equal score counts half.
    pub auc: f64,
    /// Independent observations of the reference and of the current sample.
    pub observations: [f64; 2],
    /// The variance of the area where nothing tells the samples apart.
    null_variance: f64,
}

/// The area over several parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanAuc {
    /// The weighted mean of the parts' areas.
    pub value: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// The one-sided p-value of an area of 1/2.
    pub p_value: f64,
}

/// The area under the receiver operating characteristic, which is Mann and Whitney's U over n m. Equals
/// `sklearn.metrics.roc_auc_score` with the counts as weights.
///
/// Its variance under no difference is that of the mid-ranks of both samples together, ties and all, over each sample's number of
/// independent observations. Untestable: a sample without rows.
pub fn fold_auc(scores: [&[f64]; 2], weights: [Weights<'_>; 2]) -> Result<FoldAuc, Untestable> {
    let totals = weights.map(|weights| weights.count.iter().sum::<f64>());
    if totals.iter().any(|total| *total <= 0.0) {
        return Err(Untestable::Empty);
    }
    let all = totals[0] + totals[1];
    let mut rows: Vec<(f64, usize, f64)> = (0..2)
        .flat_map(|side| {
            scores[side].iter().zip(weights[side].count).map(move |(&score, &count)| (score, side, count))
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut wins, mut cubes) = (0.0, 0.0, 0.0);
    for ties in rows.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let of = |side: usize| ties.iter().filter(|row| row.1 == side).map(|row| row.2).sum::<f64>();
        let (reference, current) = (of(0), of(1));
        wins += current * (below + reference / 2.0);
        below += reference;
        let share = (reference + current) / all;
        cubes += share * share * share;
    }
    let observations = weights.map(|weights| weights.effective());
    let null_variance = (1.0 - cubes) / 12.0 * (1.0 / observations[0] + 1.0 / observations[1]);
    Ok(FoldAuc { auc: wins / (totals[0] * totals[1]), observations, null_variance })
}

/// The mean area over parts with these weights, each part scored by a model made from parts before it.
///
/// Under no difference each part's area is 1/2 on average whatever the model before it is, so the weighted sum is a martingale, and
/// its variance the sum of the parts' variances: that holds the error rate, which pooling the folds of ordinary
/// cross-validation does not, as their models share rows with each other's tests (Bengio and Grandvalet 2004; Dawid 1984). The
/// interval is the score interval of Newcombe (2006, method 5) on the variance of Hanley and `McNeil` (1982), which also has a lower end at an area of 1.
/// Untestable: no part.
pub fn mean_auc(parts: &[(FoldAuc, f64)], confidence: f64) -> Result<MeanAuc, Untestable> {
    let total: f64 = parts.iter().map(|(_, weight)| weight).sum();
    if total <= 0.0 {
        return Err(Untestable::Empty);
    }
    let sum = |of: &dyn Fn(&FoldAuc, f64) -> f64| {
        parts.iter().map(|(part, weight)| of(part, weight / total)).sum::<f64>()
    };
    let value = sum(&|part, weight| weight * part.auc);
    let null = sum(&|part, weight| weight * weight * part.null_variance);
    let observations =
        [0, 1].map(|side| 1.0 / sum(&|part, weight| weight * weight / part.observations[side]));
    let z = normal_quantile(f64::midpoint(1.0, confidence));
    let limit = |end: f64| limit(value, end, z, observations);
    let p_value = if null > 0.0 { libm::erfc((value - 0.5) / (2.0 * null).sqrt()) / 2.0 } else { 1.0 };
    Ok(MeanAuc { value, low: limit(0.0), high: limit(1.0), p_value })
}

/// The area between `value` and `end` from which the value is z standard errors away, by bisection.
fn limit(value: f64, end: f64, z: f64, [n, m]: [f64; 2]) -> f64 {
    let half = (f64::midpoint(n, m) - 1.0).max(0.0);
    let error = |area: f64| {
        let spread = 1.0 + half * ((1.0 - area) / (2.0 - area) + area / (1.0 + area));
        (area * (1.0 - area) * spread / (n * m)).sqrt()
    };
    let (mut inside, mut outside) = (value, end);
    for _ in 0..60 {
        let middle = f64::midpoint(inside, outside);
        if (value - middle).abs() > z * error(middle) {
            outside = middle;
        } else {
            inside = middle;
        }
    }
    f64::midpoint(inside, outside)
}
