//! The viewer as a program: it waits to be shown a report.

use driftglass_viewer as _;

fn main() {}
