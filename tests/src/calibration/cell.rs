//! A share counted over independent repeats.

use rayon::prelude::*;
use statrs::distribution::{Beta, Binomial, ContinuousCDF, DiscreteCDF};

/// How many of a number of independent repeats had an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// Repeats.
    pub repeats: u64,
    /// Those with the outcome.
    pub hits: u64,
}

impl Cell {
    /// Counts each of several outcomes over repeats, which are told apart by their number.
    pub(super) fn over<const N: usize>(
        repeats: u64,
        outcomes: impl Fn(u64) -> [bool; N] + Sync,
    ) -> [Self; N] {
        let nothing = || [Self::default(); N];
        let one = |repeat| outcomes(repeat).map(|hit| Self { repeats: 1, hits: u64::from(hit) });
        (0..repeats).into_par_iter().map(one).reduce(nothing, |mut all, more| {
            all.iter_mut().zip(more).for_each(|(cell, more)| cell.add(more));
            all
        })
    }

    pub(super) fn count(&mut self, hit: bool) {
        self.repeats += 1;
        self.hits += u64::from(hit);
    }

    pub(super) fn add(&mut self, other: Self) {
        self.repeats += other.repeats;
        self.hits += other.hits;
    }

    /// The share of repeats with the outcome.
    pub fn share(&self) -> f64 {
        self.hits as f64 / self.repeats.max(1) as f64
    }

    /// The exact interval of the share at a confidence such as 0.95 (Clopper and Pearson 1934).
    pub fn interval(&self, confidence: f64) -> (f64, f64) {
        let (hits, misses) = (self.hits as f64, (self.repeats - self.hits) as f64);
        let tail = (1.0 - confidence) / 2.0;
        let quantile = |a: f64, b: f64, p: f64| Beta::new(a, b).map_or(f64::NAN, |beta| beta.inverse_cdf(p));
        let low = if self.hits == 0 { 0.0 } else { quantile(hits, misses + 1.0, tail) };
        let high = if self.hits == self.repeats { 1.0 } else { quantile(hits + 1.0, misses, 1.0 - tail) };
        (low, high)
    }

    /// How surprising so many hits would be, were the true share `rate`: the chance of as many or more.
    pub fn surplus(&self, rate: f64) -> f64 {
        let Some(below) = self.hits.checked_sub(1) else { return 1.0 };
        Binomial::new(rate, self.repeats).map_or(f64::NAN, |binomial| binomial.sf(below))
    }

    /// How surprising so few hits would be, were the true share `rate`: the chance of as many or fewer.
    pub fn deficit(&self, rate: f64) -> f64 {
        Binomial::new(rate, self.repeats).map_or(f64::NAN, |binomial| binomial.cdf(self.hits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interval_is_that_of_scipy() {
        // scipy 1.17.1: stats.binomtest(100, 2000).proportion_ci(0.95, "exact"), and the two ends.
        let (low, high) = Cell { repeats: 2000, hits: 100 }.interval(0.95);
        assert!(
            (low - 0.040_864_267_718_3).abs() < 1e-12 && (high - 0.060_481_722_083_1).abs() < 1e-12,
            "{low} {high}"
        );
        let (none, all) =
            (Cell { repeats: 10, hits: 0 }.interval(0.95), Cell { repeats: 10, hits: 10 }.interval(0.95));
        assert!(none.0.abs() < f64::EPSILON && (all.1 - 1.0).abs() < f64::EPSILON, "{none:?} {all:?}");
    }
}
