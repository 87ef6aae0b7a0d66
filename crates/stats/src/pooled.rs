//! Both samples side by side: what every rank and distribution-function method walks along.

use crate::{Distribution, Untestable};

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
    /// Both samples, neither of them empty.
    pub(crate) fn new(reference: &Distribution, current: &Distribution) -> Result<Self, Untestable> {
        if reference.is_empty() || current.is_empty() {
            return Err(Untestable::Empty);
        }
        let mut ties = Vec::with_capacity(reference.distinct() + current.distinct());
        let mut left = reference.pairs().peekable();
        let mut right = current.pairs().peekable();
        loop {
            let value = match (left.peek(), right.peek()) {
                (Some(&(a, _)), Some(&(b, _))) => a.min(b),
                (Some(&(a, _)), None) => a,
                (None, Some(&(b, _))) => b,
                (None, None) => break,
            };
            let reference = left.next_if(|pair| pair.0 <= value).map_or(0, |pair| pair.1);
            let current = right.next_if(|pair| pair.0 <= value).map_or(0, |pair| pair.1);
            ties.push(Tie { value, reference, current });
        }
        Ok(Self { ties, n: reference.total(), m: current.total() })
    }

    /// Both samples, with more than one distinct value between them.
    pub(crate) fn varying(reference: &Distribution, current: &Distribution) -> Result<Self, Untestable> {
        let pooled = Self::new(reference, current)?;
        if pooled.ties.len() < 2 { Err(Untestable::Constant) } else { Ok(pooled) }
    }

    pub(crate) fn total(&self) -> u64 {
        self.n + self.m
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
