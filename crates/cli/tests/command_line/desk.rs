//! The binary as its user runs it, in a folder of its own.

use assert_cmd::Command;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with files in it, in which the binary runs.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// Puts a file on the desk.
    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Puts both files of the bundled sample on the desk.
    pub(crate) fn with_sample(self) -> Self {
        let sample =
            |name| fs::read(format!("{}/../../examples/adult/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        self.with("reference.csv", sample("reference.csv")).with("current.csv", sample("current.csv"))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, Vec::new())
    }

    /// Runs it with variables in its environment.
    pub(crate) fn run_in(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Run {
        Self::end(self.command(arguments).envs(variables.iter().copied()))
    }

    pub(crate) fn run_with(&self, arguments: &[&str], stdin: impl Into<Vec<u8>>) -> Run {
        Self::end(self.command(arguments).write_stdin(stdin))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("driftglass").unwrap();
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    fn end(command: &mut Command) -> Run {
        let output = command.output().unwrap();
        Run {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}
