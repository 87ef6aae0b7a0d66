//! What the command line says of a run, as the table `run` of a configuration has it.

use super::{CheckArguments, Options, ReportArguments, WindowOptions};
use crate::config::Run;

impl ReportArguments {
    /// What the command line says of the run.
    pub(crate) fn run(&self) -> Run {
        Run { outputs: self.outputs.clone(), ..run(&self.options, &self.inputs.windows) }
    }
}

impl CheckArguments {
    /// What the command line says of the run.
    pub(crate) fn run(&self) -> Run {
        Run {
            fail_on: self.fail_on,
            top: self.top,
            outputs: self.outputs.clone(),
            ..run(&self.options, &self.inputs.windows)
        }
    }
}

fn run(options: &Options, windows: &WindowOptions) -> Run {
    Run {
        history: options.history.clone(),
        schema: options.schema.clone(),
        importance: options.importance.clone(),
        every: windows.every,
        window: windows.window,
        reference: windows.reference_rule,
        season: windows.season,
        learn: windows.learn,
        zone: windows.zone.clone(),
        ..Run::default()
    }
}
