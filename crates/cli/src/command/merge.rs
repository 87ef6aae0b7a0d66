//! `driftglass merge`: saved profiles in, the profile of all of them out.

use super::{keep, open_profile};
use crate::args::MergeArguments;
use crate::error::Result;
use crate::input::merged;
use std::process::ExitCode;

pub(super) fn run(arguments: &MergeArguments) -> Result<ExitCode> {
    let destination = open_profile(&arguments.output, &arguments.profiles)?;
    keep(&merged(&arguments.profiles, arguments.memory.memory())?, destination, arguments.quiet)?;
    Ok(ExitCode::SUCCESS)
}
