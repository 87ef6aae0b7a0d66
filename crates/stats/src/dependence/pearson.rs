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
    let rows: Vec<(f64, f64, f64, f64)> = (0..x.len())
        .filter(|&i| !x[i].is_nan() && !y[i].is_nan())
        .map(|i| (x[i], y[i], weights.count[i], weights.variance[i]))
        .collect();
    if rows.len() < 4 {
        return Err(Untestable::TooFew { needed: 4 });
    }
    let total: f64 = rows.iter().map(|row| row.2).sum();
    let mean_x = rows.iter().map(|row| row.2 * row.0).sum::<f64>() / total;
    let mean_y = rows.iter().map(|row| row.2 * row.1).sum::<f64>() / total;
    let (mut square_x, mut square_y, mut product) = (0.0, 0.0, 0.0);
    for (x, y, count, _) in &rows {
        let (from_x, from_y) = (x - mean_x, y - mean_y);
        square_x += count * from_x * from_x;
        square_y += count * from_y * from_y;
        product += count * from_x * from_y;
    }
    let (spread_x, spread_y) = ((square_x / total).sqrt(), (square_y / total).sqrt());
    if !(spread_x > 0.0 && spread_y > 0.0) {
        return Err(Untestable::Constant);
    }
    if !(spread_x.is_finite() && spread_y.is_finite()) {
        return Err(Untestable::Degenerate { what: "the values are too large to multiply" });
    }
    let value = (product / total / spread_x / spread_y).clamp(-1.0, 1.0);
    let (mut variance, mut squares, mut fourth) = (0.0, 0.0, 0.0);
    for (x, y, _, weight) in &rows {
        let (a, b) = ((x - mean_x) / spread_x, (y - mean_y) / spread_y);
        let influence = a * b - value * (a * a + b * b) / 2.0;
        let part = weight * influence * influence;
        variance += part;
        fourth += part * part;
        squares += weight;
    }
    // How many rows carry the variance, were their parts equal.
    let carriers = if fourth > 0.0 { variance * variance / fourth } else { f64::INFINITY };
    Ok(Correlation {
        value,
        variance: (carriers >= CARRIERS).then_some(variance / (total * total)),
        observations: total * total / squares,
    })
}
