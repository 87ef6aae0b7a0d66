//! Two-sample tests, divergences, effect sizes and corrections: numbers in, numbers out.
//!
//! Throughout, x is the reference sample of n values and y the current sample of m values. A numeric
//! test reads two [`Distribution`]s, a categorical one two slices of counts over the union of levels.
//! A test that its input does not allow returns [`Untestable`] with the reason; nothing here panics on data.

mod distribution;
mod outcome;

pub use distribution::Distribution;
pub use outcome::{Outcome, Untestable};
