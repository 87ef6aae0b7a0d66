//! A small generator and a few shapes of data, the same on every machine.
#![allow(dead_code, reason = "each test file uses a part of it")]

use driftglass_stats::Distribution;

pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D);
        for _ in 0..4 {
            random.uniform();
        }
        random
    }

    /// Uniform in 0 to 1.
    pub(crate) fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 * f64::EPSILON / 2.0
    }

    /// Nearly normal.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    pub(crate) fn sample(&mut self, size: usize, mut draw: impl FnMut(&mut Self) -> f64) -> Distribution {
        let values: Vec<f64> = (0..size).map(|_| draw(self)).collect();
        Distribution::from_values(values)
    }

    /// Counts of `size` rows over levels with these weights.
    pub(crate) fn counts(&mut self, size: usize, weights: &[f64]) -> Vec<u64> {
        let total: f64 = weights.iter().sum();
        let mut counts = vec![0; weights.len()];
        for _ in 0..size {
            let mut left = self.uniform() * total;
            let level = weights.iter().position(|weight| {
                left -= weight;
                left < 0.0
            });
            counts[level.unwrap_or(weights.len() - 1)] += 1;
        }
        counts
    }
}

/// Weights 1, 1/2, 1/3 and so on.
pub(crate) fn zipf(levels: usize) -> Vec<f64> {
    (1..=levels).map(|rank| 1.0 / rank as f64).collect()
}
