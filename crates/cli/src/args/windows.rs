//! Windows of time, or of so many rows.

use clap::Args;
use driftglass_core::series::Length;
use driftglass_core::windows::{Learn, Reference, Season};

#[derive(Debug, Args)]
#[command(next_help_heading = "Over time")]
pub(crate) struct WindowOptions {
    /// Cut the data into windows, by --timestamp or by rows: 1h, 1d, 7d, 1000rows. Of two data sets the current one is cut;
    /// one alone is compared with itself
    #[arg(long, value_name = "STEP", conflicts_with = "split")]
    pub(super) every: Option<Length>,
    /// How much a window holds; without --every the last window alone is compared: --window 10000rows [default: as --every]
    #[arg(long, value_name = "LENGTH", conflicts_with = "split")]
    pub(super) window: Option<Length>,
    /// What windows are compared with: fixed (REFERENCE), first:N (windows), previous, rolling:30d (before the window) or
    /// expanding (all before it) [default: fixed; expanding where there is one data set]
    #[arg(long = "reference", value_name = "RULE", conflicts_with = "split")]
    pub(super) reference_rule: Option<Reference>,
    /// Compare like with like: the same part of a day or of a week
    #[arg(long, value_name = "day|week", conflicts_with = "split")]
    pub(super) season: Option<Season>,
    /// Learn the effect from which a change matters from the windows of the reference, for each column: mean+3sd or q0.99
    #[arg(long, value_name = "HOW", conflicts_with = "split")]
    pub(super) learn: Option<Learn>,
    /// The zone in which days begin, and whose time is meant where the data say none: Europe/Berlin, or +01:00 [default: UTC]
    #[arg(long, value_name = "ZONE", conflicts_with = "split")]
    pub(super) zone: Option<String>,
}
