//! Tails of weighted sums of squared normals, the sum of `Z_j^2 / root_j`: the limits of the Cramér-von Mises
//! and Anderson-Darling statistics.
//!
//! N. V. Smirnov (1937): with D(y) the product of `1 - y / root_j`, P(Q >= x) is the alternating sum of the
//! integrals of e^(-xy/2) / (pi y sqrt(abs(D(y)))) over the intervals from an odd root to the next even one.
//! Nothing cancels in the tail, where the first interval is all there is, so that a p-value of 1e-300 has its
//! digits.

use std::f64::consts::PI;

/// Places at which a determinant is asked for together: it may be a long chain of divisions, and several chains side by side
/// take hardly longer than one.
pub(super) const TOGETHER: usize = 4;

/// P(Q >= x). `root(j)` is the j-th smallest root from 1, or `None` beyond the last; `determinant` is D in several places.
pub(super) fn quadratic_form_sf(
    x: f64,
    root: impl Fn(usize) -> Option<f64>,
    determinant: impl Fn([f64; TOGETHER]) -> [f64; TOGETHER],
) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    let density = |places: [f64; TOGETHER]| {
        let determinants = determinant(places);
        std::array::from_fn(|i| {
            let y = places[i];
            libm::exp(-x * y / 2.0) / (y * determinants[i].abs().sqrt())
        })
    };
    let mut total = 0.0;
    let mut sign = 1.0;
    let mut before = 0.0;
    for j in 0.. {
        let Some(from) = root(2 * j + 1) else { break };
        let to = root(2 * j + 2);
        let part = match to {
            Some(to) => between(from, to, x, &density),
            None => beyond(from, from - before, x, &density),
        } / PI;
        total += sign * part;
        sign = -sign;
        // Even where the determinant is small, what is left is of the order of its exponential. Not less but
        // at most: where the first part is under the smallest double, all are.
        if part <= total.abs() * 1e-17 {
            break;
        }
        let Some(to) = to else { break };
        before = to;
    }
    total.clamp(0.0, 1.0)
}

/// The integral between two roots. With y on a half circle over them, the integrand is smooth and periodic,
/// and the midpoint rule converges exponentially.
fn between(from: f64, to: f64, x: f64, density: &impl Fn([f64; TOGETHER]) -> [f64; TOGETHER]) -> f64 {
    let (middle, half) = (f64::midpoint(from, to), (to - from) / 2.0);
    let nodes = 96.0 + (12.0 * (x * half).sqrt()).ceil().min(4096.0);
    half * midpoints(PI, nodes, |angles| {
        let densities = density(angles.map(|angle| middle - half * libm::cos(angle)));
        std::array::from_fn(|i| densities[i] * libm::sin(angles[i]))
    })
}

/// The integral from the last of an odd number of roots: y = from + s^2, where the integrand is smooth and
/// even in s.
fn beyond(from: f64, gap: f64, x: f64, density: &impl Fn([f64; TOGETHER]) -> [f64; TOGETHER]) -> f64 {
    let reach = 9.0 / x.sqrt();
    let nodes = (reach / (gap.sqrt() / 8.0)).ceil().clamp(100.0, 4096.0);
    midpoints(reach, nodes, |roots| {
        let densities = density(roots.map(|s| from + s * s));
        std::array::from_fn(|i| densities[i] * 2.0 * roots[i])
    })
}

/// The integral from 0 by the midpoint rule, with so many nodes or a few more.
fn midpoints(to: f64, nodes: f64, integrand: impl Fn([f64; TOGETHER]) -> [f64; TOGETHER]) -> f64 {
    let nodes = (nodes as usize).next_multiple_of(TOGETHER);
    let step = to / nodes as f64;
    let place = |node: usize| (node as f64 + 0.5) * step;
    let parts =
        (0..nodes).step_by(TOGETHER).flat_map(|first| integrand(std::array::from_fn(|i| place(first + i))));
    step * parts.sum::<f64>()
}
