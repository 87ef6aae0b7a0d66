//! `driftglass config`: a configuration looked over before a pipeline relies on it.

use crate::args::{ConfigAction, ConfigArguments};
use crate::config::{Config, schema};
use crate::destination::print;
use crate::error::Result;
use crate::importance::Importance;
use crate::output::Format;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(arguments: &ConfigArguments) -> Result<ExitCode> {
    let ConfigAction::Check { file } = &arguments.action;
    let config = Config::load(Some(file))?;
    config.settings.policy()?;
    if let Some(path) = &config.run.schema {
        schema(path)?;
    }
    if let Some(path) = &config.run.importance {
        Importance::read(path)?;
    }
    for output in config.run.outputs.iter().filter(|output| output.as_path() != Path::new("-")) {
        Format::of(output)?;
    }
    for hook in &config.hooks {
        hook.check_program()?;
    }
    print(format!("{}: can be used\n", file.display()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
