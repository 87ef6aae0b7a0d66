//! The incomplete beta function, and through it the tails of Student's t and of F.

use super::gamma::away_from_zero;
use super::saddle_point::binomial_pmf;

/// P(abs(T) >= abs(t)) for Student's t with `df` degrees of freedom.
pub(crate) fn student_t_two_sided(t: f64, df: f64) -> f64 {
    let square = t * t;
    // Both parts of 1 are computed, so that neither is a difference; scaled so that t^2 does not overflow.
    if square.is_infinite() {
        let ratio = df.sqrt() / t.abs();
        return incomplete_beta(df / 2.0, 0.5, ratio * ratio, 1.0);
    }
    incomplete_beta(df / 2.0, 0.5, df / (df + square), square / (df + square))
}

/// P(F >= f) for the F distribution with `d1` and `d2` degrees of freedom.
pub(crate) fn f_sf(f: f64, d1: f64, d2: f64) -> f64 {
    if f <= 0.0 {
        return 1.0;
    }
    incomplete_beta(d2 / 2.0, d1 / 2.0, d2 / (d2 + d1 * f), d1 * f / (d2 + d1 * f))
}

/// The regularised incomplete beta function at x, with y = 1 - x given.
fn incomplete_beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    // The fraction converges up to about the mean; beyond it, the other tail's does.
    if x > (a + 1.0) / (a + b + 2.0) { 1.0 - lower_part(b, a, y, x) } else { lower_part(a, b, x, y) }
}

/// The same, for x up to about the mean.
fn lower_part(a: f64, b: f64, x: f64, y: f64) -> f64 {
    // x^a y^b / (a B(a, b))
    let front = binomial_pmf(a, a + b, x, y) * b / (a + b);
    front * continued_fraction(a, b, x)
}

/// Lentz's method; needs about sqrt(max(a, b)) terms.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..1_000_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        let change = d * c;
        h *= change;
        if (change - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    h
}

#[cfg(test)]
mod tests {
    use super::f_sf;

    /// `scipy.stats.f.sf(f, 1, d2)`; in between, both tails looked like the larger one by rounding, without end.
    #[test]
    fn ends_where_the_tails_meet() {
        for (f, d2, expected) in
            [(51.0 / 19.0, 17.0, 0.119_721_605_861_680_15), (26.0 / 9.0, 52.0, 0.095_167_630_072_566_29)]
        {
            assert!((f_sf(f, 1.0, d2) / expected - 1.0_f64).abs() < 1e-12);
        }
    }
}
