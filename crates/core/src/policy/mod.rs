//! The rules of the verdict: what is compared, how, and what counts as drift.

mod preset;

pub use preset::{Correction, Preset};
