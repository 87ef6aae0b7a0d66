//! The two-sample Kolmogorov-Smirnov test.

use super::{kolmogorov, lattice};
use crate::pooled::Pooled;
use crate::special::hypergeometric_pmf;
use crate::{Outcome, Samples, Untestable};

/// The largest sample for which the null distribution is computed exactly, as scipy's `method="auto"` has it.
const EXACT_UP_TO: u64 = 10_000;

/// Kolmogorov-Smirnov: the largest distance between the two empirical distribution functions, sup abs(F - G),
/// in 0 to 1.
///
/// Equals `scipy.stats.ks_2samp(method="auto")`. The p-value is two-sided. Up to 10 000 values in each sample
/// it is exact: closed form for equal sizes (Gnedenko and Korolyuk 1951), else by the positive recursion of
/// Viehmann (2021) over the lattice paths, in which nothing cancels, so that it is right down to the smallest
/// doubles. Beyond, it is that of the one-sample statistic with round(nm / (n + m)) values (Simard and
/// L'Ecuyer 2011). With ties the p-value is that of the untied case, which is conservative. Samples of one
/// value, or both constant, are allowed: equal samples have p = 1. Only an empty sample is untestable.
pub fn ks(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let pooled = samples.pooled()?;
    let (n, m) = (pooled.n, pooled.m);
    let height = largest_gap(pooled);
    let statistic = height as f64 / (u128::from(n) * u128::from(m)) as f64;
    Ok(Outcome { statistic, p_value: Some(p_value(n, m, height)) })
}

/// The least and the greatest p-value of [`ks`] where the statistic is known but for an error: that of all values is no more than
/// `below` less and no more than `above` greater.
pub fn ks_within(samples: &Samples<'_>, [below, above]: [f64; 2]) -> Result<[f64; 2], Untestable> {
    let pooled = samples.pooled()?;
    let (n, m) = (pooled.n, pooled.m);
    let most = u128::from(n) * u128::from(m);
    let units = |error: f64| (error * most as f64).ceil() as u128;
    let height = largest_gap(pooled);
    let [high, low] = [height.saturating_sub(units(below)), (height + units(above)).min(most)];
    Ok([p_value(n, m, low), p_value(n, m, high)])
}

/// The p-value of a statistic in units of 1 / (n m).
fn p_value(n: u64, m: u64, height: u128) -> f64 {
    let statistic = height as f64 / (u128::from(n) * u128::from(m)) as f64;
    let p = if height == 0 {
        1.0
    } else if n.max(m) <= EXACT_UP_TO {
        lattice::two_sided_sf(n, m, height)
    } else {
        let (large, small) = (n.max(m) as f64, n.min(m) as f64);
        // Rounded half to even, as Python does.
        let limit = kolmogorov::two_sided_sf((small * large / (small + large)).round_ties_even(), statistic);
        // The limit is 0 at D = 1; the samples are apart, either way round, in 2 of all orders.
        limit.max(2.0 * hypergeometric_pmf(n, n, m, n))
    };
    p.clamp(0.0, 1.0)
}

/// The first value at which the two distribution functions are farthest apart, and how many values of each sample are up to it.
/// Untestable: an empty sample.
pub fn widest_gap(samples: &Samples<'_>) -> Result<(f64, [u64; 2]), Untestable> {
    let pooled = samples.pooled()?;
    let height = largest_gap(pooled);
    let mut steps = pooled.steps().zip(&pooled.ties);
    let widest = steps.find(|((x, y, _), _)| pooled.whole_gap(*x, *y) == height);
    // A single value is where both are whole.
    Ok(widest.map_or((pooled.ties[0].value, [pooled.n, pooled.m]), |((x, y, _), tie)| (tie.value, [x, y])))
}

/// sup abs(F - G) in units of 1 / (n m): whole, so that no rounding decides between two heights of the
/// lattice.
fn largest_gap(pooled: &Pooled) -> u128 {
    let [above, below] = pooled.extreme_gaps();
    above.max(below)
}
