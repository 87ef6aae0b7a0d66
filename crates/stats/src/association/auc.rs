//! How well a score tells the two samples apart.

use crate::pooled::{Pooled, Tie};
use crate::special::normal_quantile;
use crate::sum::sum;
use crate::{Distribution, Untestable};

/// The area under the receiver operating characteristic, with a confidence interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Auc {
    /// The chance that a random current row has a higher score than a random reference row, ties as halves: 0.5 is no better than guessing.
    pub value: f64,
    /// The lower confidence limit.
    pub low: f64,
    /// The upper confidence limit.
    pub high: f64,
}

/// The area under the curve of scores of reference rows and current rows, with an interval at `confidence`, such as 0.95.
///
/// Equals `sklearn.metrics.roc_auc_score`. The variance is that of DeLong, DeLong and Clarke-Pearson (1988), the interval symmetric on the logit scale, so that it stays
/// within 0 and 1. Where the scores separate the samples entirely the variance is 0; the open limit is then that of a binomial proportion whose
/// trials, as many as the smaller sample, all succeed (Clopper and Pearson 1934). Untestable: an empty sample.
#[expect(clippy::doc_markdown, reason = "DeLong is a surname")]
pub fn auc(reference: &Distribution, current: &Distribution, confidence: f64) -> Result<Auc, Untestable> {
    let pooled = Pooled::new(reference, current)?;
    let (n, m) = (pooled.n as f64, pooled.m as f64);
    // For each distinct score, the share of the other sample that it beats.
    let (mut x_below, mut y_below) = (0, 0);
    let placements: Vec<(f64, f64)> = pooled
        .ties
        .iter()
        .map(|tie| {
            let beaten = |below: u64, at: u64, size: f64| (below as f64 + at as f64 / 2.0) / size;
            let placed = (beaten(y_below, tie.current, m), beaten(x_below, tie.reference, n));
            x_below += tie.reference;
            y_below += tie.current;
            placed
        })
        .collect();
    let rows = || pooled.ties.iter().zip(&placements);
    let value = sum(rows().map(|(tie, placed)| tie.current as f64 * placed.1)) / m;
    let variance_of = |count: fn(&Tie) -> u64, share: fn(&(f64, f64)) -> f64, mean: f64, size: f64| {
        let squares = sum(rows().map(|(tie, placed)| {
            let gap = share(placed) - mean;
            count(tie) as f64 * gap * gap
        }));
        if size > 1.0 { squares / (size - 1.0) / size } else { 0.25 }
    };
    let variance = variance_of(|tie| tie.current, |placed| placed.1, value, m)
        + variance_of(|tie| tie.reference, |placed| placed.0, 1.0 - value, n);
    let (low, high) = interval(value, variance, n.min(m), confidence);
    Ok(Auc { value, low, high })
}

fn interval(value: f64, variance: f64, smaller: f64, confidence: f64) -> (f64, f64) {
    let open = libm::pow((1.0 - confidence) / 2.0, 1.0 / smaller);
    if value >= 1.0 {
        return (open, 1.0);
    }
    if value <= 0.0 {
        return (0.0, 1.0 - open);
    }
    let logit = libm::log(value / (1.0 - value));
    let reach = normal_quantile(0.5 + confidence / 2.0) * variance.sqrt() / (value * (1.0 - value));
    let back = |x: f64| 1.0 / (1.0 + libm::exp(-x));
    (back(logit - reach), back(logit + reach))
}
