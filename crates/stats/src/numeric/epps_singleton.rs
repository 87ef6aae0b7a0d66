//! The Epps-Singleton test.

use crate::small_matrix::{self, Triangle, eigen};
use crate::special::chi_square_sf;
use crate::sum::{Sums, sum};
use crate::summary::quantiles_of_ranks;
use crate::{Distribution, Outcome, Samples, Untestable};

/// Where the characteristic functions are compared, in units of the pooled semi-interquartile range; the second is twice the first.
const POINTS: [f64; 2] = [0.4, 0.8];
/// Cosine and sine at each point.
const PARTS: usize = 2 * POINTS.len();
/// A part that has less than this share of its length beside the others depends on them but for rounding.
const INDEPENDENT: f64 = 1e-12;
/// An eigenvalue of the covariance below this part of the largest is 0 but for rounding.
const RANK: f64 = 1e-11;

type Vector = small_matrix::Vector<PARTS>;
type Matrix = small_matrix::Matrix<PARTS>;

/// Epps-Singleton W: the squared difference of the empirical characteristic functions at two points, in units
/// of its covariance, against chi-square.
///
/// Equals `scipy.stats.epps_singleton_2samp` with its small-sample correction below 25 values (Epps and
/// Singleton 1986; Goerg and Kaiser 2009). It needs no continuity, so ties do no harm; where the data make
/// the covariance singular (a binary column), the degrees of freedom are its rank. Values are taken from
/// their pooled median, which changes nothing but the rounding. Untestable: fewer than five values in a
/// sample; a pooled interquartile range of 0, or so small that a value in units of it is beyond a double.
pub fn epps_singleton(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let Samples { reference, current, .. } = *samples;
    let pooled = samples.pooled()?;
    if reference.total().min(current.total()) < 5 {
        return Err(Untestable::TooFew { needed: 5 });
    }
    let (middle, scale) = standard(samples)?;
    let (n, m, total) = (reference.total() as f64, current.total() as f64, pooled.total() as f64);
    let (squared, rank) = match independent(reference, current, middle, scale) {
        Some(squared) => (squared, PARTS),
        None => dependent(reference, current, middle, scale),
    };
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

/// The median of both samples together, and half of their interquartile range.
fn standard(samples: &Samples<'_>) -> Result<(f64, f64), Untestable> {
    let pooled = samples.pooled()?;
    let sides = [samples.reference, samples.current];
    let up_to =
        |value: f64| sides.map(|side| side.before(side.values().partition_point(|own| *own <= value)));
    let at = |rank: u64| {
        let place = pooled.ties.partition_point(|tie| up_to(tie.value).iter().sum::<u64>() <= rank);
        pooled.ties[place].value
    };
    let total = pooled.total();
    let middle = quantiles_of_ranks(total, &[0.5], at).ok_or(Untestable::Empty)?[0];
    let quartiles = quantiles_of_ranks(total, &[0.25, 0.75], |rank| at(rank) - middle);
    let scale = quartiles.map_or(0.0, |found| found[1] / 2.0 - found[0] / 2.0);
    if scale <= 0.0 || !scale.is_finite() {
        return Err(Untestable::Degenerate { what: "half of the values are one and the same" });
    }
    let ends = [pooled.ties.first(), pooled.ties.last()];
    if ends.into_iter().flatten().any(|end| !((end.value - middle) / scale).is_finite()) {
        return Err(Untestable::Degenerate {
            what: "half of the values are one and the same but for rounding",
        });
    }
    Ok((middle, scale))
}

/// The squared difference in units of its covariance, where that is regular.
///
/// A regular change of parts does not change it. Cosines and sines at a and 2 a span the same as s, s^2, sin a
/// and s sin a with s = sin^2(a / 2), which keep their digits where a is small; and the triangle of an
/// orthogonal decomposition of the values loses half as many as their covariance would.
fn independent(reference: &Distribution, current: &Distribution, middle: f64, scale: f64) -> Option<f64> {
    let parts = |value: f64| {
        let (half, rest) = half_angle(value - middle, scale);
        let ((a, b), (c, d)) = (libm::sincos(half), libm::sincos(rest));
        let (sine, cosine) = (a * d + b * c, b * d - a * c);
        let (s, sine_of_whole) = (sine * sine, 2.0 * sine * cosine);
        [s, s * s, sine_of_whole, s * sine_of_whole]
    };
    let samples = [reference, current];
    // The triangle of a sample's parts behind a column of ones: the rest of it is that of what is left beside the means.
    let described = samples.map(|sample| {
        let (mut sums, mut triangle) = (Sums::default(), Triangle::new());
        for (value, count) in sample.pairs() {
            let (parts, count) = (parts(value), count as f64);
            sums.add(parts.map(|part| part * count));
            let [a, b, c, d] = parts;
            let weight = count.sqrt();
            triangle.add([1.0, a, b, c, d].map(|part| part * weight));
        }
        (sums.each().map(|sum| sum / sample.total() as f64), triangle.finish())
    });
    let [(x_mean, _), (y_mean, _)] = described;
    let difference: Vector = std::array::from_fn(|i| x_mean[i] - y_mean[i]);
    let total = (reference.total() + current.total()) as f64;
    let mut both = Triangle::new();
    for ((_, triangle), sample) in described.iter().zip(samples) {
        let weight = total.sqrt() / sample.total() as f64;
        for [_, parts @ ..] in &triangle[1..] {
            both.add(parts.map(|part| part * weight));
        }
    }
    let triangle: Matrix = both.finish();
    for (j, row) in triangle.iter().enumerate() {
        let length = (0..=j).map(|i| triangle[i][j] * triangle[i][j]).sum::<f64>().sqrt();
        if row[j].abs() <= length * INDEPENDENT {
            return None;
        }
    }
    // Forward substitution: R' z = difference.
    let mut z = Vector::default();
    for i in 0..PARTS {
        let known: f64 = (0..i).map(|k| triangle[k][i] * z[k]).sum();
        z[i] = (difference[i] - known) / triangle[i][i];
    }
    Some(z.iter().map(|value| value * value).sum())
}

/// Half of the first point's angle, and what rounding took from it, which counts where the angle is more than a part of a turn.
fn half_angle(from_middle: f64, scale: f64) -> (f64, f64) {
    let t = POINTS[0] / 2.0;
    let ratio = from_middle / scale;
    let half = t * ratio;
    if half.abs() < 0.5 {
        return (half, 0.0);
    }
    let rest = libm::fma(-ratio, scale, from_middle) / scale;
    (half, libm::fma(t, ratio, -half) + t * rest)
}

/// The squared difference in units of its covariance where that is singular, as it is for few distinct values,
/// and the covariance's rank.
fn dependent(reference: &Distribution, current: &Distribution, middle: f64, scale: f64) -> (f64, usize) {
    let (n, m) = (reference.total() as f64, current.total() as f64);
    let (x_mean, x_covariance) = moments(reference, middle, scale);
    let (y_mean, y_covariance) = moments(current, middle, scale);
    let covariance = std::array::from_fn(|i| {
        std::array::from_fn(|j| (n + m) / n * x_covariance[i][j] + (n + m) / m * y_covariance[i][j])
    });
    mahalanobis(covariance, std::array::from_fn(|i| x_mean[i] - y_mean[i]))
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
