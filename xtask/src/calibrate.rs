//! The simulation that proves the error rates of the verdicts.

use crate::error::Result;
use crate::workspace::Workspace;

/// Simulates on all cores and writes the page of the results; fails where a cell leaves its rate.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    workspace
        .command("cargo")
        .args(["run", "--release", "--locked", "--package", "driftglass-tests", "--bin", "calibrate", "--"])
        .arg(workspace.root.join("docs/calibration.md"))
        .run()
}
