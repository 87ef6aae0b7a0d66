//! The web app, from sources to files that any static host can serve.

use std::fs;
use std::path::{Path, PathBuf};

use crate::digest;
use crate::error::{Error, Result};
use crate::page;
use crate::service_worker;
use crate::size;
use crate::tools::Tool;
use crate::viewer;
use crate::workspace::Workspace;

/// What `build` needs.
pub(crate) const TOOLS: [Tool; 5] =
    [Tool::WasmTarget, Tool::Trunk, Tool::WasmBindgen, Tool::WasmOpt, Tool::Esbuild];

/// The folders of what the page loads by itself. Trunk gives their files no hashes.
const FOLDERS: [&str; 4] = ["install", "sample", "viewer", "worker"];

/// Builds the web app into `dist/` and returns that folder.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    viewer::build(workspace)?;
    // Trunk builds offline, so that it takes no tools but ours; the crates have to be there before.
    workspace.command("cargo").args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]).run()?;
    let trunk = workspace
        .command("trunk")
        .args(["build", "--release", "--locked"])
        // Sixteen bytes at once, as the readers look at text.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-C target-feature=+simd128");
    // By convention any value of NO_COLOR counts; Trunk wants `true`.
    let trunk = match std::env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
        _ => trunk.env_remove("NO_COLOR"),
    };
    trunk.run()?;
    let dist = workspace.dist();
    finish(&dist).map_err(|error| error.within("finishing the page"))?;
    size::check(&dist)?;
    Ok(dist)
}

/// Does what Trunk does not: versions for the folders, a content security policy for the page, and its keeping.
fn finish(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let mut html = fs::read_to_string(&index).map_err(|error| Error::at(&index, &error))?;
    for folder in FOLDERS {
        html = page::with_folder(&html, folder, &version(dist, folder)?)?;
    }
    html = page::with_policy(&html)?;
    fs::write(&index, html).map_err(|error| Error::at(&index, &error))?;
    service_worker::finish(dist)
}

/// Names a folder by the content of its files, so that no cache hands out an old file to a new page. The files keep
/// their names: they refer to each other.
fn version(dist: &Path, name: &str) -> Result<String> {
    let folder = dist.join(name);
    let mut files = fs::read_dir(&folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<PathBuf>>>())
        .map_err(|error| {
            Error::at(&folder, &error).hint(format!("index.html must link what belongs into `{name}`"))
        })?;
    files.sort();
    let contents = files
        .iter()
        .map(|file| fs::read(file).map_err(|error| Error::at(file, &error)))
        .collect::<Result<Vec<_>>>()?;
    let versioned = format!("{name}-{}", digest::version(&contents));
    fs::rename(&folder, dist.join(&versioned)).map_err(|error| Error::at(&folder, &error))?;
    Ok(versioned)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FOLDERS, finish};

    #[test]
    fn folders_are_named_by_their_content() {
        let build = |worker: &str| {
            let dist = tempfile::tempdir().unwrap();
            let names =
                FOLDERS.map(|name| format!("<meta name=\"{name}\" content=\"{name}/a.js\">")).join("");
            let page = format!("<meta charset=\"utf-8\">{names}<script type=\"module\">1</script>");
            fs::write(dist.path().join("index.html"), page).unwrap();
            fs::write(dist.path().join("service-worker.js"), "").unwrap();
            for name in FOLDERS {
                fs::create_dir(dist.path().join(name)).unwrap();
                fs::write(dist.path().join(name).join("a.js"), worker).unwrap();
            }
            finish(dist.path()).unwrap();
            let page = fs::read_to_string(dist.path().join("index.html")).unwrap();
            let path =
                page.split("name=\"worker\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
            assert_eq!(fs::read_to_string(dist.path().join(path.unwrap())).unwrap(), worker);
            page
        };
        let first = build("one");
        assert_eq!(first, build("one"));
        assert_ne!(first, build("two"));
    }

    #[test]
    fn a_build_without_a_folder_is_an_error_that_says_what_to_do() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "").unwrap();
        let error = finish(dist.path()).unwrap_err().to_string();
        assert!(error.contains("install") && error.contains("\nhint: "), "{error}");
    }
}
