//! What a sample looks like in a few numbers.

use crate::Distribution;
use crate::sum::sum;

/// Count, moments and extremes of one sample. Equals `numpy.mean`, `numpy.std(ddof=1)`, `numpy.min` and
/// `numpy.max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// The number of values.
    pub count: u64,
    /// The arithmetic mean.
    pub mean: f64,
    /// The standard deviation with ddof 1; `None` for a single value.
    pub std: Option<f64>,
    /// The standard deviation with ddof 0: that of the sample taken as the whole population.
    pub population_std: f64,
    /// The smallest value.
    pub min: f64,
    /// The largest value.
    pub max: f64,
}

impl Summary {
    /// `None` for an empty sample. Two passes with compensated sums over deviations in units of the range:
    /// neither a large offset nor a large count costs digits, and squares do not overflow.
    pub fn of(sample: &Distribution) -> Option<Self> {
        let (&min, &max) = (sample.values().first()?, sample.values().last()?);
        let count = sample.total();
        let total = count as f64;
        // Halves throughout, because the range of doubles is itself beyond a double.
        let half_range = max / 2.0 - min / 2.0;
        let scaled = |value: f64, from: f64| {
            if half_range > 0.0 { (value / 2.0 - from / 2.0) / half_range } else { 0.0 }
        };
        let middle = min / 2.0 + max / 2.0;
        let offset = sum(sample.pairs().map(|(v, c)| c as f64 * scaled(v, middle))) / total;
        let mean = (middle + offset * half_range * 2.0).clamp(min, max);
        let squares = sum(sample.pairs().map(|(v, c)| c as f64 * scaled(v, mean) * scaled(v, mean)));
        let std = |denominator: f64| (squares / denominator).sqrt() * half_range * 2.0;
        Some(Self {
            count,
            mean,
            std: (count > 1).then(|| std(total - 1.0)),
            population_std: std(total),
            min,
            max,
        })
    }
}

/// The quantile at `share` (0 to 1), linear between order statistics: `numpy.quantile`. `None` for an empty
/// sample.
pub fn quantile(sample: &Distribution, share: f64) -> Option<f64> {
    quantiles(sample, &[share]).map(|found| found[0])
}

/// The quantiles at several shares, as [`quantile`] has them.
pub fn quantiles(sample: &Distribution, shares: &[f64]) -> Option<Vec<f64>> {
    quantiles_of_ranks(sample.total(), shares, |rank| sample.values()[sample.place_of_rank(rank)])
}

/// The quantiles of so many values, of which one has each rank from 0.
pub(crate) fn quantiles_of_ranks(total: u64, shares: &[f64], at: impl Fn(u64) -> f64) -> Option<Vec<f64>> {
    let last = total.checked_sub(1)?;
    let quantile = |share: &f64| {
        let position = share.clamp(0.0, 1.0) * last as f64;
        let rank = position.floor() as u64;
        interpolate(at(rank), at((rank + 1).min(last)), position - rank as f64)
    };
    Some(shares.iter().map(quantile).collect())
}

/// numpy's: from the nearer end, so that it is exact at both.
fn interpolate(low: f64, high: f64, part: f64) -> f64 {
    // A difference that overflows is taken in halves.
    let gap = high - low;
    if gap.is_infinite() {
        return low * (1.0 - part) + high * part;
    }
    if part < 0.5 { low + gap * part } else { high - gap * (1.0 - part) }
}
