//! What Evidently 0.7 does by default, so that a team can move over and compare.
//!
//! `nature` decides what a column is and whether Evidently tests it, `test` which test it gets, and `score` computes the
//! numbers that are Evidently's own.

mod nature;
mod score;
mod test;

pub(super) use nature::nature;
pub(super) use score::{chi_square_fit, jensen_shannon_nats, wasserstein_floored};
pub(super) use test::default_test;
