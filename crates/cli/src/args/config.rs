//! `driftglass init` and `driftglass config` as they are written.

use super::ReadingOptions;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct InitArguments {
    /// Data as they will be compared, as for report
    #[arg(required = true)]
    pub(crate) data: Vec<PathBuf>,
    /// Where to write, if nothing is there yet; - is stdout
    #[arg(short, long, value_name = "FILE", default_value = crate::config::DEFAULT)]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
}

#[derive(Debug, Args)]
pub(crate) struct ConfigArguments {
    #[command(subcommand)]
    pub(crate) action: ConfigAction,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigAction {
    /// Say whether a configuration, and the files that it names, can be used
    Check {
        /// The configuration
        #[arg(default_value = crate::config::DEFAULT)]
        file: PathBuf,
    },
}
