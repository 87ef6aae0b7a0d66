//! Kuiper's test.

use crate::special::hypergeometric_pmf;
use crate::{Outcome, Samples, Untestable};

/// From this 2 N V^2 on the probability is below the least double: it is at most exp(-2 N V^2) times the square of N, for the divergence of
/// what was seen from what was expected is at least 2 V^2 (Sanov 1957, Pinsker 1964). To add up its terms would take as long as N is large.
const CERTAIN: f64 = 850.0;

/// Kuiper's V = D+ + D-: the largest distance of F above G plus the largest below. As sensitive in the tails
/// as in the middle.
///
/// Equals `astropy.stats.kuiper_two` for V up to 1/2: the one-sample distribution with the effective size
/// nm / (n + m), by Stephens's (1965) formulas for the smallest V and his asymptotic series beyond. For
/// larger V, where that series turns negative, his exact sum for the upper tail; never less than the
/// probability that the samples are apart on the circle. With ties the p-value is
/// that of untied samples, which is conservative. Untestable: an empty sample.
pub fn kuiper(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let pooled = samples.pooled()?;
    let (n, m) = (u128::from(pooled.n), u128::from(pooled.m));
    let [above, below] = pooled.extreme_gaps();
    let statistic = (above + below) as f64 / (n * m) as f64;
    let size = pooled.n as f64 / pooled.total() as f64 * pooled.m as f64;
    // V N from whole numbers, so that rounding does not carry it over a border.
    let scaled = (above + below) as f64 / (n + m) as f64;
    let p = if 2.0 * statistic * statistic * size > CERTAIN {
        0.0
    } else if scaled < 3.0 {
        lower_tail(statistic, scaled, size)
    } else if in_upper_tail(statistic, size) {
        upper_tail(statistic, size)
    } else {
        asymptotic(statistic, size)
    };
    Ok(Outcome { statistic, p_value: Some(p.max(separation(pooled.n, pooled.m)).clamp(0.0, 1.0)) })
}

/// P(V = 1), a lower bound to every p-value: the samples are apart on the circle in n + m of all orders.
fn separation(n: u64, m: u64) -> f64 {
    (n + m) as f64 * hypergeometric_pmf(n, n, m, n)
}

/// Where Stephens's sum for the upper tail holds: beyond 1/2, for an odd effective size from a little before.
fn in_upper_tail(v: f64, size: f64) -> bool {
    #[expect(clippy::float_cmp, reason = "whether a number is odd and whole is a matter of equality")]
    let odd = size % 2.0 == 1.0;
    v > 0.5 || (odd && v >= (size - 1.0) / (2.0 * size))
}

/// P(V >= v) for v N = `scaled` below 3.
fn lower_tail(v: f64, scaled: f64, size: f64) -> f64 {
    if scaled <= 1.0 {
        return 1.0;
    }
    if scaled < 2.0 {
        return 1.0 - libm::exp(libm::lgamma(size + 1.0) + (size - 1.0) * libm::log(v - 1.0 / size));
    }
    let half = (scaled - 1.0) / 2.0;
    let root = (half * half - (scaled - 2.0) * (scaled - 2.0) / 2.0).sqrt();
    let (a, b) = (half + root, half - root);
    let power = |base: f64| {
        libm::exp(libm::lgamma(size) + (size - 1.0) * libm::log(base) - (size - 2.0) * libm::log(size))
    };
    1.0 - (power(b) * (1.0 - a) - power(a) * (1.0 - b)) / (b - a)
}

/// The series in z = V sqrt(N), with its correction of order 1 / sqrt(N).
fn asymptotic(v: f64, size: f64) -> f64 {
    let z2 = v * v * size;
    if z2 < 0.16 {
        // The series does not converge; the probability is 1 to the last digit (and V is below its least
        // value, 1/N).
        return 1.0;
    }
    let (mut first, mut second) = (0.0, 0.0);
    for j in 1..200 {
        let j2z2 = f64::from(j * j) * z2;
        let weight = libm::exp(-2.0 * j2z2);
        first += 2.0 * (4.0 * j2z2 - 1.0) * weight;
        second += f64::from(j * j) * (4.0 * j2z2 - 3.0) * weight;
    }
    first - 8.0 * v / 3.0 * second
}

/// P(V >= v) for v >= 1/2 by Stephens's finite sum, each term in logarithms so that none overflows.
fn upper_tail(v: f64, size: f64) -> f64 {
    let last = (size * (1.0 - v)).floor() as u64;
    (0..=last)
        .map(|t| {
            let t = t as f64;
            let y = v + t / size;
            let polynomial = y * y * y * size - y * y * t * (3.0 - 2.0 / size)
                + y * t * (t - 1.0) * (3.0 - 2.0 / size) / size
                - t * (t - 1.0) * (t - 2.0) / (size * size);
            let left = 1.0 - y;
            let power = size - t - 1.0;
            if left <= 0.0 {
                return if power > 0.0 { 0.0 } else { polynomial };
            }
            let ln_choose = libm::lgamma(size + 1.0) - libm::lgamma(t + 1.0) - libm::lgamma(size - t + 1.0);
            polynomial * libm::exp(ln_choose + (t - 3.0) * libm::log(y) + power * libm::log(left))
        })
        .sum()
}
