//! The folders that the tasks work in.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process;

use serde_json::Value;

use crate::command::Command;
use crate::error::{Error, Result};
use crate::tools;

/// Where the sources are, where cargo builds, and where the tools are kept.
pub(crate) struct Workspace {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the environment or a configuration puts it.
    pub(crate) target: PathBuf,
    /// The tools' cache, shared by all clones: `DRIFTGLASS_TOOLS`, or `driftglass/tools` in the user's cache.
    pub(crate) tools: PathBuf,
    path: OsString,
}

impl Workspace {
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or_else(|| Error::new("xtask is not inside the repository"))?
            .to_path_buf();
        let target = target_folder(&root)?;
        let tools = tools_folder()?;
        let path = search_path(&tools)?;
        Ok(Self { root, target, tools, path })
    }

    /// The page, as Trunk builds it.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A command that runs at the root and finds the project's tools before any others.
    pub(crate) fn command(&self, program: &str) -> Command {
        Command::new(program).directory(&self.root).env("PATH", &self.path)
    }

    /// Whether one of the project's tools, or of the machine's, has this name.
    pub(crate) fn has_program(&self, name: &str) -> bool {
        env::split_paths(&self.path).any(|folder| folder.join(name).is_file())
    }
}

fn target_folder(root: &Path) -> Result<PathBuf> {
    let output = process::Command::new("cargo")
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .output()
        .map_err(|error| Error::new(format!("cargo does not start: {error}")))?;
    let metadata: Value = serde_json::from_slice(&output.stdout).map_err(|_| {
        Error::new(format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim()))
    })?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| Error::new("cargo metadata names no target folder"))
}

fn tools_folder() -> Result<PathBuf> {
    let folder = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(tools) = folder("DRIFTGLASS_TOOLS") {
        return std::path::absolute(&tools)
            .map_err(|error| Error::new(format!("DRIFTGLASS_TOOLS={}: {error}", tools.display())));
    }
    folder("XDG_CACHE_HOME")
        .or_else(|| folder("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("driftglass").join("tools"))
        .ok_or_else(|| {
            Error::new("no folder to keep tools in: HOME is not set")
                .hint("set DRIFTGLASS_TOOLS to a folder that may hold about 150 MB")
        })
}

fn search_path(tools: &Path) -> Result<OsString> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = tools::program_folders(tools).into_iter().chain(env::split_paths(&inherited));
    env::join_paths(folders).map_err(|error| Error::new(format!("{}: {error}", tools.display())))
}
