//! Pearson's correlation.

use super::{Correlation, Weights};
use crate::Untestable;

/// Rows that must carry the variance. With fewer, a heavy tail decides, and a test at 0.05 calls a change up to four times as often.
const CARRIERS: f64 = 20.0;

/// Pearson's r of the rows that have both values; NaN is a missing one. Equals `scipy.stats.pearsonr` where all counts are 1.
///
/// Its variance is that of the influence function, `zx zy - r (zx^2 + zy^2) / 2` with both columns standardised, which needs no
/// normal distribution (Devlin, Gnanadesikan and Kettenring 1975), and there is none where a few rows of a heavy tail decide it. Untestable: fewer than 4 rows; a constant column.
pub fn weighted_pearson(x: &[f64], y: &[f64], weights: Weights<'_>) -> Result<Correlation, Untestable> {
    let both = || (0..x.len()).filter(|&i| !x[i].is_nan() && !y[i].is_nan());
    if both().count() < 4 {
        return Err(Untestable::TooFew { needed: 4 });
    }
    let total: f64 = both().map(|i| weights.count[i]).sum();
    let mean = |of: &dyn Fn(usize) -> f64| both().map(|i| weights.count[i] * of(i)).sum::<f64>() / total;
    let (mean_x, mean_y) = (mean(&|i| x[i]), mean(&|i| y[i]));
    let spread_x = mean(&|i| (x[i] - mean_x) * (x[i] - mean_x)).sqrt();
    let spread_y = mean(&|i| (y[i] - mean_y) * (y[i] - mean_y)).sqrt();
    let standard = |i: usize| ((x[i] - mean_x) / spread_x, (y[i] - mean_y) / spread_y);
    if !(spread_x > 0.0 && spread_y > 0.0) {
        return Err(Untestable::Constant);
    }
    if !(spread_x.is_finite() && spread_y.is_finite()) {
        return Err(Untestable::Degenerate { what: "the values are too large to multiply" });
    }
    let value = mean(&|i| standard(i).0 * standard(i).1).clamp(-1.0, 1.0);
    let (mut variance, mut squares, mut fourth) = (0.0, 0.0, 0.0);
    for i in both() {
        let (a, b) = standard(i);
        let influence = a * b - value * (a * a + b * b) / 2.0;
        let part = weights.variance[i] * influence * influence;
        variance += part;
        fourth += part * part;
        squares += weights.variance[i];
    }
    // How many rows carry the variance, were their parts equal.
    let carriers = if fourth > 0.0 { variance * variance / fourth } else { f64::INFINITY };
    Ok(Correlation {
        value,
        variance: (carriers >= CARRIERS).then_some(variance / (total * total)),
        observations: total * total / squares,
    })
}
