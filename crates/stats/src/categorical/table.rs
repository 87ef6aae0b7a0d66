//! The 2 x k table that the tests on counts read.

use crate::Untestable;

/// Counts of both samples by level, without the levels that neither has.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) levels: Vec<(u64, u64)>,
    pub(crate) n: u64,
    pub(crate) m: u64,
}

impl Table {
    /// Both samples, neither of them empty. Slices of unequal length are aligned from the start: a missing
    /// end counts as 0.
    pub(crate) fn new(reference: &[u64], current: &[u64]) -> Result<Self, Untestable> {
        let count = |counts: &[u64], i: usize| counts.get(i).copied().unwrap_or(0);
        let levels: Vec<(u64, u64)> = (0..reference.len().max(current.len()))
            .map(|i| (count(reference, i), count(current, i)))
            .filter(|&(x, y)| x + y > 0)
            .collect();
        let n = levels.iter().map(|level| level.0).sum();
        let m = levels.iter().map(|level| level.1).sum();
        if n == 0 || m == 0 { Err(Untestable::Empty) } else { Ok(Self { levels, n, m }) }
    }

    /// Both samples, with at least two levels between them.
    pub(crate) fn varying(reference: &[u64], current: &[u64]) -> Result<Self, Untestable> {
        let table = Self::new(reference, current)?;
        if table.levels.len() < 2 { Err(Untestable::Constant) } else { Ok(table) }
    }

    /// The four counts of a table with two levels: (first, second) of the reference, then of the current
    /// sample.
    pub(crate) fn two_by_two(reference: &[u64], current: &[u64]) -> Result<[(u64, u64); 2], Untestable> {
        match Self::varying(reference, current)?.levels[..] {
            [(a, c), (b, d)] => Ok([(a, b), (c, d)]),
            _ => Err(Untestable::Shape { needed: "two levels" }),
        }
    }

    pub(crate) fn total(&self) -> u64 {
        self.n + self.m
    }

    /// The degrees of freedom of a test of homogeneity.
    pub(crate) fn freedom(&self) -> f64 {
        (self.levels.len() - 1) as f64
    }
}

/// Whether some expected count of the 2 x k table is below 5 (Cochran's rule in its strict form), where the
/// chi-square distribution is not to be trusted and a Monte Carlo p-value is due. Levels that neither sample
/// has do not count.
pub fn sparse(reference: &[u64], current: &[u64]) -> bool {
    let Ok(table) = Table::new(reference, current) else { return true };
    let smaller = u128::from(table.n.min(table.m));
    // Whole numbers: expected = total of the level x size of the sample / size of both.
    table.levels.iter().any(|&(x, y)| u128::from(x + y) * smaller < 5 * u128::from(table.total()))
}
