//! `driftglass schema`: what data must be like, learned from data that are.

use super::profile::read;
use crate::args::{SchemaAction, SchemaArguments};
use crate::destination::Destination;
use crate::error::Result;
use driftglass_core::Schema;
use std::process::ExitCode;

pub(super) fn run(arguments: &SchemaArguments) -> Result<ExitCode> {
    let SchemaAction::Init { data, output, config, reading } = &arguments.action;
    let destination = Destination::open_new(output)?;
    let schema = Schema::learn(&read(data, config.as_deref(), reading)?);
    if let (Some(path), false) = (destination.write(schema.to_toml().as_bytes())?, reading.quiet) {
        eprintln!(
            "wrote {}: {} columns; edit it to what you know of the data",
            path.display(),
            schema.columns.len()
        );
    }
    Ok(ExitCode::SUCCESS)
}
