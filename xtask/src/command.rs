//! Other programs, and what is said when they fail.

use std::ffi::OsStr;
use std::iter;
use std::path::Path;
use std::process;

use crate::error::{Error, Result};

/// A program with its arguments.
pub(crate) struct Command {
    inner: process::Command,
}

impl Command {
    pub(crate) fn new(program: &str) -> Self {
        let mut inner = process::Command::new(program);
        // No step asks anything: a test run ends by itself.
        inner.stdin(process::Stdio::null());
        Self { inner }
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.inner.arg(argument);
        self
    }

    pub(crate) fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.inner.env(name, value);
        self
    }

    pub(crate) fn env_remove(mut self, name: &str) -> Self {
        self.inner.env_remove(name);
        self
    }

    pub(crate) fn directory(mut self, folder: &Path) -> Self {
        self.inner.current_dir(folder);
        self
    }

    /// Prints the command and runs it to its end; any exit code but 0 is an error.
    pub(crate) fn run(mut self) -> Result<()> {
        let line = self.line();
        println!("$ {line}");
        let status =
            self.inner.status().map_err(|error| Error::new(format!("`{line}` does not start: {error}")))?;
        if status.success() { Ok(()) } else { Err(Error::new(format!("`{line}` failed ({status})"))) }
    }

    /// What the command prints to its standard output, if it starts and succeeds.
    pub(crate) fn output(mut self) -> Option<String> {
        let output = self.inner.output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The command as a person would type it.
    fn line(&self) -> String {
        let words = iter::once(self.inner.get_program()).chain(self.inner.get_args());
        let quoted = words.map(|word| match word.to_string_lossy() {
            text if text.contains(char::is_whitespace) => format!("'{text}'"),
            text => text.into_owned(),
        });
        quoted.collect::<Vec<_>>().join(" ")
    }
}
