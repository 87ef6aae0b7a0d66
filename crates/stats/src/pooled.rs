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
    pub(crate) fn gap(&self, below_x: u64, below_y: u64) -> f64 {
        let (f, g) = (u128::from(below_x) * u128::from(self.m), u128::from(below_y) * u128::from(self.n));
        let gap = f.abs_diff(g);
        // Most fit into 64 bits, and those are converted by one instruction.
        i64::try_from(gap).map_or(gap as f64, |gap| gap as f64)
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
