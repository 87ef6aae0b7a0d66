//! The viewer, from sources to the bytes that reports embed.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result};
use crate::tools::Tool;
use crate::workspace::Workspace;

/// What `build` needs.
pub(crate) const TOOLS: [Tool; 4] = [Tool::WasmTarget, Tool::WasmBindgen, Tool::WasmOpt, Tool::Esbuild];

/// What the viewer may add to a report, in bytes of gzip.
const BUDGET: usize = 150_000;

/// What wasm-opt may use: what every browser knows that the viewer runs in, and no more.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds the viewer into `web/viewer/dist`, where the crate `driftglass-embed` finds it.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    let wasm = "wasm32-unknown-unknown";
    workspace
        .command("cargo")
        .args(["build", "--locked", "--package", "driftglass-viewer", "--bin", "viewer"])
        .args(["--profile", "viewer", "--target", wasm])
        // A report must not tell where on whose machine its viewer was built.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remap(workspace))
        .run()?;
    let folder = workspace.target.join("viewer");
    fs::create_dir_all(&folder).map_err(|error| Error::at(&folder, &error))?;
    workspace
        .command("wasm-bindgen")
        .args(["--target", "no-modules", "--no-typescript", "--out-name", "viewer", "--out-dir"])
        .arg(&folder)
        .arg(workspace.target.join(wasm).join("viewer/viewer.wasm"))
        .run()?;
    let small = folder.join("viewer.wasm");
    workspace
        .command("wasm-opt")
        // Flat code lets blocks be found and ordered anew, which is a hundredth smaller.
        .args(["--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"])
        .args(FEATURES)
        .arg(folder.join("viewer_bg.wasm"))
        .arg("-o")
        .arg(&small)
        .run()?;
    let script = short(workspace, &folder.join("viewer.js"))?;
    let start = short(workspace, &workspace.root.join("web/viewer/src/start.js"))?;
    let program = gzip(&read(&small)?)?;
    let size = program.len() + gzip(&script)?.len() + start.len();
    println!("the viewer is {size} bytes in gzip, of {BUDGET}");
    if size > BUDGET {
        return Err(Error::new(format!("the viewer is {size} bytes in gzip, and may be {BUDGET}"))
            .hint("what a function weighs: wasm-opt --func-metrics on target/viewer/viewer_bg.wasm"));
    }
    let dist = workspace.root.join("web/viewer/dist");
    write(&dist.join("start.js"), &start)?;
    write(&dist.join("viewer.js"), &script)?;
    write(&dist.join("viewer.wasm.gz"), &program)
}

/// A script without what only its readers need. It comes from no address, which what wasm-bindgen writes would ask for: a page in
/// a sandbox has none. ASCII alone, since the page knows the script by its bytes, whatever the encoding it is saved in again.
fn short(workspace: &Workspace, script: &Path) -> Result<Vec<u8>> {
    let short = workspace.target.join("viewer/short.js");
    workspace
        .command("esbuild")
        .arg(script)
        .args(["--minify", "--charset=ascii", "--define:document.currentScript=null", "--log-level=warning"])
        .arg(format!("--outfile={}", short.display()))
        .run()?;
    read(&short)
}

/// The least gzip that can be had, as it is in every report; the same bytes for the same input.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)
        .map_err(|error| Error::new(format!("gzip: {error}")))?;
    Ok(packed)
}

/// Paths in messages as if every machine had the same folders.
fn remap(workspace: &Workspace) -> String {
    let home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let of_crates = home.map(|home| format!(" --remap-path-prefix={home}=/cargo")).unwrap_or_default();
    format!("--remap-path-prefix={}=/driftglass{of_crates}", workspace.root.display())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| Error::at(path, &error))
}

/// Leaves a file alone that is as it should be, so that nothing is built anew for it.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(|error| Error::at(path, &error))
}
