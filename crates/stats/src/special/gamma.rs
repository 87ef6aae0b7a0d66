//! The upper tail of the gamma and chi-square distributions.

use super::saddle_point::{deviance, stirling_error};
use std::f64::consts::PI;

/// P(chi-square with `df` degrees of freedom >= x).
pub(crate) fn chi_square_sf(x: f64, df: f64) -> f64 {
    gamma_sf(df / 2.0, x / 2.0)
}

/// The upper regularised incomplete gamma function Q(a, x): series below the mean, continued fraction above
/// it.
pub(crate) fn gamma_sf(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    if x.is_infinite() {
        return 0.0;
    }
    // x^a e^-x / gamma(a + 1)
    let density = libm::exp(-stirling_error(a) - deviance(a, x)) / (2.0 * PI * a).sqrt();
    if x < a + 1.0 {
        let (mut term, mut sum, mut k) = (1.0, 1.0, a);
        while term > sum * f64::EPSILON * 0.1 {
            k += 1.0;
            term *= x / k;
            sum += term;
        }
        return (1.0 - density * sum).max(0.0);
    }
    // Lentz's method on the even part of the continued fraction.
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / f64::MIN_POSITIVE;
    let mut d = 1.0 / b;
    let mut h = d;
    for i in 1..1_000_000 {
        let i = f64::from(i);
        let an = -i * (i - a);
        b += 2.0;
        d = 1.0 / away_from_zero(an * d + b);
        c = away_from_zero(b + an / c);
        let change = d * c;
        h *= change;
        if (change - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    density * a * h
}

pub(super) fn away_from_zero(x: f64) -> f64 {
    if x.abs() < f64::MIN_POSITIVE { f64::MIN_POSITIVE } else { x }
}
