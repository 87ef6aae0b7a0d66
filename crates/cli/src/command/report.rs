//! `driftglass report`.

use crate::args::ReportArguments;
use crate::config::Config;
use crate::error::Result;
use crate::gate::FailOn;
use crate::record::{End, Record};
use crate::threads::Threads;
use driftglass_history::Decisions;
use std::path::PathBuf;
use std::process::ExitCode;

/// Where the report goes where nobody says.
const OUTPUT: &str = "driftglass.html";

pub(super) fn run(arguments: &ReportArguments) -> Result<ExitCode> {
    let options = &arguments.options;
    let config = Config::load(options.config.as_deref())?.under(arguments.run());
    let sources = super::sources(&arguments.inputs, options.config.as_deref(), &config.run)?;
    let outputs = match config.run.outputs.as_slice() {
        [] => super::open(&[PathBuf::from(OUTPUT)], &sources)?,
        outputs => super::open(outputs, &sources)?,
    };
    let record = Record::open(config.run.history.as_deref(), false)?;
    let threads = Threads::new(options.reading.threads)?;
    let report = super::compare_inputs(&arguments.inputs, options, &config, &threads)?;
    let reports = super::write(outputs, &report, &[], options.is_static, options.reading.quiet, &threads)?;
    if let Some(mut record) = record {
        // A report stops nothing and asks for nothing; what it came to is the verdict on the data set.
        let gate = FailOn::Dataset;
        let (outcome, gate) = (gate.judge(&report), gate.to_string());
        let end = End { command: "report", gate, outcome, exit_code: 0, exit_code_if_open: 0, reports };
        record.append(&report, end, &Decisions::default())?;
    }
    Ok(ExitCode::SUCCESS)
}
