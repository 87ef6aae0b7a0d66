//! `driftglass site` as it is written.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct SiteArguments {
    /// A history, or a folder of reports: .json, or .html that has the viewer [default: the history of driftglass.toml]
    pub(crate) source: Option<PathBuf>,
    /// The folder of the site, which is made where there is none; begin with its index.html
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: PathBuf,
    /// Leave the viewer out of the runs' pages: no script, and the smallest files
    #[arg(long = "static")]
    pub(crate) is_static: bool,
    /// Say nothing on stderr but errors
    #[arg(long, short)]
    pub(crate) quiet: bool,
}
