//! The Epps-Singleton test.

use crate::special::chi_square_sf;
use crate::sum::sum;
use crate::summary::quantile;
use crate::{Distribution, Outcome, Untestable};

/// Where the characteristic functions are compared, in units of the pooled semi-interquartile range.
const POINTS: [f64; 2] = [0.4, 0.8];
/// Cosine and sine at each point.
const PARTS: usize = 2 * POINTS.len();
/// An eigenvalue of the covariance below this part of the largest is 0 but for rounding.
const RANK: f64 = 1e-11;

type Vector = [f64; PARTS];
type Matrix = [Vector; PARTS];

/// Epps-Singleton W: the squared difference of the empirical characteristic functions at two points, in units
/// of its covariance, against chi-square.
///
/// Equals `scipy.stats.epps_singleton_2samp` with its small-sample correction below 25 values (Epps and
/// Singleton 1986; Goerg and Kaiser 2009). It needs no continuity, so ties do no harm; where the data make
/// the covariance singular (a binary column), the degrees of freedom are its rank. Values are taken from
/// their pooled median, which changes nothing but the rounding. Untestable: fewer than five values in a
/// sample; a pooled interquartile range of 0.
pub fn epps_singleton(reference: &Distribution, current: &Distribution) -> Result<Outcome, Untestable> {
    if reference.is_empty() || current.is_empty() {
        return Err(Untestable::Empty);
    }
    if reference.total().min(current.total()) < 5 {
        return Err(Untestable::TooFew { needed: 5 });
    }
    let pooled = Distribution::from_pairs(reference.pairs().chain(current.pairs()));
    let middle = quantile(&pooled, 0.5).ok_or(Untestable::Empty)?;
    let centred = Distribution::from_pairs(pooled.pairs().map(|(value, count)| (value - middle, count)));
    let quartiles = quantile(&centred, 0.25).zip(quantile(&centred, 0.75));
    let scale = quartiles.map_or(0.0, |(low, high)| high / 2.0 - low / 2.0);
    if scale <= 0.0 || !scale.is_finite() {
        return Err(Untestable::Degenerate { what: "half of the values are one and the same" });
    }
    let (n, m, total) = (reference.total() as f64, current.total() as f64, pooled.total() as f64);
    let (x_mean, x_covariance) = moments(reference, middle, scale);
    let (y_mean, y_covariance) = moments(current, middle, scale);
    let mut covariance = Matrix::default();
    for (i, row) in covariance.iter_mut().enumerate() {
        for (j, cell) in row.iter_mut().enumerate() {
            *cell = total / n * x_covariance[i][j] + total / m * y_covariance[i][j];
        }
    }
    let difference: Vector = std::array::from_fn(|i| x_mean[i] - y_mean[i]);
    let (squared, rank) = mahalanobis(covariance, difference);
    if rank == 0 {
        return Err(Untestable::Degenerate { what: "the characteristic functions do not vary" });
    }
    let correction = if n.max(m) < 25.0 {
        1.0 / (1.0 + libm::pow(total, -0.45) + 10.1 * (libm::pow(n, -1.7) + libm::pow(m, -1.7)))
    } else {
        1.0
    };
    let statistic = total * squared * correction;
    Ok(Outcome { statistic, p_value: Some(chi_square_sf(statistic, rank as f64)) })
}

/// Mean and covariance (over n) of the cosines and sines.
fn moments(sample: &Distribution, middle: f64, scale: f64) -> (Vector, Matrix) {
    let total = sample.total() as f64;
    let parts: Vec<(Vector, f64)> = sample
        .pairs()
        .map(|(value, count)| {
            let standard = (value - middle) / scale;
            let [a, b] = POINTS.map(|t| t * standard);
            ([libm::cos(a), libm::cos(b), libm::sin(a), libm::sin(b)], count as f64)
        })
        .collect();
    let mean: Vector = std::array::from_fn(|i| sum(parts.iter().map(|(g, count)| g[i] * count)) / total);
    let covariance = std::array::from_fn(|i| {
        std::array::from_fn(|j| {
            sum(parts.iter().map(|(g, count)| (g[i] - mean[i]) * (g[j] - mean[j]) * count)) / total
        })
    });
    (mean, covariance)
}

/// v' A^-1 v over the eigenvectors of A whose eigenvalue is not 0, and their number.
fn mahalanobis(matrix: Matrix, v: Vector) -> (f64, usize) {
    let (values, vectors) = eigen(matrix);
    let largest = values.iter().fold(0.0, |a, b| f64::max(a, *b));
    let kept: Vec<usize> = (0..PARTS).filter(|&k| largest > 0.0 && values[k] > largest * RANK).collect();
    let squared = kept.iter().map(|&k| {
        let projection: f64 = (0..PARTS).map(|i| vectors[i][k] * v[i]).sum();
        projection * projection / values[k]
    });
    (squared.sum(), kept.len())
}

/// Jacobi's method: eigenvalues, and eigenvectors in columns.
fn eigen(mut a: Matrix) -> (Vector, Matrix) {
    let mut vectors: Matrix = std::array::from_fn(|i| std::array::from_fn(|j| f64::from(i == j)));
    for _sweep in 0..50 {
        let mut rotated = false;
        for p in 0..PARTS {
            for q in p + 1..PARTS {
                if a[p][q].abs() <= f64::MIN_POSITIVE.max(1e-18 * (a[p][p] * a[q][q]).abs().sqrt()) {
                    continue;
                }
                rotated = true;
                let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let c = 1.0 / (t * t + 1.0).sqrt();
                let s = t * c;
                for row in &mut a {
                    (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }
                let (above, below) = a.split_at_mut(q);
                for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
                    (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
                }
                for row in &mut vectors {
                    (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                }
            }
        }
        if !rotated {
            break;
        }
    }
    (std::array::from_fn(|i| a[i][i]), vectors)
}
