//! Spearman's rank correlation.

use super::{Correlation, Weights};
use crate::Untestable;

/// A column with the order of its values, so that every pair that it is in need not sort it again.
#[derive(Debug, Clone)]
pub struct Ranked {
    values: Vec<f64>,
    /// The rows that have a value, ascending by it.
    order: Vec<u32>,
}

impl Ranked {
    /// From values by row; NaN is a missing one.
    pub fn new(values: Vec<f64>) -> Self {
        let mut order: Vec<u32> =
            (0..).zip(&values).filter(|(_, value)| !value.is_nan()).map(|(row, _)| row).collect();
        order.sort_by(|a, b| values[*a as usize].total_cmp(&values[*b as usize]));
        Self { values, order }
    }

    /// The values by row.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The rows with both values in ascending order, a slice for each distinct value.
    fn ties(&self, rows: &mut Vec<u32>, other: &Self) -> Vec<usize> {
        rows.clear();
        rows.extend(self.order.iter().filter(|row| !other.values[**row as usize].is_nan()));
        let value = |place: usize| self.values[rows[place] as usize];
        (1..=rows.len()).filter(|&end| end == rows.len() || value(end) > value(end - 1)).collect()
    }
}

/// One column's ranks among the rows of a pair.
struct Ranks {
    rows: Vec<u32>,
    /// Where each run of equal values ends in `rows`.
    ends: Vec<usize>,
    /// By row: the share of rows below plus half the share of equal ones, less 1/2.
    centred: Vec<f64>,
    /// By row: how it moves the variance of the ranks.
    influence: Vec<f64>,
    variance: f64,
}

impl Ranks {
    fn new(column: &Ranked, other: &Ranked, count: &[f64], total: f64) -> Self {
        let mut rows = Vec::new();
        let ends = column.ties(&mut rows, other);
        let mut centred = vec![0.0; count.len()];
        let mut influence = vec![0.0; count.len()];
        let (mut below, mut cubes, mut start) = (0.0, 0.0, 0);
        for &end in &ends {
            let share = rows[start..end].iter().map(|&row| count[row as usize]).sum::<f64>() / total;
            for &row in &rows[start..end] {
                centred[row as usize] = below + share / 2.0 - 0.5;
                influence[row as usize] = share * share;
            }
            below += share;
            cubes += share * share * share;
            start = end;
        }
        for square in &mut influence {
            *square = (cubes - *square) / 4.0;
        }
        Self { rows, ends, centred, influence, variance: (1.0 - cubes) / 12.0 }
    }

    /// By row: the mean of the other column's centred ranks over the rows above, and half of that over the equal ones.
    fn above(&self, other: &Self, count: &[f64], total: f64) -> Vec<f64> {
        let mut out = vec![0.0; count.len()];
        let mut above = 0.0;
        let mut end = self.rows.len();
        for place in (0..self.ends.len()).rev() {
            let start = if place == 0 { 0 } else { self.ends[place - 1] };
            let equal = self.rows[start..end]
                .iter()
                .map(|&row| count[row as usize] * other.centred[row as usize])
                .sum::<f64>()
                / total;
            for &row in &self.rows[start..end] {
                out[row as usize] = above + equal / 2.0;
            }
            above += equal;
            end = start;
        }
        out
    }
}

/// Spearman's rho of the rows that have both values, ties by mid-ranks. Equals `scipy.stats.spearmanr` where all counts are 1.
///
/// Its variance is that of the influence function of the rank correlation with ties, so it holds whatever the dependence is (Croux and
/// Dehon 2010 for continuous columns): with mid-distributions u and v, C = E[(u - 1/2)(v - 1/2)], A and B the variances of u and v,
/// each row moves C by (u - 1/2)(v - 1/2) + E[(x < X)(v(Y) - 1/2)] + E[(y < Y)(u(X) - 1/2)] - 3 C, and A by (sum of p^3 - p(x)^2) / 4.
/// Untestable: fewer than 4 rows; a constant column.
pub fn weighted_spearman(x: &Ranked, y: &Ranked, weights: Weights<'_>) -> Result<Correlation, Untestable> {
    let count = weights.count;
    let rows: Vec<u32> = x.order.iter().copied().filter(|&row| !y.values[row as usize].is_nan()).collect();
    if rows.len() < 4 {
        return Err(Untestable::TooFew { needed: 4 });
    }
    let total: f64 = rows.iter().map(|&row| count[row as usize]).sum();
    let (u, v) = (Ranks::new(x, y, count, total), Ranks::new(y, x, count, total));
    if u.ends.len() < 2 || v.ends.len() < 2 {
        return Err(Untestable::Constant);
    }
    let covariance = rows
        .iter()
        .map(|&row| count[row as usize] * u.centred[row as usize] * v.centred[row as usize])
        .sum::<f64>()
        / total;
    let scale = (u.variance * v.variance).sqrt();
    let value = (covariance / scale).clamp(-1.0, 1.0);
    let (above_x, above_y) = (u.above(&v, count, total), v.above(&u, count, total));
    let (mut variance, mut squares) = (0.0, 0.0);
    for &row in &rows {
        let row = row as usize;
        let moved = u.centred[row] * v.centred[row] + above_x[row] + above_y[row] - 3.0 * covariance;
        let rescaled = u.influence[row] / u.variance + v.influence[row] / v.variance;
        let influence = moved / scale - value * rescaled / 2.0;
        variance += weights.variance[row] * influence * influence;
        squares += weights.variance[row];
    }
    Ok(Correlation {
        value,
        variance: Some(variance / (total * total)),
        observations: total * total / squares,
    })
}
