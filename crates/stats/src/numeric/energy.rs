//! The energy distance.

use crate::pooled::Pooled;
use crate::sum::{sum, sums};
use crate::{Outcome, Samples, Untestable};

/// Energy coefficient of inhomogeneity, (2 E|X-Y| - E|X-X'| - E|Y-Y'|) / (2 E|X-Y|), in 0 (equal) to 1 (two
/// constants): it has no unit.
///
/// Szekely and Rizzo (2013), "Energy statistics", section 8. The numerator is the square of
/// [`energy_distance`]. No null distribution of its own. Untestable: an empty sample; both samples one and
/// the same value.
pub fn energy(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let pooled = samples.varying()?;
    // In units of the range, so that no sum overflows: the ratio is the same.
    let range = pooled.ties[pooled.ties.len() - 1].value / 2.0 - pooled.ties[0].value / 2.0;
    let [across, squared] = sums(shares(pooled).map(|(f, g, gap, step)| {
        let step = step / range;
        [(f * (1.0 - g) + g * (1.0 - f)) * step, 2.0 * gap * gap * step]
    }));
    Ok(Outcome { statistic: (squared / (2.0 * across)).clamp(0.0, 1.0), p_value: None })
}

/// The energy distance sqrt(2 E|X-Y| - E|X-X'| - E|Y-Y'|) = sqrt(2 integral (F - G)^2), in the square root of
/// the unit of the values. Equals `scipy.stats.energy_distance`.
pub fn energy_distance(samples: &Samples<'_>) -> Result<f64, Untestable> {
    let pooled = samples.pooled()?;
    Ok(sum(shares(pooled).map(|(_, _, gap, step)| 2.0 * gap * gap * step)).sqrt())
}

/// F, G, F - G (from whole numbers, so that it does not cancel) and the step to the next value.
fn shares(pooled: &Pooled) -> impl Iterator<Item = (f64, f64, f64, f64)> + '_ {
    let (n, m) = (pooled.n as f64, pooled.m as f64);
    let units = [1.0 / n, 1.0 / m, 1.0 / pooled.lattice()];
    pooled.steps().map(move |(x, y, step)| {
        let [f, g] = [x, y].map(|below| below.cast_signed() as f64);
        (f * units[0], g * units[1], pooled.gap(x, y) * units[2], step)
    })
}
