//! Tests across the crates live in `tests/tests`; the simulation that proves the error rates lives here.

pub mod calibration;

use driftglass_core::{MissingTokens, Profile, Sequential};
use driftglass_data::{Error, Input, ReadOptions, profile};

/// The profile of a file of this name and content, read as the binary reads one that it knows nothing else of.
pub fn profile_of(name: &str, content: &[u8]) -> Result<Profile, Error> {
    profile(name, Input::stream(content), &ReadOptions::default(), MissingTokens::default(), &Sequential)
}
