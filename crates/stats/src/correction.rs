//! Adjusting p-values for the number of tests, so that the whole report holds its error rate.

use crate::order;

/// Benjamini and Hochberg (1995): q-values that control the expected share of false discoveries among those
/// called real.
///
/// Valid for independent and positively dependent tests. Equals `scipy.stats.false_discovery_control`. In the
/// order of the input, which holds no NaN.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len() as f64;
    let descending = ranked(p_values).into_iter().rev();
    adjusted(p_values, descending, |rank, p| p * (count / rank), f64::min, 1.0)
}

/// Holm (1979): adjusted p-values that control the chance of any false positive, uniformly better than
/// Bonferroni's.
///
/// Equals `statsmodels.stats.multitest.multipletests(method="holm")`. In the order of the input, which holds
/// no NaN.
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len() as f64;
    adjusted(p_values, ranked(p_values), |rank, p| (p * (count - rank + 1.0)).min(1.0), f64::max, 0.0)
}

/// Bonferroni: each p-value times the number of tests, at most 1. In the order of the input, which holds no
/// NaN.
pub fn bonferroni(p_values: &[f64]) -> Vec<f64> {
    p_values.iter().map(|p| (p * p_values.len() as f64).min(1.0)).collect()
}

/// (rank from 1, position), ascending by p-value.
fn ranked(p_values: &[f64]) -> Vec<(f64, usize)> {
    let order = order(p_values.len(), &|a, b| p_values[a].total_cmp(&p_values[b]));
    order.into_iter().enumerate().map(|(rank, position)| ((rank + 1) as f64, position)).collect()
}

/// Each p-value scaled by its rank, made monotone along the walk.
fn adjusted(
    p_values: &[f64],
    walk: impl IntoIterator<Item = (f64, usize)>,
    scale: impl Fn(f64, f64) -> f64,
    monotone: impl Fn(f64, f64) -> f64,
    start: f64,
) -> Vec<f64> {
    let mut out = vec![0.0; p_values.len()];
    let mut running = start;
    for (rank, position) in walk {
        running = monotone(running, scale(rank, p_values[position]));
        out[position] = running;
    }
    out
}
