//! The tools that the tasks need, each installed only where it is missing.

mod node;
mod pinned;
mod python;
mod system;

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::workspace::Workspace;
use pinned::{BINARYEN, ESBUILD, PINNED, TRUNK, WASM_BINDGEN};
pub(crate) use python::PythonPackages;

/// Something that a task needs on the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Rust's standard library for WebAssembly.
    WasmTarget,
    /// Builds the page.
    Trunk,
    /// Joins WebAssembly and JavaScript, and runs Rust tests in a browser.
    WasmBindgen,
    /// Makes WebAssembly smaller.
    WasmOpt,
    /// Makes scripts smaller.
    Esbuild,
    /// Chromium and its driver.
    Browser,
    /// The packages of `tests/e2e`.
    NodePackages,
    /// Counts instructions.
    Valgrind,
}

impl Tool {
    fn ensure(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::WasmTarget => system::ensure_wasm_target(workspace),
            Self::Trunk => TRUNK.ensure(workspace),
            Self::WasmBindgen => WASM_BINDGEN.ensure(workspace),
            Self::WasmOpt => BINARYEN.ensure(workspace),
            Self::Esbuild => ESBUILD.ensure(workspace),
            Self::Browser => system::ensure_browser(workspace),
            Self::NodePackages => node::ensure_packages(workspace),
            Self::Valgrind => system::ensure_valgrind(workspace),
        }
    }
}

/// Installs those of `tools` that are missing, in their order and each once.
pub(crate) fn ensure(tools: impl IntoIterator<Item = Tool>, workspace: &Workspace) -> Result<()> {
    let mut seen = Vec::new();
    for tool in tools {
        if !seen.contains(&tool) {
            tool.ensure(workspace)?;
            seen.push(tool);
        }
    }
    Ok(())
}

/// Where the pinned tools' programs are once they are installed below `tools`.
pub(crate) fn program_folders(tools: &Path) -> Vec<PathBuf> {
    PINNED.iter().map(|tool| tool.programs(tools)).collect()
}

/// What is said before anything is installed.
fn announce(what: &str, why: &str) {
    println!("installing {what} ({why}) …");
}
