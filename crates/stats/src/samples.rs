//! Two samples: what every test of numbers reads.

use crate::pooled::Pooled;
use crate::{Distribution, Summary, Untestable};
use std::cell::OnceCell;

/// A reference and a current sample. Most tests walk along both side by side, and those of one pair share that walk and the moments.
#[derive(Debug, Clone)]
pub struct Samples<'a> {
    /// The reference sample.
    pub reference: &'a Distribution,
    /// The current sample.
    pub current: &'a Distribution,
    pooled: OnceCell<Pooled>,
    summaries: OnceCell<[Option<Summary>; 2]>,
}

impl<'a> Samples<'a> {
    /// Two samples; either may be empty, which each test says for itself.
    pub fn new(reference: &'a Distribution, current: &'a Distribution) -> Self {
        Self { reference, current, pooled: OnceCell::new(), summaries: OnceCell::new() }
    }

    /// What either looks like; `None` where it is empty.
    pub fn summaries(&self) -> [Option<Summary>; 2] {
        *self.summaries.get_or_init(|| [self.reference, self.current].map(Summary::of))
    }

    /// Both side by side, neither of them empty.
    pub(crate) fn pooled(&self) -> Result<&Pooled, Untestable> {
        if self.reference.is_empty() || self.current.is_empty() {
            return Err(Untestable::Empty);
        }
        Ok(self.pooled.get_or_init(|| Pooled::of(self.reference, self.current)))
    }

    /// The same, with more than one distinct value between them.
    pub(crate) fn varying(&self) -> Result<&Pooled, Untestable> {
        let pooled = self.pooled()?;
        if pooled.ties.len() < 2 { Err(Untestable::Constant) } else { Ok(pooled) }
    }
}
