//! Tests across the crates live in `tests/tests`; the simulation that proves the error rates lives here.

pub mod calibration;
