//! The commands of `examples/pipelines`, run as their services would run them.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;
use yaml_rust2::{Yaml, YamlLoader};

fn example(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    fs::read_to_string(root.join(name)).unwrap()
}

fn yaml(name: &str) -> Yaml {
    YamlLoader::load_from_str(&example(&format!("pipelines/{name}"))).unwrap().remove(0)
}

/// A folder with a reference and current data that drifted.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for name in ["reference.csv", "current.csv"] {
        fs::write(folder.path().join(name), example(&format!("adult/{name}"))).unwrap();
    }
    folder
}

/// Runs a command line by the shell, where the binary is on the path.
fn run(line: &str, folder: &TempDir) -> Output {
    let binary = Path::new(env!("CARGO_BIN_EXE_driftglass")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder.path())
        .env("PATH", path)
        .env("HOME", folder.path())
        .env("GITHUB_STEP_SUMMARY", folder.path().join("summary.md"))
        .output();
    output.unwrap()
}

/// The command is stopped for drift, and leaves what it says it leaves.
fn is_stopped(line: &str, leaves: &[&str]) -> String {
    let folder = folder();
    let output = run(line, &folder);
    assert_eq!(output.status.code(), Some(1), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    for name in leaves {
        assert!(folder.path().join(name).metadata().is_ok_and(|file| file.len() > 0), "{name} of {line}");
    }
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn github() {
    let workflow = yaml("github.yml");
    let steps = workflow["jobs"]["check"]["steps"].as_vec().unwrap();
    let check = steps.iter().find(|step| step["name"].as_str() == Some("Check")).unwrap();
    let stdout =
        is_stopped(check["run"].as_str().unwrap(), &["drift.db", "drift.html", "drift.sarif", "summary.md"]);
    assert!(stdout.contains("\n::error title=age"), "{stdout}");
    let artifact = steps.iter().find(|step| step["with"]["sarif_file"].as_str().is_some()).unwrap();
    assert_eq!(artifact["with"]["sarif_file"].as_str(), Some("drift.sarif"));
    assert_eq!(artifact["if"].as_str(), Some("always()"));
}

#[test]
fn gitlab() {
    let job = &yaml("gitlab.yml")["drift"];
    let reports = &job["artifacts"]["reports"];
    let leaves = [
        "drift.db",
        job["artifacts"]["paths"][0].as_str().unwrap(),
        reports["junit"].as_str().unwrap(),
        reports["codequality"].as_str().unwrap(),
    ];
    is_stopped(job["script"][0].as_str().unwrap(), &leaves);
}

#[test]
fn jenkins() {
    let pipeline = example("pipelines/Jenkinsfile");
    let script = pipeline.split("'''").nth(1).unwrap();
    is_stopped(script, &["drift.db", "drift.html", "drift.xml"]);
    assert_eq!(pipeline.matches('{').count(), pipeline.matches('}').count());
}

#[test]
fn pre_commit() {
    let hook = &yaml("pre-commit.yaml")["repos"][0]["hooks"][0];
    let entry = hook["entry"].as_str().unwrap();
    is_stopped(&format!("driftglass schema init reference.csv -o schema.toml && {entry}"), &["schema.toml"]);
}

#[test]
fn cron() {
    let table = example("pipelines/crontab");
    let line = table.lines().find(|line| !line.starts_with('#')).unwrap();
    let command = line.splitn(6, ' ').nth(5).unwrap().replace("\\%", "%");
    let folder = folder();
    let output = run(&command, &folder);
    let mail = String::from_utf8(output.stdout).unwrap();
    assert!(mail.starts_with("1 of 15 columns drifted: age."), "{mail}");
    let reports = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(reports.into_iter().any(|name| name.to_string_lossy().starts_with("drift-20")));
    // Nothing is mailed where nothing drifted.
    fs::copy(folder.path().join("reference.csv"), folder.path().join("current.csv")).unwrap();
    let output = run(&command, &folder);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
