//! `driftglass init`: a configuration to begin with.

use super::profile::read;
use crate::args::InitArguments;
use crate::destination::Destination;
use crate::error::Result;
use driftglass_core::policy::{Rule, Settings};
use driftglass_core::{ColumnType, Role, Schema};
use driftglass_report::visible;
use std::fmt::Write;
use std::process::ExitCode;

/// Every key with its default, and what it does.
const TEMPLATE: &str = include_str!("driftglass.toml");

pub(super) fn run(arguments: &InitArguments) -> Result<ExitCode> {
    let destination = Destination::open_new(&arguments.output)?;
    let schema = Schema::learn(&read(&arguments.data, None, &arguments.reading)?);
    let text = TEMPLATE.to_owned() + &columns(&schema);
    if let (Some(path), false) = (destination.write(text.as_bytes())?, arguments.reading.quiet) {
        eprintln!("wrote {}: every line says what it does", path.display());
    }
    Ok(ExitCode::SUCCESS)
}

/// What the data hold, and a rule for a column that is their clock.
fn columns(schema: &Schema) -> String {
    let mut text = String::new();
    for column in &schema.columns {
        let kind = column.kind.map_or("of several types", ColumnType::name);
        let role = if column.unique { ", names rows" } else { "" };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "#   {}: {kind}{role}", visible(&column.name));
    }
    let mut clocks = schema.columns.iter().filter(|column| column.kind == Some(ColumnType::Datetime));
    if let (Some(clock), None) = (clocks.next(), clocks.next()) {
        let mut rule = Rule::for_columns(&clock.name);
        rule.role = Some(Role::Timestamp);
        let settings = Settings { rules: vec![rule], ..Settings::default() };
        text += "\n# The one column of times says when a row was made. Time goes on, so it is not tested.";
        text += &settings.to_toml();
    }
    text
}
