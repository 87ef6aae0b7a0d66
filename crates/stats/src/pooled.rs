//! Both samples side by side: what every rank and distribution-function method walks along.

use crate::Distribution;
use crate::distribution::side_by_side;

/// One distinct value of the pooled sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tie {
    pub(crate) value: f64,
    /// How often it occurs in the reference and in the current sample.
    pub(crate) reference: u64,
    pub(crate) current: u64,
}

impl Tie {
    pub(crate) fn total(&self) -> u64 {
        self.reference + self.current
    }
}

/// The distinct values of both samples, ascending, with their counts in each.
#[derive(Debug, Clone)]
pub(crate) struct Pooled {
    pub(crate) ties: Vec<Tie>,
    pub(crate) n: u64,
    pub(crate) m: u64,
}

impl Pooled {
    pub(crate) fn of(reference: &Distribution, current: &Distribution) -> Self {
        let mut ties = Vec::with_capacity(reference.distinct() + current.distinct());
        side_by_side(reference, current, |value, reference, current| {
            ties.push(Tie { value, reference, current });
        });
        Self { ties, n: reference.total(), m: current.total() }
    }

    pub(crate) fn total(&self) -> u64 {
        self.n + self.m
    }

    /// n m.
    pub(crate) fn lattice(&self) -> f64 {
        (u128::from(self.n) * u128::from(self.m)) as f64
    }

    /// abs(F - G) in units of 1 / (n m), where so many of each sample are at or below: from whole numbers, so that nothing cancels.
    #[inline]
    pub(crate) fn gap(&self, below_x: u64, below_y: u64) -> f64 {
        if self.is_narrow() {
            return self.narrow_gap(below_x, below_y).abs() as f64;
        }
        self.whole_gap(below_x, below_y) as f64
    }

    /// The same as a whole number.
    #[inline]
    pub(crate) fn whole_gap(&self, below_x: u64, below_y: u64) -> u128 {
        if self.is_narrow() {
            return u128::from(self.narrow_gap(below_x, below_y).unsigned_abs());
        }
        let (f, g) = (u128::from(below_x) * u128::from(self.m), u128::from(below_y) * u128::from(self.n));
        f.abs_diff(g)
    }

    /// The most by which F is above G, and by which it is below, in units of 1 / (n m).
    pub(crate) fn extreme_gaps(&self) -> [u128; 2] {
        if self.is_narrow() {
            let extremes = self.steps().fold((0_i64, 0_i64), |(above, below), (x, y, _)| {
                let gap = self.narrow_gap(x, y);
                (above.max(gap), below.min(gap))
            });
            return [extremes.0, extremes.1].map(|gap| u128::from(gap.unsigned_abs()));
        }
        let (n, m) = (u128::from(self.n), u128::from(self.m));
        self.steps().fold([0, 0], |[above, below], (x, y, _)| {
            let (f, g) = (u128::from(x) * m, u128::from(y) * n);
            [above.max(f.saturating_sub(g)), below.max(g.saturating_sub(f))]
        })
    }

    /// Whether the square of all, and so every product of numbers of them, fits into 63 bits: a processor is quicker with those.
    #[inline]
    pub(crate) fn is_narrow(&self) -> bool {
        self.total() < 1 << 31
    }

    #[inline]
    fn narrow_gap(&self, below_x: u64, below_y: u64) -> i64 {
        (below_x * self.m).cast_signed() - (below_y * self.n).cast_signed()
    }

    /// For each distinct value but the last: how many of each sample are at or below it, and the step to the
    /// next value.
    pub(crate) fn steps(&self) -> impl Iterator<Item = (u64, u64, f64)> + '_ {
        self.ties.windows(2).scan((0, 0), |(below_x, below_y), pair| {
            *below_x += pair[0].reference;
            *below_y += pair[0].current;
            Some((*below_x, *below_y, pair[1].value - pair[0].value))
        })
    }
}
