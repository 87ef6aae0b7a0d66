//! `driftglass config`: a configuration looked over before a pipeline relies on it.

use crate::args::{ConfigAction, ConfigArguments};
use crate::config::{Config, schema};
use crate::destination::print;
use crate::error::{Error, Result};
use crate::hook::Plan;
use crate::importance::Importance;
use driftglass_history::History;
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
    // Opened as a run opens them, and let go.
    super::open(&config.run.outputs, &super::sources_beside(Some(file), &config.run))?;
    for hook in &config.hooks {
        hook.check_program()?;
    }
    let plan = Plan::of(&config)?;
    match &config.run.history {
        Some(path) => check_history(path)?,
        None => plan.check_history()?,
    }
    print(format!("{}: can be used\n", file.display()).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Whether a run can be appended to a history, which may be yet to be made.
fn check_history(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Error::new(format!("{}: there is no folder {}", path.display(), folder.display()))
            .with_hint("make it first, or check the path"));
    }
    History::copy(path).map_err(|error| Error::history(path, &error))?;
    Ok(())
}
