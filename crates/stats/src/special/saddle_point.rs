//! Binomial-like probabilities without cancellation: C. Loader (2000), "Fast and accurate computation of
//! binomial probabilities".

use std::f64::consts::PI;

/// ln(x!) - ln(sqrt(2 pi x) (x/e)^x): what Stirling's formula leaves out. x > 0, not necessarily whole.
pub(super) fn stirling_error(x: f64) -> f64 {
    if x <= 15.0 {
        return libm::lgamma(x + 1.0) - (x + 0.5) * libm::log(x) + x - 0.5 * libm::log(2.0 * PI);
    }
    let y = 1.0 / (x * x);
    let series = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0];
    series.iter().rev().fold(0.0, |acc, c| acc * y + c) / x
}

/// x ln(x/mean) + mean - x, accurate also where x is close to the mean.
pub(crate) fn deviance(x: f64, mean: f64) -> f64 {
    let difference = x - mean;
    if difference.abs() >= 0.1 * (x + mean) {
        return x * libm::log(x / mean) - difference;
    }
    let v = difference / (x + mean);
    let mut sum = difference * v;
    let mut power = 2.0 * x * v;
    for j in 1..1000 {
        power *= v * v;
        let next = sum + power / f64::from(2 * j + 1);
        #[expect(clippy::float_cmp, reason = "the series has converged when adding changes nothing")]
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// C(n, x) p^x q^(n-x) with q = 1 - p given, for real 0 <= x <= n (the binomial coefficient through gamma
/// functions).
pub(crate) fn binomial_pmf(x: f64, n: f64, p: f64, q: f64) -> f64 {
    if p <= 0.0 {
        return if x == 0.0 { 1.0 } else { 0.0 };
    }
    if q <= 0.0 {
        return if x >= n { 1.0 } else { 0.0 };
    }
    if x <= 0.0 {
        // n ln(q), from whichever of p and q is small.
        return if n == 0.0 {
            1.0
        } else {
            libm::exp(n * if p < 0.5 { libm::log1p(-p) } else { libm::log(q) })
        };
    }
    if x >= n {
        return libm::exp(n * if q < 0.5 { libm::log1p(-q) } else { libm::log(p) });
    }
    let rest = n - x;
    let exponent = stirling_error(n)
        - stirling_error(x)
        - stirling_error(rest)
        - deviance(x, n * p)
        - deviance(rest, n * q);
    libm::exp(exponent) * (n / (2.0 * PI * x * rest)).sqrt()
}

/// The probability of x marked in a draw of `draws` without replacement from `marked` + `unmarked`.
pub(crate) fn hypergeometric_pmf(x: u64, marked: u64, unmarked: u64, draws: u64) -> f64 {
    if x > marked || x > draws || draws - x > unmarked {
        return 0.0;
    }
    let all = (marked + unmarked) as f64;
    let (p, q) = (draws as f64 / all, (marked + unmarked - draws) as f64 / all);
    if draws == 0 || draws == marked + unmarked {
        return 1.0;
    }
    binomial_pmf(x as f64, marked as f64, p, q) * binomial_pmf((draws - x) as f64, unmarked as f64, p, q)
        / binomial_pmf(draws as f64, all, p, q)
}
