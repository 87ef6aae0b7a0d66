//! The built viewer, as what reports embed. The binary and the web app's worker take it from here, so that both write the
//! same file.

use driftglass_report::Viewer;

/// The viewer; `None` in a build that was made before the viewer was.
pub const VIEWER: Option<Viewer> = include!(concat!(env!("OUT_DIR"), "/viewer.rs"));
