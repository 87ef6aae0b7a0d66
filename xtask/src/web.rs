//! The web app, from sources to files that any static host can serve.

use std::fs;
use std::path::{Path, PathBuf};

use crate::digest;
use crate::error::{Error, Result};
use crate::page;
use crate::tools::Tool;
use crate::workspace::Workspace;

/// What `build` needs.
pub(crate) const TOOLS: [Tool; 4] = [Tool::WasmTarget, Tool::Trunk, Tool::WasmBindgen, Tool::WasmOpt];

/// Builds the web app into `dist/` and returns that folder.
pub(crate) fn build(workspace: &Workspace) -> Result<PathBuf> {
    // Trunk builds offline, so that it takes no tools but ours; the crates have to be there before.
    workspace.command("cargo").args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]).run()?;
    let trunk = workspace.command("trunk").args(["build", "--release", "--locked"]);
    // By convention any value of NO_COLOR counts; Trunk wants `true`.
    let trunk = match std::env::var_os("NO_COLOR") {
        Some(value) if !value.is_empty() => trunk.env("NO_COLOR", "true"),
        _ => trunk.env_remove("NO_COLOR"),
    };
    trunk.run()?;
    let dist = workspace.dist();
    finish(&dist).map_err(|error| error.within("finishing the page"))?;
    Ok(dist)
}

/// Does what Trunk does not: a version for the worker, and a content security policy for the page.
fn finish(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| at(&index, &error))?;
    let html = page::with_worker_in(&html, &version_worker(dist)?)?;
    let html = page::with_policy(&html)?;
    fs::write(&index, html).map_err(|error| at(&index, &error))
}

/// Moves the worker's files into a folder that their content names, so that no cache hands out an old
/// worker to a new page. They keep their names: they refer to each other.
fn version_worker(dist: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(dist)
        .map_err(|error| at(dist, &error))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && name(path).starts_with("worker"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Error::new(format!("{}: no worker among the files", dist.display()))
            .hint("index.html must link the binary `worker` with data-type=\"worker\""));
    }
    let contents = files
        .iter()
        .map(|file| fs::read(file).map_err(|error| at(file, &error)))
        .collect::<Result<Vec<_>>>()?;
    let folder = format!("worker-{}", digest::version(&contents));
    fs::create_dir_all(dist.join(&folder)).map_err(|error| at(dist, &error))?;
    for file in &files {
        fs::rename(file, dist.join(&folder).join(name(file))).map_err(|error| at(file, &error))?;
    }
    Ok(folder)
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn at(path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::finish;

    #[test]
    fn the_worker_moves_into_a_folder_that_its_content_names() {
        let dist = tempfile::tempdir().unwrap();
        let page = r#"<meta charset="utf-8"><meta name="driftglass-worker" content="worker.js"><script type="module">1</script>"#;
        let build = |worker: &str| {
            fs::write(dist.path().join("index.html"), page).unwrap();
            fs::write(dist.path().join("worker.js"), worker).unwrap();
            fs::write(dist.path().join("worker_bg.wasm"), "wasm").unwrap();
            finish(dist.path()).unwrap();
            fs::read_to_string(dist.path().join("index.html")).unwrap()
        };
        let first = build("one");
        assert_eq!(first, build("one"));
        assert_ne!(first, build("two"));
        let path = first.split("content=\"").nth(2).and_then(|rest| rest.split('"').next()).unwrap();
        assert_eq!(fs::read_to_string(dist.path().join(path)).unwrap(), "one");
        assert!(dist.path().join(path.replace("worker.js", "worker_bg.wasm")).is_file());
    }

    #[test]
    fn a_build_without_a_worker_is_an_error_that_says_what_to_do() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "").unwrap();
        let error = finish(dist.path()).unwrap_err().to_string();
        assert!(error.contains("no worker among the files") && error.contains("\nhint: "), "{error}");
    }
}
