//! Looks whether the viewer is built, which `cargo xtask viewer` does.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a build script talks to cargo, and stops where it cannot"
)]

use std::fs;
use std::path::Path;

const FILES: [&str; 3] = ["start.js", "viewer.js", "viewer.wasm.gz"];

fn main() {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../web/viewer/dist");
    println!("cargo:rerun-if-changed={}", folder.display());
    let is_built = FILES.iter().all(|file| folder.join(file).is_file());
    let viewer = if is_built {
        let path = |file| fs::canonicalize(folder.join(file)).unwrap().display().to_string();
        let [start, script, program] = FILES.map(path);
        format!(
            "Some(Viewer {{ start: include_str!({start:?}), script: include_str!({script:?}), program: include_bytes!({program:?}) }})"
        )
    } else {
        "None".to_owned()
    };
    fs::write(Path::new(&std::env::var("OUT_DIR").unwrap()).join("viewer.rs"), viewer).unwrap();
}
