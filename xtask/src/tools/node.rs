//! Node.js, and the packages of the browser tests.

use std::fs;

use super::announce;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// The first with all of `node --test` that the tests use.
const OLDEST_NODE: u32 = 20;

/// Installs the packages where the lock file is not the one that they were installed from.
pub(super) fn ensure_packages(workspace: &Workspace) -> Result<()> {
    ensure_node(workspace)?;
    let folder = workspace.root.join("tests/e2e");
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read(&lock_file).map_err(|error| Error::at(&lock_file, &error))?;
    let installed_from = folder.join("node_modules/.installed-from");
    if fs::read(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    announce("the packages of tests/e2e", "they drive the browser and check the pages");
    workspace
        .command("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .directory(&folder)
        .run()
        .map_err(|error| error.hint("this step needs the package registry; try again"))?;
    fs::write(&installed_from, lock).map_err(|error| Error::at(&installed_from, &error))
}

/// Node itself is the machine's: which one, its owner decides.
pub(super) fn ensure_node(workspace: &Workspace) -> Result<()> {
    let version = workspace.command("node").arg("--version").output().unwrap_or_default();
    let major =
        version.trim().trim_start_matches('v').split('.').next().and_then(|text| text.parse::<u32>().ok());
    let found = match major {
        Some(major) if major >= OLDEST_NODE => return Ok(()),
        Some(_) => format!("node is {}", version.trim()),
        None => "node is missing".to_owned(),
    };
    Err(Error::new(format!("{found}, and the browser parts need version {OLDEST_NODE} or later"))
        .hint("install Node.js with npm, and try again"))
}
