//! The script that keeps the page for when there is no network.

use std::fs;
use std::path::{Path, PathBuf};

use crate::digest;
use crate::error::{Error, Result};

const NAME: &str = "service-worker.js";

/// Puts the page's version and the list of its files before the script. This comes last: it looks at all other files.
pub(crate) fn finish(dist: &Path) -> Result<()> {
    let script = dist.join(NAME);
    let mut files = Vec::new();
    list(dist, &mut files).map_err(|error| Error::at(dist, &error))?;
    files.retain(|file| *file != script);
    files.sort();
    let contents = files
        .iter()
        .map(|file| fs::read(file).map_err(|error| Error::at(file, &error)))
        .collect::<Result<Vec<_>>>()?;
    let names: Vec<String> = files.iter().map(|file| address(dist, file)).collect();
    let code = fs::read_to_string(&script).map_err(|error| Error::at(&script, &error))?;
    let version = digest::version(&contents);
    let files = serde_json::Value::from(names);
    fs::write(&script, format!("const version = \"{version}\";\nconst files = {files};\n{code}"))
        .map_err(|error| Error::at(&script, &error))
}

/// A file's address, relative to the page's, which is the folder's own.
fn address(dist: &Path, file: &Path) -> String {
    let parts = file.strip_prefix(dist).unwrap_or(file).iter().map(|part| part.to_string_lossy());
    match parts.collect::<Vec<_>>().join("/") {
        name if name == "index.html" => "./".to_owned(),
        name => name,
    }
}

/// Every file of a folder and of those in it.
pub(crate) fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::finish;

    #[test]
    fn every_other_file_is_listed_and_any_change_is_a_version() {
        let build = |script: &str| {
            let dist = tempfile::tempdir().unwrap();
            fs::create_dir(dist.path().join("a-1")).unwrap();
            fs::write(dist.path().join("index.html"), "page").unwrap();
            fs::write(dist.path().join("a-1/a.js"), script).unwrap();
            fs::write(dist.path().join("service-worker.js"), "work();\n").unwrap();
            finish(dist.path()).unwrap();
            fs::read_to_string(dist.path().join("service-worker.js")).unwrap()
        };
        let first = build("one");
        assert!(first.contains("const files = [\"a-1/a.js\",\"./\"];\nwork();\n"), "{first}");
        assert_eq!(first, build("one"));
        assert_ne!(first, build("two"));
    }
}
