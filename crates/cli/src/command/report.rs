//! `driftglass report`.

use crate::args::ReportArguments;
use crate::error::Result;
use crate::gate::FailOn;
use crate::record::{End, Record};
use std::process::ExitCode;

pub(super) fn run(arguments: &ReportArguments) -> Result<ExitCode> {
    let options = &arguments.options;
    let outputs = super::open(&arguments.outputs)?;
    let record = Record::open(options.history.as_deref())?;
    let report = super::compare_inputs(&arguments.inputs, options)?;
    let reports = super::write(outputs, &report, options.is_static, options.reading.quiet)?;
    if let Some(record) = record {
        // A report stops nothing; what it came to is the verdict on the data set.
        let gate = FailOn::Dataset;
        let (outcome, gate) = (gate.judge(&report), gate.to_string());
        record.append(&report, End { command: "report", gate, outcome, exit_code: 0, reports })?;
    }
    Ok(ExitCode::SUCCESS)
}
