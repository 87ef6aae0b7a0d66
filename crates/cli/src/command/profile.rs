//! `driftglass profile`: data in, a saved profile out.

use super::{keep, missing_tokens, open_profile, read_options};
use crate::args::{ProfileArguments, ReadingOptions};
use crate::config::Config;
use crate::error::Result;
use crate::input::{Reading, together};
use crate::progress::Progress;
use crate::threads::Threads;
use driftglass_core::Profile;
use driftglass_core::policy::Settings;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) fn run(arguments: &ProfileArguments) -> Result<ExitCode> {
    let destination = open_profile(&arguments.output, &arguments.data)?;
    let profile = read(&arguments.data, arguments.config.as_deref(), &arguments.reading)?;
    let profile = match arguments.min_count {
        Some(least) => profile.without_rare(least),
        None => profile,
    };
    keep(&profile, destination, arguments.reading.quiet)?;
    Ok(ExitCode::SUCCESS)
}

/// The profile of files that are one data set.
pub(super) fn read(data: &[PathBuf], config: Option<&Path>, options: &ReadingOptions) -> Result<Profile> {
    let given = Settings { missing: options.missing(), ..Settings::default() };
    let settings = given.over(Config::load(config)?.settings);
    let progress = Progress::new(options.quiet);
    let reading = Reading {
        options: read_options(options)?,
        missing: missing_tokens(settings),
        threads: &Threads::new(options.threads)?,
        progress: &progress,
    };
    together(data, &reading)
}
