//! The null distribution of the one-sample Kolmogorov-Smirnov statistic, which serves as the limit of the
//! two-sample one.
//!
//! R. Simard and P. L'Ecuyer (2011), "Computing the two-sided Kolmogorov-Smirnov distribution", with the
//! choice of method by region as in `scipy.stats.kstwo`, so that the numbers are the same.

use crate::special::binomial_pmf;
use std::f64::consts::PI;

/// P(D >= d) for n values. Whole n >= 1.
pub(super) fn two_sided_sf(n: f64, d: f64) -> f64 {
    let t = n * d;
    if d >= 1.0 {
        return 0.0;
    }
    if t <= 0.5 {
        return 1.0;
    }
    if t <= 1.0 {
        return 1.0 - ruben_gambino(n, t);
    }
    if t >= n - 1.0 {
        return 2.0 * libm::pow(1.0 - d, n);
    }
    let spread = t * d;
    // The chance of leaving the band on both sides is negligible here.
    if d >= 0.5 || spread > if n <= 140.0 { 4.0 } else { 2.2 } {
        return (2.0 * one_sided_sf(n, d)).min(1.0);
    }
    if n <= 140.0 || (n <= 100_000.0 && n * d * d.sqrt() <= 1.4) {
        1.0 - durbin_cdf(n, d)
    } else {
        1.0 - pelz_good_cdf(n, d)
    }
}

/// P(D <= t / n) for 1/2 <= t <= 1: n! ((2t - 1) / n)^n.
fn ruben_gambino(n: f64, t: f64) -> f64 {
    libm::exp(libm::lgamma(n + 1.0) + n * libm::log((2.0 * t - 1.0) / n))
}

/// P(D+ >= d): Smirnov's sum of positive terms d/(d + v/n) Binomial(v; n, d + v/n).
///
/// Beyond `NODES` values the terms are a smooth function of v/n that vanishes at both ends, so that every
/// k-th of them, k times, gives the same sum to the last digits.
fn one_sided_sf(n: f64, d: f64) -> f64 {
    const NODES: f64 = 8192.0;
    let stride = (n / NODES).floor().max(1.0);
    let mut v = 0.0;
    let mut sum = 0.0;
    while v <= n * (1.0 - d) {
        let share = d + v / n;
        sum += binomial_pmf(v, n, share, 1.0 - share) / share;
        v += stride;
    }
    sum * d * stride
}

/// P(D <= d): G. Marsaglia, W. W. Tsang and J. Wang (2003), "Evaluating Kolmogorov's distribution", as a
/// power of Durbin's matrix.
fn durbin_cdf(n: f64, d: f64) -> f64 {
    let k = (n * d).ceil();
    let h = k - n * d;
    let size = 2 * k as usize - 1;
    let step = transition(size, h);
    let (mut power, mut power_exponent) = (identity(size), 0_i32);
    let (mut square, mut square_exponent) = (step, 0_i32);
    let mut left = n as u64;
    while left > 0 {
        if left % 2 == 1 {
            power = multiply(&power, &square, size);
            power_exponent += square_exponent;
            rescale(&mut power, &mut power_exponent, size);
        }
        square = multiply(&square, &square, size);
        square_exponent *= 2;
        rescale(&mut square, &mut square_exponent, size);
        left /= 2;
    }
    // n! / n^n is e^-n sqrt(2 pi n) and Stirling's error, too small to write down alone.
    let centre = power[(k as usize - 1) * size + k as usize - 1];
    let scale = f64::from(power_exponent) * std::f64::consts::LN_2;
    libm::exp(libm::log(centre) + scale + libm::lgamma(n + 1.0) - n * libm::log(n)).min(1.0)
}

