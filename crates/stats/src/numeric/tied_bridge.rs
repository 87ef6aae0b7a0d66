//! The null distribution of a quadratic statistic of F - G when values are tied.
//!
//! With ties F - G is seen only between the distinct values, so that its limit is a Brownian bridge at the
//! cumulative shares `H_k` of the pooled sample, and the statistic a finite quadratic form (Choulakian,
//! Lockhart and Stephens 1994). The inverse of the bridge's covariance is tridiagonal, and so are the forms
//! of both statistics: roots and determinant come from a recursion over the values, without a matrix.

use super::quadratic_form::{TOGETHER, quadratic_form_sf};
use crate::pooled::Pooled;

/// Values beyond this are merged with their neighbours; frequent ones stay, and the limit barely moves: by the square of a
/// share.
const GROUPS: u64 = 512;

/// Whether a value is so frequent that the limit is another than without ties.
pub(super) fn ties_matter(pooled: &Pooled) -> bool {
    pooled.ties.iter().any(|tie| tie.total() > 1 && tie.total() * GROUPS > pooled.total())
}

/// stiffness - y mass, both symmetric and tridiagonal: singular at the roots of the quadratic form. What is beside the diagonal
/// begins with a zero, for the first row.
pub(super) struct TiedBridge {
    stiffness: Vec<f64>,
    stiffness_beside: Vec<f64>,
    mass: Vec<f64>,
    mass_beside: Vec<f64>,
}

impl TiedBridge {
    /// For the sum of `h_k B(H_k)^2`.
    pub(super) fn cramer_von_mises(pooled: &Pooled) -> Self {
        let shares = shares(pooled);
        let mass = shares[..shares.len() - 1].to_vec();
        let mass_beside = vec![0.0; mass.len()];
        Self::new(&shares, mass, mass_beside)
    }

    /// For the sum of `h_k` times the squared mean of `B(H_{k-1})` and `B(H_k)`, over that mean's variance.
    pub(super) fn anderson_darling(pooled: &Pooled) -> Self {
        let shares = shares(pooled);
        let mut up_to = 0.0;
        let weights: Vec<f64> = shares
            .iter()
            .map(|share| {
                let middle = up_to + share / 2.0;
                up_to += share;
                share / (middle * (1.0 - middle) - share / 4.0) / 4.0
            })
            .collect();
        let mass = weights.windows(2).map(|pair| pair[0] + pair[1]).collect();
        let mass_beside = [&[0.0], &weights[1..weights.len() - 1]].concat();
        Self::new(&shares, mass, mass_beside)
    }

    /// The inverse covariance of a Brownian bridge at the cumulative shares.
    fn new(shares: &[f64], mass: Vec<f64>, mass_beside: Vec<f64>) -> Self {
        let stiffness = shares.windows(2).map(|pair| 1.0 / pair[0] + 1.0 / pair[1]).collect();
        let beside = shares[1..shares.len() - 1].iter().map(|share| -1.0 / share);
        let stiffness_beside = [0.0].into_iter().chain(beside).collect();
        Self { stiffness, stiffness_beside, mass, mass_beside }
    }

    /// P(Q >= x).
    pub(super) fn sf(&self, x: f64) -> f64 {
        let mut at_zero = Vec::with_capacity(self.stiffness.len());
        self.eliminate([0.0; TOGETHER], |pivots| at_zero.push(pivots[0]));
        let determinant = |places| {
            let mut product = [1.0; TOGETHER];
            let mut whole = at_zero.iter();
            self.eliminate(places, |pivots| {
                let whole = whole.next().expect("there are as many");
                (0..TOGETHER).for_each(|i| product[i] *= pivots[i] / whole);
            });
            product
        };
        quadratic_form_sf(x, |j| self.root(j), determinant)
    }

    /// The pivots of stiffness - y mass by elimination from the top, for several y: a pivot waits for the division before it.
    fn eliminate(&self, numbers: [f64; TOGETHER], mut on_pivots: impl FnMut([f64; TOGETHER])) {
        let mut last = [1.0; TOGETHER];
        let on_diagonal = self.stiffness.iter().zip(&self.mass);
        let beside_it = self.stiffness_beside.iter().zip(&self.mass_beside);
        for ((stiffness, mass), (stiffness_beside, mass_beside)) in on_diagonal.zip(beside_it) {
            last = std::array::from_fn(|i| {
                let y = numbers[i];
                let beside = stiffness_beside - y * mass_beside;
                let pivot = stiffness - y * mass - beside * beside / last[i];
                // A pivot of 0 would end the recursion; a tiny one moves the root by less than it is known.
                if pivot == 0.0 { f64::MIN_POSITIVE } else { pivot }
            });
            on_pivots(last);
        }
    }

    /// How many roots are smaller than each of some numbers: as many as there are negative pivots (Sylvester's law of inertia).
    fn below(&self, numbers: [f64; TOGETHER]) -> [usize; TOGETHER] {
        let mut below = [0; TOGETHER];
        self.eliminate(numbers, |pivots| {
            (0..TOGETHER).for_each(|i| below[i] += usize::from(pivots[i] < 0.0));
        });
        below
    }

    /// The j-th smallest root, from 1, by bisection in several places at once.
    fn root(&self, j: usize) -> Option<f64> {
        if j > self.stiffness.len() {
            return None;
        }
        let mut high = 1.0;
        while self.below([high; TOGETHER])[0] < j {
            high *= 2.0;
        }
        let mut low = 0.0;
        loop {
            let width = (high - low) / (TOGETHER + 1) as f64;
            let places = std::array::from_fn(|section| low + width * (section + 1) as f64);
            if places[0] <= low || places[TOGETHER - 1] >= high {
                break;
            }
            let first = self.below(places).iter().position(|below| *below >= j);
            (low, high) = match first {
                Some(0) => (low, places[0]),
                Some(section) => (places[section - 1], places[section]),
                None => (places[TOGETHER - 1], high),
            };
        }
        Some(f64::midpoint(low, high))
    }
}

/// The shares of the pooled distinct values, small neighbours merged.
fn shares(pooled: &Pooled) -> Vec<f64> {
    let total = pooled.total() as f64;
    if pooled.ties.len() as u64 <= GROUPS {
        return pooled.ties.iter().map(|tie| tie.total() as f64 / total).collect();
    }
    let mut out = Vec::new();
    let mut open = 0.0;
    for tie in &pooled.ties {
        let share = tie.total() as f64 / total;
        if open > 0.0 && open + share > 1.0 / GROUPS as f64 {
            out.push(open);
            open = 0.0;
        }
        open += share;
    }
    out.push(open);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Distribution;

    /// Values that each occur twice, `GROUPS` of them: the most frequent ties that are taken for none.
    #[test]
    fn the_limit_without_ties_stands_for_that_of_rare_ones() {
        let half = Distribution::from_values((0..GROUPS).map(|value| value as f64));
        let pooled = Pooled::of(&half, &half);
        assert!(!ties_matter(&pooled));
        let roots = |j: usize| Some(libm::pow(j as f64 * std::f64::consts::PI, 2.0));
        let sines = |places: [f64; TOGETHER]| places.map(|y| libm::sin(y.sqrt()) / y.sqrt());
        for x in [0.1, 0.3, 0.5, 1.0, 2.0, 4.0] {
            let (tied, untied) =
                (TiedBridge::cramer_von_mises(&pooled).sf(x), quadratic_form_sf(x, roots, sines));
            assert!((tied / untied - 1.0).abs() < 2e-4, "{x}: {tied} for {untied}");
        }
    }
}
