//! What rustup and the operating system's packages bring.

use std::path::Path;

use super::announce;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

const WASM: &str = "wasm32-unknown-unknown";

/// Names of a browser that the tests can drive; `tests/e2e/support/browser.js` looks for the same.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVER: &str = "chromedriver";

pub(super) fn ensure_wasm_target(workspace: &Workspace) -> Result<()> {
    // Asked of rustc rather than rustup, which a distribution's Rust does not have.
    let library = workspace.command("rustc").args(["--print", "target-libdir", "--target", WASM]).output();
    if library.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    announce(&format!("the target {WASM}"), "Rust's standard library for the web app");
    workspace.command("rustup").args(["target", "add", WASM]).run().map_err(|error| {
        error.hint(format!("install Rust by rustup, or the package of {WASM} that belongs to yours"))
    })
}

pub(super) fn ensure_browser(workspace: &Workspace) -> Result<()> {
    if has_browser(workspace) {
        return Ok(());
    }
    announce("chromium and chromium-driver", "tests run in a real browser, without a window");
    install_browser(workspace).map_err(|error| {
        error.hint(format!("install Chromium or Chrome and its {DRIVER} yourself: both must be on PATH"))
    })
}

pub(super) fn ensure_valgrind(workspace: &Workspace) -> Result<()> {
    if workspace.has_program("valgrind") {
        return Ok(());
    }
    announce("valgrind", "counts the instructions of a run");
    apt_get(workspace, &["update"])
        .and_then(|()| apt_get(workspace, &["install", "--yes", "--no-install-recommends", "valgrind"]))
        .map_err(|error| error.hint("install valgrind yourself: it must be on PATH"))
}

fn install_browser(workspace: &Workspace) -> Result<()> {
    apt_get(workspace, &["update"])?;
    apt_get(workspace, &["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"])?;
    if has_browser(workspace) {
        Ok(())
    } else {
        Err(Error::new("the packages chromium and chromium-driver brought no browser"))
    }
}

fn has_browser(workspace: &Workspace) -> bool {
    workspace.has_program(DRIVER) && BROWSERS.iter().any(|name| workspace.has_program(name))
}

fn apt_get(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let user = workspace.command("id").arg("-u").output().unwrap_or_default();
    let command = match user.trim() {
        "0" => workspace.command("apt-get"),
        _ => workspace.command("sudo").args(["--non-interactive", "apt-get"]),
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).run()
}
