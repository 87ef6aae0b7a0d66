//! Tables with fixed margins, drawn at random: the null distribution of every permutation and Monte Carlo
//! p-value.

use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Up to here a hypergeometric count is drawn item by item.
const SMALL: u64 = 16;
/// Factorials up to here are looked up.
const TABLE: u64 = 1 << 20;

/// All ways to deal rows with the given totals of levels to a sample of a fixed size, equally likely.
///
/// Level by level, each count is hypergeometric given those before. The cost of a draw depends on the number
/// of levels and hardly on the number of rows.
pub(crate) struct Margins {
    totals: Vec<u64>,
    size: u64,
    all: u64,
    ln_factorials: Vec<f64>,
    random: Pcg64,
}

impl Margins {
    /// Deals to a sample of `size` rows from levels with these totals.
    pub(crate) fn new(totals: Vec<u64>, size: u64, seed: u64) -> Self {
        let all: u64 = totals.iter().sum();
        let mut ln_factorials = vec![0.0];
        for i in 1..=all.min(TABLE) {
            ln_factorials.push(ln_factorials[i as usize - 1] + libm::log(i as f64));
        }
        Self { totals, size, all, ln_factorials, random: Pcg64::seed_from_u64(seed) }
    }

    /// One draw: how many rows of each level fall into the sample.
    pub(crate) fn draw(&mut self, counts: &mut [u64]) {
        let (mut left, mut all) = (self.size, self.all);
        for (level, count) in counts.iter_mut().enumerate() {
            let total = self.totals[level];
            *count = self.hypergeometric(total, left, all);
            left -= *count;
            all -= total;
        }
    }

    /// How many of `marked` among `all` are in a draw of `draws`.
    fn hypergeometric(&mut self, marked: u64, draws: u64, all: u64) -> u64 {
        if marked == all || draws == 0 {
            return draws;
        }
        // Marked and drawn change places without changing the count.
        let (few, many) = if marked <= draws { (marked, draws) } else { (draws, marked) };
        if few <= SMALL { self.one_by_one(few, many, all) } else { self.around_the_mode(few, many, all) }
    }

    fn one_by_one(&mut self, few: u64, many: u64, all: u64) -> u64 {
        (0..few).fold(0, |hits, i| hits + u64::from(self.below(all - i) < many - hits))
    }

    /// By inversion, in order of distance from the mode: about one standard deviation of steps.
    fn around_the_mode(&mut self, few: u64, many: u64, all: u64) -> u64 {
        let low = (few + many).saturating_sub(all);
        let mode = (u128::from(few + 1) * u128::from(many + 1) / u128::from(all + 2)) as u64;
        let mode = mode.clamp(low, few);
        let rest = all - few;
        let probability = libm::exp(
            self.ln_choose(few, mode) + self.ln_choose(rest, many - mode) - self.ln_choose(all, many),
        );
        let up = |x: u64| {
            ((few - x) as f64 * (many - x) as f64) / ((x + 1) as f64 * (rest - (many - x) + 1) as f64)
        };
        let mut uniform = self.uniform() - probability;
        let (mut above, mut below) = ((mode, probability), (mode, probability));
        while uniform > 0.0 && (above.0 < few || below.0 > low) {
            if above.0 < few {
                above = (above.0 + 1, above.1 * up(above.0));
                uniform -= above.1;
                if uniform <= 0.0 {
                    return above.0;
                }
            }
            if below.0 > low {
                below = (below.0 - 1, below.1 / up(below.0 - 1));
                uniform -= below.1;
                if uniform <= 0.0 {
                    return below.0;
                }
            }
        }
        // The probabilities add up to 1 but for rounding.
        mode
    }

    fn ln_choose(&self, n: u64, k: u64) -> f64 {
        self.ln_factorial(n) - self.ln_factorial(k) - self.ln_factorial(n - k)
    }

    fn ln_factorial(&self, n: u64) -> f64 {
        self.ln_factorials.get(n as usize).copied().unwrap_or_else(|| libm::lgamma(n as f64 + 1.0))
    }

    /// Uniform in 0 to 1.
    fn uniform(&mut self) -> f64 {
        (self.random.next_u64() >> 11) as f64 * (f64::EPSILON / 2.0)
    }

    /// Uniform among `0..bound`, biased by no more than bound / 2^64.
    fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.random.next_u64()) * u128::from(bound)) >> 64) as u64
    }
}
