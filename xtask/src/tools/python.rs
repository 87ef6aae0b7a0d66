//! Python packages, each set in an environment of its own, because their requirements exclude each other's.

use std::fs;
use std::path::PathBuf;

use super::announce;
use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// A file of requirements, and what they are for.
pub(crate) struct PythonPackages {
    /// The environment's name.
    name: &'static str,
    /// The file of requirements, from the root of the repository.
    pub(crate) requirements: &'static str,
    /// Arguments to `pip install` besides.
    arguments: &'static [&'static str],
    why: &'static str,
}

impl PythonPackages {
    pub(crate) const fn new(name: &'static str, requirements: &'static str, why: &'static str) -> Self {
        Self { name, requirements, arguments: &[], why }
    }

    /// The same, with these arguments to `pip install`.
    pub(crate) const fn with_arguments(self, arguments: &'static [&'static str]) -> Self {
        Self { arguments, ..self }
    }

    /// Installs the packages where the requirements are not the ones that they were installed from, and returns the
    /// environment's Python.
    pub(crate) fn ensure(&self, workspace: &Workspace) -> Result<PathBuf> {
        let requirements_file = workspace.root.join(self.requirements);
        let requirements =
            fs::read(&requirements_file).map_err(|error| Error::at(&requirements_file, &error))?;
        let folder = workspace.tools.join(format!("python-{}", self.name));
        let python = folder.join("bin/python");
        let installed_from = folder.join(".installed-from");
        if fs::read(&installed_from).is_ok_and(|installed| installed == requirements) {
            return Ok(python);
        }
        announce(&format!("the Python packages of {}", self.requirements), self.why);
        workspace
            .command("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&folder)
            .run()
            .map_err(|error| error.hint("install Python 3 with its module venv"))?;
        workspace
            .command(&python.to_string_lossy())
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
            .arg(&requirements_file)
            .args(self.arguments)
            .run()
            .map_err(|error| error.hint("this step needs the package registry; try again"))?;
        fs::write(&installed_from, requirements).map_err(|error| Error::at(&installed_from, &error))?;
        Ok(python)
    }
}
