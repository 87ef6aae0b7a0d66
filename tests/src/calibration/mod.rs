//! Do the verdicts hold the error rate that they claim, and do they see what they must?
//!
//! Data are drawn, written as the text of a file, profiled and compared as a user's would be; what is counted is read
//! from the report. A repeat has a seed of its own, so that the counts depend on nothing but the design.

mod cell;
mod changes;
mod check;
mod dating;
mod false_alarms;
mod log;
mod markdown;
mod power;
mod sample;
mod shape;
mod week;

pub use cell::Cell;
pub use changes::{Columns, LARGE, Unchanging, Windows};
pub use check::{alarms, departures};
pub use dating::{Dated, TURNS, Turn};
pub use false_alarms::{Design, FalseAlarms, Rates};
pub use markdown::{OverTime, Page};
pub use power::{CASES, Case, Power};
pub use shape::Shape;
pub use week::{ASKED, Asked, DAYS, Days, RESTLESS, ROWS, Said, WEEKEND, WEEKS};

use driftglass_core::policy::Preset;

/// The level that p-values are held against: the default of every preset.
pub const ALPHA: f64 = 0.05;

/// The presets that are compared, the default first.
pub const PRESETS: [Preset; 3] = [Preset::Calibrated, Preset::Classic, Preset::Evidently];
