//! Permutation p-values for distances that have no null distribution of their own.

use crate::margins::Margins;
use crate::pooled::Tie;
use crate::{Distribution, Samples, Untestable};

/// Two statistics that differ by less than this part are equal: rounding must not decide.
const EQUAL: f64 = 1e-12;

/// The p-value of any `statistic` of two numeric samples that is large under drift: (hits + 1) / (draws + 1),
/// where a hit is a random dealing of the pooled values to samples of the same sizes with a statistic at
/// least as large (Phipson and Smyth 2010).
///
/// A dealing for which the statistic is not testable counts as a hit. The same seed gives the same p-value.
pub fn permutation_p_value(
    samples: &Samples<'_>,
    statistic: impl Fn(&Samples<'_>) -> Result<f64, Untestable>,
    draws: u32,
    seed: u64,
) -> Result<f64, Untestable> {
    let observed = statistic(samples)?;
    let pooled = samples.pooled()?;
    let totals: Vec<u64> = pooled.ties.iter().map(Tie::total).collect();
    let deal = |counts: &[u64]| {
        let values = || pooled.ties.iter().zip(counts);
        let x = Distribution::from_pairs(values().map(|(tie, count)| (tie.value, *count)));
        let y = Distribution::from_pairs(values().map(|(tie, count)| (tie.value, tie.total() - count)));
        statistic(&Samples::new(&x, &y))
    };
    Ok(share_of_hits(totals, pooled.n, observed, deal, draws, seed))
}

/// [`permutation_p_value`] for a `statistic` of two slices of counts.
pub fn counts_permutation_p_value(
    reference: &[u64],
    current: &[u64],
    statistic: impl Fn(&[u64], &[u64]) -> Result<f64, Untestable>,
    draws: u32,
    seed: u64,
) -> Result<f64, Untestable> {
    let observed = statistic(reference, current)?;
    let count = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
    let totals: Vec<u64> =
        (0..reference.len().max(current.len())).map(|i| count(reference, i) + count(current, i)).collect();
    let deal = |counts: &[u64]| {
        let rest: Vec<u64> = totals.iter().zip(counts).map(|(total, count)| total - count).collect();
        statistic(counts, &rest)
    };
    Ok(share_of_hits(totals.clone(), reference.iter().sum(), observed, deal, draws, seed))
}

fn share_of_hits(
    totals: Vec<u64>,
    size: u64,
    observed: f64,
    deal: impl Fn(&[u64]) -> Result<f64, Untestable>,
    draws: u32,
    seed: u64,
) -> f64 {
    let mut counts = vec![0; totals.len()];
    let mut margins = Margins::new(totals, size, seed);
    let limit = observed - observed.abs() * EQUAL;
    let hits = (0..draws)
        .filter(|_| {
            margins.draw(&mut counts);
            !deal(&counts).is_ok_and(|value| value < limit)
        })
        .count();
    (hits + 1) as f64 / (f64::from(draws) + 1.0)
}
