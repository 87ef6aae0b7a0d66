//! The population stability index.

use super::shares::{Smoothing, shares};
use crate::special::chi_square_sf;
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// Population stability index, sum (p - q) ln(p / q): Jeffreys' symmetric divergence between the shares.
///
/// The p-value is that of psi / (1/n + 1/m) as chi-square with (bins - 1) degrees of freedom, good for
/// well-filled bins (Yurdakul and Naranjo 2020). Bins empty in both samples are left out. Without smoothing,
/// a bin that one sample lacks makes the index infinite and the p-value 0.
pub fn psi(reference: &[u64], current: &[u64], smoothing: Smoothing) -> Result<Outcome, Untestable> {
    let statistic = sum(psi_contributions(reference, current, smoothing)?);
    let freedom = filled(reference, current) - 1.0;
    let p = if freedom > 0.0 { chi_square_sf(statistic / rate(reference, current), freedom) } else { 1.0 };
    Ok(Outcome { statistic, p_value: Some(p) })
}

/// Each bin's term of the [`psi`], in the order of the bins; none is negative.
pub fn psi_contributions(
    reference: &[u64],
    current: &[u64],
    smoothing: Smoothing,
) -> Result<Vec<f64>, Untestable> {
    let shares = shares(reference, current, smoothing)?;
    Ok(shares.into_iter().map(|(p, q)| term(p, q)).collect())
}

fn term(p: f64, q: f64) -> f64 {
    #[expect(clippy::float_cmp, reason = "equal shares, also two zeros, contribute nothing")]
    if p == q { 0.0 } else { (p - q) * libm::log(p / q) }
}

/// 1/n + 1/m.
fn rate(reference: &[u64], current: &[u64]) -> f64 {
    1.0 / reference.iter().sum::<u64>() as f64 + 1.0 / current.iter().sum::<u64>() as f64
}

/// The number of bins that either sample fills.
fn filled(reference: &[u64], current: &[u64]) -> f64 {
    let count = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
    (0..reference.len().max(current.len())).filter(|&i| count(reference, i) + count(current, i) > 0).count()
        as f64
}

/// The mean of the [`psi`] under no drift: what sampling alone puts there.
///
/// With half a count a bin it is exact: the mean over all ways to deal the pooled rows to two samples of
/// these sizes, bin by bin hypergeometric. That holds for empty and rare bins too, where the first-order
/// value (bins - 1) (1/n + 1/m), which is returned without smoothing, does not.
pub fn psi_expected(reference: &[u64], current: &[u64], smoothing: Smoothing) -> Result<f64, Untestable> {
    // Also checks for empty samples.
    let bins = shares(reference, current, smoothing)?.len();
    let all_filled = filled(reference, current);
    if smoothing == Smoothing::None {
        return Ok((all_filled - 1.0) * rate(reference, current));
    }
    let (n, m): (u64, u64) = (reference.iter().sum(), current.iter().sum());
    let added = smoothing.added();
    let (p_total, q_total) = (n as f64 + added * all_filled, m as f64 + added * all_filled);
    let count = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
    Ok(sum((0..bins).map(|i| count(reference, i) + count(current, i)).filter(|both| *both > 0).map(|both| {
        hypergeometric_mean(both, n, m, |x| {
            term((x as f64 + added) / p_total, ((both - x) as f64 + added) / q_total)
        })
    })))
}

/// The mean of f(x), a smooth function, where x of the `both` rows of a bin fall among the n of n + m.
///
/// Where x has many values, some of them do, at equal steps of a third of a standard deviation: by Poisson's summation formula their
/// mean differs from that of all by the characteristic function at 2 pi / step, which is less than e^-70.
fn hypergeometric_mean(both: u64, n: u64, m: u64, f: impl Fn(u64) -> f64) -> f64 {
    let all = (n + m) as f64;
    let variance = both as f64 * (n as f64 / all) * (m as f64 / all) * (1.0 - both as f64 / all);
    mean_at_steps(both, n, m, (variance.sqrt() / 3.0) as u64, f)
}

