//! Tools at one version, in a cache of the project's own.

use std::fs;
use std::path::{Path, PathBuf};

use super::{announce, node};
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// A package with programs, from a package registry.
pub(super) struct Pinned {
    package: &'static str,
    version: &'static str,
    /// The program that tells whether the tool is there, by `--version`.
    program: &'static str,
    /// The word by which that program names its version.
    says: &'static str,
    why: &'static str,
    source: Source,
}

enum Source {
    /// `cargo install`, with these arguments besides.
    Cargo(&'static [&'static str]),
    /// `npm install`.
    Npm,
}

pub(super) const TRUNK: Pinned = Pinned {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    says: "0.21.14",
    why: "builds the web app; this takes some minutes, once",
    source: Source::Cargo(&["--locked"]),
};

/// At the version of the crate, which a test holds: the two read each other's output.
pub(super) const WASM_BINDGEN: Pinned = Pinned {
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    says: "0.2.130",
    why: "joins WebAssembly and JavaScript, and runs Rust tests in a browser; this takes some minutes, once",
    // Without --locked: its lock file names a version that cannot be had.
    source: Source::Cargo(&[]),
};

pub(super) const BINARYEN: Pinned = Pinned {
    package: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    says: "132",
    why: "its wasm-opt makes the web app smaller",
    source: Source::Npm,
};

pub(super) const ESBUILD: Pinned = Pinned {
    package: "esbuild",
    version: "0.28.2",
    program: "esbuild",
    says: "0.28.2",
    why: "makes the script smaller that is in every report",
    source: Source::Npm,
};

pub(super) const PINNED: [Pinned; 4] = [TRUNK, WASM_BINDGEN, BINARYEN, ESBUILD];

impl Pinned {
    pub(super) fn ensure(&self, workspace: &Workspace) -> Result<()> {
        if self.is_present(workspace) {
            return Ok(());
        }
        if matches!(self.source, Source::Npm) {
            node::ensure_node(workspace)?;
        }
        announce(&format!("{} {}", self.package, self.version), self.why);
        self.install(workspace)?;
        if self.is_present(workspace) {
            return Ok(());
        }
        Err(Error::new(format!(
            "{} is installed, but does not say that it is {}",
            self.program, self.version
        ))
        .hint(format!("remove {} and try again", self.folder(&workspace.tools).display())))
    }

    /// The folder of the tool's programs.
    pub(super) fn programs(&self, tools: &Path) -> PathBuf {
        let inside = match self.source {
            Source::Cargo(_) => "bin",
            Source::Npm => "node_modules/.bin",
        };
        self.folder(tools).join(inside)
    }

    fn folder(&self, tools: &Path) -> PathBuf {
        tools.join(format!("{}-{}", self.package, self.version))
    }

    fn is_present(&self, workspace: &Workspace) -> bool {
        let printed = workspace.command(self.program).arg("--version").output();
        printed.is_some_and(|text| text.split_whitespace().any(|word| word == self.says))
    }

    fn install(&self, workspace: &Workspace) -> Result<()> {
        let folder = self.folder(&workspace.tools);
        fs::create_dir_all(&folder)
            .map_err(|error| Error::at(&folder, &error).hint("set DRIFTGLASS_TOOLS to another folder"))?;
        let command = match self.source {
            Source::Npm => workspace
                .command("npm")
                .args(["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--prefix"])
                .arg(&folder)
                .arg(format!("{}@{}", self.package, self.version)),
            Source::Cargo(arguments) => workspace
                .command("cargo")
                .args(["install", self.package, "--version", self.version])
                .args(arguments)
                .arg("--root")
                .arg(&folder)
                // The tool's own build has no place in the project's target folder.
                .env_remove("CARGO_TARGET_DIR"),
        };
        command.run().map_err(|error| {
            error.within(self.package).hint("this step needs the package registry; try again")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;

    #[test]
    fn the_tool_and_the_crate_have_one_version() {
        let lock = include_str!("../../../Cargo.lock").replace("\r\n", "\n");
        let entry = format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version);
        assert!(lock.contains(&entry), "Cargo.lock has another version than {}", WASM_BINDGEN.version);
    }
}
