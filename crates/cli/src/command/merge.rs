//! `driftglass merge`: saved profiles in, the profile of all of them out.

use super::keep;
use crate::args::MergeArguments;
use crate::destination::Destination;
use crate::error::Result;
use crate::input::merged;
use std::process::ExitCode;

pub(super) fn run(arguments: &MergeArguments) -> Result<ExitCode> {
    let destination = Destination::open(&arguments.output)?;
    keep(&merged(&arguments.profiles, arguments.memory.memory())?, destination, arguments.quiet)?;
    Ok(ExitCode::SUCCESS)
}
