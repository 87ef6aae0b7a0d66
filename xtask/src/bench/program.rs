//! The project's own programs, as they are released.

use std::path::PathBuf;

use crate::error::Result;
use crate::workspace::Workspace;

/// Where they are.
pub(crate) struct Programs {
    pub(crate) driftglass: PathBuf,
    /// What no report can do without: benches/floor.
    pub(crate) floor: PathBuf,
    /// Generates tables.
    pub(crate) table: PathBuf,
}

impl Programs {
    pub(crate) fn build(workspace: &Workspace) -> Result<Self> {
        let cargo = || workspace.command("cargo").args(["build", "--release", "--locked"]);
        cargo().args(["--package", "driftglass", "--package", "driftglass-benches"]).run()?;
        let floor = workspace.target.join("floor");
        cargo().args(["--manifest-path", "benches/floor/Cargo.toml", "--target-dir"]).arg(&floor).run()?;
        let release = workspace.target.join("release");
        Ok(Self {
            driftglass: release.join("driftglass"),
            floor: floor.join("release/driftglass-floor"),
            table: release.join("driftglass-table"),
        })
    }
}
