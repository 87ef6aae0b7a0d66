//! The way from an input to its profile: the same for the binary and the page.

use crate::per_thread::PerThread;
use crate::read::read_into;
use crate::table::Limits;
use crate::{Error, Input, ReadOptions, is_saved, saved};
use driftglass_core::{MissingTokens, Parallel, Profile};

/// Reads a whole input into a profile that knows where its rows came from and what was odd about them. A saved profile is
/// told by its first bytes, and is the profile.
pub fn profile(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
    missing: MissingTokens,
    parallel: &impl Parallel,
) -> Result<Profile, Error> {
    let (start, input) = input.peek(saved::FORMAT.len() as u64).map_err(|error| Error::io(name, &error))?;
    if is_saved(&start) {
        return Ok(saved::open_with(name, input, &missing)?.within(options.memory));
    }
    let empty = Profile::new(missing).within(options.memory);
    let mut profiles = PerThread::new(empty, options.memory, parallel);
    let summary = read_into(name, input, options, Limits::default(), &mut profiles)?;
    let mut profile = profiles.whole();
    profile.settle();
    profile.source = summary.source;
    profile.findings = summary.findings;
    Ok(profile)
}
