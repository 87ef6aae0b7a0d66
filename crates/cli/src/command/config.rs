//! `driftglass config`: a configuration looked over before a pipeline relies on it.

use crate::args::{ConfigAction, ConfigArguments};
use crate::config::{Config, schema};
use crate::destination::print;
use crate::error::Result;
use crate::hook::Plan;
use crate::importance::Importance;
use crate::record::Record;
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
    // Opened as a run opens them, and let go.
    super::open(&config.run.outputs, &super::sources_beside(Some(file), &config.run))?;
    for hook in &config.hooks {
        hook.check_program()?;
    }
    let plan = Plan::of(&config)?;
    let record = Record::open(config.run.history.as_deref(), true)?;
    if let (None, Some(error)) = (record, plan.without_history()) {
        eprint!("{}", error.as_note());
    }
    print(format!("{}: can be used\n", file.display()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