/// Durbin's matrix for d = (k - h) / n, row by row.
fn transition(size: usize, h: f64) -> Vec<f64> {
    let mut factorial = vec![1.0; size + 1];
    for i in 1..=size {
        factorial[i] = factorial[i - 1] / i as f64;
    }
    let mut matrix = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..=(row + 1).min(size - 1) {
            matrix[row * size + column] = factorial[row + 1 - column];
        }
    }
    for i in 0..size {
        let power = libm::pow(h, (i + 1) as f64);
        matrix[i * size] -= power * factorial[i + 1];
        matrix[(size - 1) * size + size - 1 - i] -= power * factorial[i + 1];
    }
    if 2.0 * h > 1.0 {
        matrix[(size - 1) * size] += libm::pow(2.0 * h - 1.0, size as f64) * factorial[size];
    }
    matrix
}

fn identity(size: usize) -> Vec<f64> {
    let mut matrix = vec![0.0; size * size];
    (0..size).for_each(|i| matrix[i * size + i] = 1.0);
    matrix
}

fn multiply(a: &[f64], b: &[f64], size: usize) -> Vec<f64> {
    let mut out = vec![0.0; size * size];
    for (row, left) in out.chunks_exact_mut(size).zip(a.chunks_exact(size)) {
        for (factor, right) in left.iter().zip(b.chunks_exact(size)) {
            row.iter_mut().zip(right).for_each(|(cell, value)| *cell += factor * value);
        }
    }
    out
}

/// Keeps the middle of the matrix within range by powers of two, which lose nothing.
fn rescale(matrix: &mut [f64], exponent: &mut i32, size: usize) {
    let (_, e) = libm::frexp(matrix[(size / 2) * size + size / 2]);
    let factor = libm::ldexp(1.0, -e);
    for value in matrix.iter_mut() {
        *value *= factor;
    }
    *exponent += e;
}

/// P(D <= d) to order n^-3/2: W. Pelz and I. J. Good (1976), "Approximating the lower tail-areas of the
/// Kolmogorov-Smirnov one-sample statistic".
fn pelz_good_cdf(n: f64, d: f64) -> f64 {
    let z = n.sqrt() * d;
    let (z2, pi2) = (z * z, PI * PI);
    let (z4, z6, pi4, pi6) = (z2 * z2, z2 * z2 * z2, pi2 * pi2, pi2 * pi2 * pi2);
    let terms = (16.0 * z / PI).ceil() as i32;
    let mut k = [0.0; 4];
    for odd in (1..=terms).map(|i| f64::from(2 * i - 1)) {
        let (m2, m4, m6) = (odd * odd, libm::pow(odd, 4.0), libm::pow(odd, 6.0));
        let weight = libm::exp(-pi2 * m2 / (8.0 * z2));
        k[0] += weight;
        k[1] += weight * (pi2 / 4.0 * m2 - z2);
        k[2] += weight
            * (6.0 * z6
                + 2.0 * z4
                + pi2 / 4.0 * (2.0 * z4 - 5.0 * z2) * m2
                + pi4 / 16.0 * (1.0 - 2.0 * z2) * m4);
        k[3] += weight
            * (-30.0 * z6 - 90.0 * z4 * z4
                + pi2 / 4.0 * (135.0 * z4 - 96.0 * z6) * m2
                + pi4 / 16.0 * (212.0 * z4 - 60.0 * z2) * m4
                + pi6 / 64.0 * (5.0 - 30.0 * z2) * m6);
    }
    let root = (2.0 * PI).sqrt();
    k[0] *= root / z;
    k[1] *= root / (6.0 * z4);
    k[2] *= root / (72.0 * z6 * z);
    k[3] *= root / (6480.0 * z6 * z4);
    for i in (1..=terms).map(f64::from) {
        let i2 = i * i;
        let weight = i2 * libm::exp(-pi2 * i2 / (2.0 * z2));
        k[2] -= weight * pi2 * root / (36.0 * z2 * z);
        k[3] += weight * (3.0 * z2 - pi2 * i2) * pi2 * root / (216.0 * z6);
    }
    k[0] + k[1] / n.sqrt() + k[2] / n + k[3] / (n * n.sqrt())
}
