//! Columns of texts and of instants: what drifts in them is found, and nothing else.

mod calibration;
#[path = "../common/mod.rs"]
mod common;
mod data;
mod instants;
mod texts;
