//! The two-sample Anderson-Darling test.

use super::quadratic_form::quadratic_form_sf;
use super::tied_bridge::{TiedBridge, ties_matter};
use crate::pooled::Pooled;
use crate::sum::sum;
use crate::{Outcome, Samples, Untestable};
use statrs::function::harmonic::harmonic;
use std::f64::consts::PI;

/// Anderson-Darling: squared differences of F and G weighted by the inverse of their variance, so that the
/// tails count; midranks, less the mean, over the standard deviation.
///
/// The statistic equals `scipy.stats.anderson_ksamp(variant="midrank")` (Scholz and Stephens 1987, equation
/// 7). The p-value is not cut off at 0.001 and 0.25 as scipy's interpolation of their table is, but the
/// limiting distribution itself, of the sum of `Z_j^2 / (j (j + 1))`, at the statistic brought to its mean
/// and variance. Where a tie is frequent, the limit is that of the ties at hand. Untestable: an empty sample; both samples
/// one and the same value; fewer than four values in all.
pub fn anderson_darling(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let pooled = samples.varying()?;
    if pooled.total() < 4 {
        return Err(Untestable::TooFew { needed: 2 });
    }
    let raw = midrank_statistic(pooled);
    let statistic = (raw - 1.0) / standard_deviation(pooled);
    let p = if ties_matter(pooled) {
        TiedBridge::anderson_darling(pooled).sf(raw)
    } else {
        // The limit has mean 1 and this variance: twice the sum of 1 / (j (j + 1))^2.
        let limit_variance = 2.0 * (PI * PI / 3.0 - 3.0);
        untied_sf(1.0 + statistic * limit_variance.sqrt())
    };
    Ok(Outcome { statistic, p_value: Some(p) })
}

fn untied_sf(x: f64) -> f64 {
    let root = |j: usize| Some(j as f64 * (j + 1) as f64);
    // Below this the probability is 1 to the last digit.
    if x < 0.03 {
        return 1.0;
    }
    quadratic_form_sf(x, root, |places| {
        places.map(|y| libm::cos(PI / 2.0 * (1.0 + 4.0 * y).sqrt()) / (PI * y))
    })
}

/// `A2akN` of Scholz and Stephens for two samples; the differences are whole numbers.
fn midrank_statistic(pooled: &Pooled) -> f64 {
    let (n, m, total) = (pooled.n as f64, pooled.m as f64, pooled.total());
    let (mut x_below, mut below) = (0, 0);
    let sum = sum(pooled.ties.iter().map(|tie| {
        let size = tie.total();
        // Twice the midranks.
        let (x_middle, middle) = (2 * x_below + tie.reference, 2 * below + size);
        x_below += tie.reference;
        below += size;
        let (gap, variance) = if pooled.is_narrow() {
            let gap = (x_middle * total).abs_diff(middle * pooled.n);
            let variance = middle * (2 * total - middle) - total * size;
            (gap.cast_signed() as f64, variance.cast_signed() as f64)
        } else {
            let [x_middle, middle, total, size, n] =
                [x_middle, middle, total, size, pooled.n].map(u128::from);
            let variance = middle * (2 * total - middle) - total * size;
            ((x_middle * total).abs_diff(middle * n) as f64, variance as f64)
        };
        size as f64 * gap / variance * gap
    }));
    let total = total as f64;
    sum / total * (1.0 / n + 1.0 / m) * (total - 1.0) / total
}

/// The standard deviation of the statistic without ties (Scholz and Stephens 1987, equation 4, k = 2).
fn standard_deviation(pooled: &Pooled) -> f64 {
    let size = pooled.total() as f64;
    let inverse = 1.0 / pooled.n as f64 + 1.0 / pooled.m as f64;
    let h = harmonic(pooled.total() - 1);
    // The sum of 1 / ((N - i) j) over i < j < N, as the convolution of harmonic numbers with 1 / j says it: the sum of H_k / (N - k)
    // is H_N^2 less that of 1 / j^2.
    let g = inverse_squares(pooled.total() - 1) - 2.0 * h / size;
    let k = 2.0;
    let a = (4.0 * g - 6.0) * (k - 1.0) + (10.0 - 6.0 * g) * inverse;
    let b = (2.0 * g - 4.0) * k * k + 8.0 * h * k + (2.0 * g - 14.0 * h - 4.0) * inverse - 8.0 * h + 4.0 * g
        - 6.0;
    let c = (6.0 * h + 2.0 * g - 2.0) * k * k
        + (4.0 * h - 4.0 * g + 6.0) * k
        + (2.0 * h - 6.0) * inverse
        + 4.0 * h;
    let d = (2.0 * h + 6.0) * k * k - 4.0 * h * k;
    let cubic = ((a * size + b) * size + c) * size + d;
    (cubic / ((size - 1.0) * (size - 2.0) * (size - 3.0))).sqrt()
}

/// 1 + 1/4 + ... + 1/n^2, beyond a few terms by the Euler-Maclaurin formula, which then has all digits of a double.
fn inverse_squares(n: u64) -> f64 {
    if n < 32 {
        return (1..=n).rev().map(|j| 1.0 / (j * j) as f64).sum();
    }
    let r = 1.0 / n as f64;
    let square = r * r;
    let rest = 1.0 - r / 2.0 + square / 6.0 * (1.0 - square / 5.0 * (1.0 - square * 5.0 / 7.0));
    PI * PI / 6.0 - r * rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The double sum of Scholz and Stephens, term by term.
    #[test]
    fn the_standard_deviation_has_its_sums() {
        for total in [4_u64, 10, 32, 33, 34, 100, 5000] {
            let (mut partial, mut g) = (0.0, 0.0);
            for i in 2..total {
                partial += 1.0 / (total + 1 - i) as f64;
                g += partial / i as f64;
            }
            let h = harmonic(total - 1);
            assert!((h - partial - 1.0).abs() < 1e-13, "{total}");
            assert!((inverse_squares(total - 1) - 2.0 * h / total as f64 - g).abs() < 1e-13, "{total}");
        }
    }
}
