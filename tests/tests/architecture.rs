//! The shape of the repository, as ARCHITECTURE.md draws it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

/// Every arrow between the crates; a crate may use whatever the arrows lead to.
const ARROWS: [(&str, &[&str]); 9] = [
    ("driftglass-stats", &[]),
    ("driftglass-core", &["driftglass-stats"]),
    ("driftglass-data", &["driftglass-core"]),
    ("driftglass-report", &["driftglass-core"]),
    ("driftglass-history", &["driftglass-core"]),
    ("driftglass-embed", &["driftglass-report"]),
    ("driftglass-viewer", &["driftglass-report"]),
    ("driftglass", &["driftglass-embed", "driftglass-data", "driftglass-history"]),
    ("driftglass-web", &["driftglass-embed", "driftglass-data"]),
];

/// The crates that know no file system, network, clock, environment, threads or randomness: that is what
/// makes them give the same bytes natively and in a worker.
const PURE: [&str; 4] = ["stats", "core", "data", "report"];

/// Packages that would bring such knowledge in.
const WORLDLY: [&str; 21] = [
    "async-std",
    "crossbeam",
    "getrandom",
    "gloo",
    "instant",
    "js-sys",
    "memmap2",
    "num_cpus",
    "rand",
    "rayon",
    "reqwest",
    "rusqlite",
    "smol",
    "tempfile",
    "tokio",
    "ureq",
    "walkdir",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
    "web-time",
];

/// Modules of the standard library that are such knowledge.
const WORLDLY_MODULES: [&str; 6] =
    ["std::env", "std::fs", "std::net", "std::process", "std::thread", "std::time"];

const LONGEST_FILE: usize = 800;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn packages() -> Vec<Package> {
    let manifest = root().join("Cargo.toml");
    MetadataCommand::new().manifest_path(manifest).no_deps().exec().expect("cargo metadata").packages
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The Rust files below `folder`, which must hold some.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.expect("a folder's entry").path()) {
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(folder, &mut files);
    assert!(!files.is_empty(), "no Rust files in {}", folder.display());
    files.sort();
    files
}

/// The code of a file without its tests, which by convention come last.
fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The crates that the arrows lead to from `from`.
fn reachable(from: &str) -> BTreeSet<&'static str> {
    let place = ARROWS.iter().find(|(name, _)| *name == from);
    let (_, below) = place.unwrap_or_else(|| panic!("{from} has no place in the picture"));
    below.iter().flat_map(|name| reachable(name).into_iter().chain([*name])).collect()
}

#[test]
fn dependencies_run_one_way() {
    let packages = packages();
    for (name, _) in ARROWS {
        let package = packages.iter().find(|package| package.name == name);
        let package = package.unwrap_or_else(|| panic!("no crate {name}"));
        let allowed = reachable(name);
        for dependency in package.dependencies.iter().filter(|dependency| dependency.path.is_some()) {
            assert!(
                allowed.contains(dependency.name.as_str()),
                "{name} must not depend on {}, only on {allowed:?}",
                dependency.name
            );
        }
    }
}

#[test]
fn every_crate_has_its_place_in_the_picture() {
    let placed: BTreeSet<&str> = ARROWS
        .iter()
        .map(|(name, _)| *name)
        .chain(["driftglass-benches", "driftglass-tests", "xtask", "zstd"])
        .collect();
    let packages = packages();
    let found: BTreeSet<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    assert_eq!(found, placed);
}

#[test]
fn pure_crates_depend_on_nothing_worldly() {
    for package in packages() {
        if !PURE.iter().any(|name| package.name == format!("driftglass-{name}")) {
            continue;
        }
        for dependency in package.dependencies.iter().filter(|it| it.kind != DependencyKind::Development) {
            assert!(
                !WORLDLY.contains(&dependency.name.as_str()),
                "{} must not depend on {}: time, seeds and parallelism come in as arguments",
                package.name,
                dependency.name
            );
        }
    }
}

#[test]
fn pure_crates_use_nothing_worldly_of_the_standard_library() {
    for name in PURE {
        for file in rust_files(&root().join("crates").join(name).join("src")) {
            let code = read(&file);
            for (number, line) in without_tests(&code).lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                let used = WORLDLY_MODULES.iter().find(|module| code.contains(**module));
                assert!(used.is_none(), "{}:{}: {}", file.display(), number + 1, line.trim());
            }
        }
    }
}

#[test]
fn no_file_is_long() {
    let crates = fs::read_dir(root().join("crates")).expect("the folder of crates");
    let crates = crates.map(|entry| entry.expect("a crate's folder").path());
    for folder in crates.chain([root().join("web"), root().join("xtask")]) {
        for file in rust_files(&folder.join("src")) {
            let lines = read(&file).lines().count();
            assert!(lines < LONGEST_FILE, "{} has {lines} lines: split it", file.display());
        }
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = read(&root().join("Cargo.toml"));
    let (_, section) =
        manifest.split_once("\n[workspace.dependencies]\n").expect("the workspace's dependencies");
    let section = section.split("\n[").next().unwrap_or_default();
    // The workspace's own crates are named by what they are.
    let lines =
        section.lines().filter(|line| !line.is_empty() && !line.starts_with('#') && !line.contains("path ="));
    let mut count = 0;
    for line in lines {
        assert!(
            line.split_once(" # ").is_some_and(|(_, why)| !why.trim().is_empty()),
            "no reason beside: {line}"
        );
        count += 1;
    }
    assert!(count > 0, "no dependencies found");
}
