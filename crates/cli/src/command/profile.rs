//! `driftglass profile`: data in, a saved profile out.

use super::{keep, missing_tokens, read_options};
use crate::args::ProfileArguments;
use crate::config;
use crate::destination::Destination;
use crate::error::Result;
use crate::input::{Reading, together};
use crate::progress::Progress;
use crate::threads::Threads;
use driftglass_core::policy::Settings;
use std::process::ExitCode;

pub(super) fn run(arguments: &ProfileArguments) -> Result<ExitCode> {
    let destination = Destination::open(&arguments.output)?;
    let options = &arguments.reading;
    let given = Settings { missing: options.missing(), ..Settings::default() };
    let settings = given.over(config::load(arguments.config.as_deref())?);
    let progress = Progress::new(options.quiet);
    let reading = Reading {
        options: read_options(options)?,
        missing: missing_tokens(settings),
        threads: &Threads::new(options.threads)?,
        progress: &progress,
    };
    keep(&together(&arguments.data, &reading)?, destination, options.quiet)?;
    Ok(ExitCode::SUCCESS)
}
