//! The exact null distribution of the two-sample Kolmogorov-Smirnov statistic, by counting lattice paths.
//!
//! The pooled sample in order is a path from (0, 0) to (n, m); under the null hypothesis all are equally
//! likely. The p-value is the share of paths that somewhere reach abs(i/n - j/m) >= D.

use crate::special::binomial_pmf;

/// P(D >= height / (n m)) for sample sizes n and m.
pub(super) fn two_sided_sf(n: u64, m: u64, height: u128) -> f64 {
    if n == m { equal_sizes(n, (height / u128::from(n)) as u64) } else { unequal_sizes(n, m, height) }
}

/// P(D >= h / n) for n = m by the reflection principle, in Horner form: each factor is below 1, so the
/// alternating sum does not cancel.
fn equal_sizes(n: u64, h: u64) -> f64 {
    let mut p = 0.0;
    for k in (0..=n / h).rev() {
        let top = n - k * h;
        let ratio =
            (0..h).fold(1.0, |acc, j| acc * (top.saturating_sub(j) as f64 / (n + k * h + j + 1) as f64));
        p = ratio * (1.0 - p);
    }
    2.0 * p
}

/// The sum over paths, diagonal by diagonal. A path of independent steps, right with probability
/// p = n / (n + m) and up with q, is, given that it ends in (n, m), uniform over all paths. `mass[i]` is the
/// probability of being at (i, s - i) after s steps having left the band before. Outside of the band it is a
/// binomial probability; inside it is p mass[i-1] + q mass[i]. Every term is positive (Viehmann 2021 has the
/// same idea with another scaling), and the update has no dependence along the diagonal.
fn unequal_sizes(n: u64, m: u64, height: u128) -> f64 {
    if below_smallest_double(n, m, height) {
        return 0.0;
    }
    // Sizes are at most 10 000 here, so everything fits into i64.
    let (columns, rows, height) = (n.cast_signed(), m.cast_signed(), (height as u64).cast_signed());
    let steps = columns + rows;
    let (p, q) = (n as f64 / steps as f64, m as f64 / steps as f64);
    // Inside is abs(i m - j n) < height on the diagonal j = s - i, that is abs(i steps - s n) < height.
    let first_inside = |s: i64| ((s * columns - height).div_euclid(steps) + 1).max(0).max(s - rows);
    let last_inside = |s: i64| ((s * columns + height - 1).div_euclid(steps)).min(columns).min(s);
    let outside = |i: i64, s: i64| SCALE * binomial_pmf(i as f64, s as f64, p, q);

    let mut mass = vec![0.0; n as usize + 2];
    for s in 1..=steps {
        let (first, last) = (first_inside(s), last_inside(s));
        if first > last {
            continue;
        }
        // What the update reads beside the band of the previous diagonal.
        let was_inside = first_inside(s - 1)..=last_inside(s - 1);
        if first > 0 && !was_inside.contains(&(first - 1)) {
            mass[(first - 1) as usize] = outside(first - 1, s - 1);
        }
        if last < s && !was_inside.contains(&last) {
            mass[last as usize] = outside(last, s - 1);
        }
        advance(&mut mass[..=last as usize], first as usize, p, q);
    }
    mass[n as usize] / (SCALE * binomial_pmf(n as f64, steps as f64, p, q))
}

/// Keeps the masses clear of the subnormal numbers, which are slow and have fewer digits.
const SCALE: f64 = f64::from_bits((1023 + 900) << 52);

/// Below this a mass, scaled, no longer matters to any p-value that a double can hold.
const NEGLIGIBLE: f64 = 1e-290;

/// One diagonal further, from column `first` to the last one of `mass`.
fn advance(mass: &mut [f64], first: usize, p: f64, q: f64) {
    // From the right, so that each column still reads its left neighbour's old value.
    for i in (first.max(1)..mass.len()).rev() {
        let next = p * mass[i - 1] + q * mass[i];
        mass[i] = if next < NEGLIGIBLE { 0.0 } else { next };
    }
    if first == 0 {
        mass[0] *= q;
    }
}

/// Whether the p-value is surely under 2^-1075: Serfling's bound for one place on the path, times the number
/// of places.
fn below_smallest_double(n: u64, m: u64, height: u128) -> bool {
    let (n, m) = (n.max(m) as f64, n.min(m) as f64);
    let d = height as f64 / (n * m);
    let exponent = 2.0 * d * d * n * m / (n + m) * n / (n + 1.0);
    libm::log(2.0 * (n + m)) - exponent < -746.0
}
