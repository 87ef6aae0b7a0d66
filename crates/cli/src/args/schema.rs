//! `driftglass schema` as it is written.

use super::ReadingOptions;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    #[command(subcommand)]
    pub(crate) action: SchemaAction,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SchemaAction {
    /// Learn a schema from good data, to edit by hand
    Init {
        /// The data, as for report; several are one data set
        #[arg(required = true)]
        data: Vec<PathBuf>,
        /// Where to write; - is stdout
        #[arg(short, long, value_name = "FILE", default_value = "-")]
        output: PathBuf,
        /// Settings in TOML, of which the spellings of missing values count [default: driftglass.toml, where there is one]
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        #[command(flatten)]
        reading: ReadingOptions,
    },
}
