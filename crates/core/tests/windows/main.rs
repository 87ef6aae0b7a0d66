//! Windows: what they hold does not depend on how the rows come in, and like is compared with like.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod change;
#[path = "../common/mod.rs"]
mod common;
mod data;
mod held;
mod learn;
mod reading;
mod reference;
mod settings;
mod time;
