//! The way from an input to its profile: the same for the binary and the page.

use crate::{Error, Input, ReadOptions, read};
use driftglass_core::{MissingTokens, Profile};

/// Reads a whole input into a profile that knows where its rows came from and what was odd about them.
pub fn profile(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
    missing: MissingTokens,
) -> Result<Profile, Error> {
    let mut profile = Profile::new(missing);
    let summary = read(name, input, options, &mut |chunk| profile.observe(&chunk))?;
    profile.settle();
    profile.source = summary.source;
    profile.findings = summary.findings;
    Ok(profile)
}
