//! The null distribution of a quadratic statistic of F - G when values are tied.
//!
//! With ties F - G is seen only between the distinct values, so that its limit is a Brownian bridge at the
//! cumulative shares `H_k` of the pooled sample, and the statistic a finite quadratic form (Choulakian,
//! Lockhart and Stephens 1994). The inverse of the bridge's covariance is tridiagonal, and so are the forms
//! of both statistics: roots and determinant come from a recursion over the values, without a matrix.

use super::quadratic_form::quadratic_form_sf;
use crate::pooled::Pooled;

/// Values beyond this are merged with their neighbours; frequent ones stay, and the limit barely moves.
const GROUPS: f64 = 512.0;

/// stiffness - y mass, both symmetric and tridiagonal: singular at the roots of the quadratic form.
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
        let mass_beside = vec![0.0; mass.len() - 1];
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
        let mass_beside = weights[1..weights.len() - 1].to_vec();
        Self::new(&shares, mass, mass_beside)
    }

    /// The inverse covariance of a Brownian bridge at the cumulative shares.
    fn new(shares: &[f64], mass: Vec<f64>, mass_beside: Vec<f64>) -> Self {
        let stiffness = shares.windows(2).map(|pair| 1.0 / pair[0] + 1.0 / pair[1]).collect();
        let stiffness_beside = shares[1..shares.len() - 1].iter().map(|share| -1.0 / share).collect();
        Self { stiffness, stiffness_beside, mass, mass_beside }
    }

    /// P(Q >= x).
    pub(super) fn sf(&self, x: f64) -> f64 {
        let at_zero: Vec<f64> = self.pivots(0.0).collect();
        let determinant = |y: f64| {
            self.pivots(y).zip(&at_zero).fold(1.0, |product, (pivot, whole)| product * (pivot / whole))
        };
        quadratic_form_sf(x, |j| self.root(j), determinant)
    }

    /// The pivots of stiffness - y mass by elimination from the top.
    fn pivots(&self, y: f64) -> impl Iterator<Item = f64> + '_ {
        let mut last = 1.0;
        (0..self.stiffness.len()).map(move |k| {
            let beside = k.checked_sub(1).map_or(0.0, |k| self.stiffness_beside[k] - y * self.mass_beside[k]);
            last = self.stiffness[k] - y * self.mass[k] - beside * beside / last;
            // A pivot of 0 would end the recursion; a tiny one moves the root by less than it is known.
            if last == 0.0 {
                last = f64::MIN_POSITIVE;
            }
            last
        })
    }

    /// The j-th smallest root, from 1, by bisection on the number of negative pivots (Sylvester's law of
    /// inertia).
    fn root(&self, j: usize) -> Option<f64> {
        if j > self.stiffness.len() {
            return None;
        }
        let below = |y: f64| self.pivots(y).filter(|pivot| *pivot < 0.0).count();
        let mut high = 1.0;
        while below(high) < j {
            high *= 2.0;
        }
        let mut low = 0.0;
        for _ in 0..100 {
            let middle = f64::midpoint(low, high);
            if middle <= low || middle >= high {
                break;
            }
            if below(middle) >= j { high = middle } else { low = middle }
        }
        Some(f64::midpoint(low, high))
    }
}

/// The shares of the pooled distinct values, small neighbours merged.
fn shares(pooled: &Pooled) -> Vec<f64> {
    let total = pooled.total() as f64;
    if pooled.ties.len() as f64 <= GROUPS {
        return pooled.ties.iter().map(|tie| tie.total() as f64 / total).collect();
    }
    let mut out = Vec::new();
    let mut open = 0.0;
    for tie in &pooled.ties {
        let share = tie.total() as f64 / total;
        if open > 0.0 && open + share > 1.0 / GROUPS {
            out.push(open);
            open = 0.0;
        }
        open += share;
    }
    out.push(open);
    out
}
