//! `driftglass report`.

use crate::args::ReportArguments;
use crate::error::Result;
use std::process::ExitCode;

pub(super) fn run(arguments: &ReportArguments) -> Result<ExitCode> {
    let outputs = super::open(&arguments.outputs)?;
    let report = super::compare_inputs(&arguments.inputs, &arguments.options)?;
    super::write(outputs, &report, arguments.options.is_static, arguments.options.reading.quiet)?;
    Ok(ExitCode::SUCCESS)
}