/// The mean of f over every `step`-th x from the most probable one.
fn mean_at_steps(both: u64, n: u64, m: u64, step: u64, f: impl Fn(u64) -> f64) -> f64 {
    let low = both.saturating_sub(m);
    let high = both.min(n);
    let mode = ((u128::from(both + 1) * u128::from(n + 1)) / u128::from(n + m + 2)) as u64;
    let mode = mode.clamp(low, high);
    let step = step.max(1);
    // Weights relative to that of the mode, outwards until they no longer count.
    let ratio_up =
        |x: u64| ((both - x) as f64 * (n - x) as f64) / ((x + 1) as f64 * (m + x + 1 - both) as f64);
    let (mut weights, mut total) = (1.0, f(mode));
    let mut take = |x: u64, weight: f64| {
        weights += weight;
        total += weight * f(x);
        weight >= 1e-18
    };
    let mut weight = 1.0;
    for x in mode..high {
        weight *= ratio_up(x);
        if (x + 1 - mode).is_multiple_of(step) && !take(x + 1, weight) {
            break;
        }
    }
    weight = 1.0;
    for x in (low..mode).rev() {
        weight /= ratio_up(x);
        if (mode - x).is_multiple_of(step) && !take(x, weight) {
            break;
        }
    }
    total / weights
}

/// The effect size behind a [`psi`]: freed from what sampling alone puts there, with a confidence interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PsiEffect {
    /// The index less its expectation under no drift, not below 0.
    pub value: f64,
    /// The lower confidence limit, not below 0.
    pub low: f64,
    /// The upper confidence limit.
    pub high: f64,
}

/// The debiased [`psi`] with a confidence interval at `confidence`, such as 0.95.
///
/// With t the true index, the sampled one has mean about t + e, where e is [`psi_expected`], and variance
/// about 2 e (1/n + 1/m) + c t: the first term is that of the chi-square null distribution, the second the
/// delta method's, which vanishes with t. c is the delta variance (1/n) `var_p(ln(p/q)` + 1 - q/p) + (1/m)
/// `var_q(ln(q/p)` + 1 - p/q) at the sampled shares over the sampled index. The interval is the set of all
/// t >= 0 from which the sampled index is not more than z standard deviations away, Wilson's construction:
/// (psi - e - t)^2 <= z^2 (2 e (1/n + 1/m) + c t).
pub fn psi_effect(
    reference: &[u64],
    current: &[u64],
    smoothing: Smoothing,
    confidence: f64,
) -> Result<PsiEffect, Untestable> {
    let shares = shares(reference, current, smoothing)?;
    let expected = psi_expected(reference, current, smoothing)?;
    let sampled = sum(shares.iter().map(|&(p, q)| term(p, q)));
    if sampled.is_infinite() {
        return Err(Untestable::Degenerate {
            what: "a bin is empty in one sample and nothing is added to it",
        });
    }
    let rate = rate(reference, current);
    let (n, m): (u64, u64) = (reference.iter().sum(), current.iter().sum());
    let delta = slope_variance(&shares, false) / n as f64 + slope_variance(&shares, true) / m as f64;
    // Near 0 the ratio is 4 (1/n + 1/m), as for a noncentral chi-square.
    let slope = if sampled > 0.0 { delta / sampled } else { 4.0 * rate };
    let z = crate::special::normal_quantile(0.5 + confidence / 2.0);
    let difference = sampled - expected;
    let middle = difference + slope * z * z / 2.0;
    let reach =
        z * (difference * slope + slope * slope * z * z / 4.0 + 2.0 * expected * rate).max(0.0).sqrt();
    let value = difference.max(0.0);
    Ok(PsiEffect {
        value,
        // Samples more alike than chance makes them, such as of one level, have all t above the index.
        low: (middle - reach).clamp(0.0, value),
        high: (middle + reach).max(value),
    })
}

/// The variance, under one sample's shares, of the derivative of the index by them.
fn slope_variance(shares: &[(f64, f64)], of_current: bool) -> f64 {
    let filled = shares.iter().filter(|(p, q)| p + q > 0.0);
    let slopes: Vec<(f64, f64)> = filled
        .map(|&(p, q)| if of_current { (q, p) } else { (p, q) })
        .map(|(own, other)| (own, libm::log(own / other) + 1.0 - other / own))
        .collect();
    let mean = sum(slopes.iter().map(|(share, slope)| share * slope));
    sum(slopes.iter().map(|(share, slope)| share * (slope - mean) * (slope - mean)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_values_have_the_mean_of_all() {
        let cases = [
            (40, 1000, 30_000),
            (300, 500, 700),
            (2000, 3000, 9000),
            (33_000, 160_000, 176_000),
            (90_000, 50_000, 50_000),
        ];
        for (both, n, m) in cases {
            let f = |x: u64| term((x as f64 + 0.5) / n as f64, ((both - x) as f64 + 0.5) / m as f64);
            let (some, all) = (hypergeometric_mean(both, n, m, f), mean_at_steps(both, n, m, 1, f));
            assert!((some / all - 1.0).abs() < 1e-12, "{both} of {n} and {m}: {some} for {all}");
        }
    }
}
