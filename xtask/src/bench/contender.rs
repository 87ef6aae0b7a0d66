//! The programs that are compared.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::data::Pair;
use super::program::Programs;
use crate::tools::PythonPackages;
use crate::workspace::Workspace;

/// A program, and how it is run on two files.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    pub(crate) version: String,
    /// What it makes of the files.
    pub(crate) does: &'static str,
    program: PathBuf,
    /// Its arguments, with `REFERENCE`, `CURRENT` and `FOLDER` for what changes.
    arguments: String,
}

/// A program that is not there, and why.
pub(crate) struct Absent {
    pub(crate) name: &'static str,
    pub(crate) why: String,
}

/// A program in Python.
struct Script {
    name: &'static str,
    packages: PythonPackages,
    /// The packages whose versions count.
    shown: &'static [&'static str],
    does: &'static str,
}

const WHY: &str = "a program that driftglass is compared with";

const SCRIPTS: [Script; 4] = [
    Script {
        name: "Evidently",
        packages: PythonPackages::new("evidently", "benches/contenders/evidently/requirements.txt", WHY),
        shown: &["evidently", "pandas"],
        does: "its preset for drift, as HTML and JSON",
    },
    Script {
        name: "polars and scipy",
        packages: PythonPackages::new(
            "polars-scipy",
            "benches/contenders/polars_scipy/requirements.txt",
            WHY,
        ),
        shown: &["polars", "scipy"],
        does: "two tests per numeric column, one per other column, and no report: JSON",
    },
    Script {
        name: "whylogs",
        packages: PythonPackages::new("whylogs", "benches/contenders/whylogs/requirements.txt", WHY),
        shown: &["whylogs", "pandas"],
        does: "two sketched profiles, their drift scores as JSON",
    },
    Script {
        name: "NannyML",
        packages: PythonPackages::new("nannyml", "benches/contenders/nannyml/requirements.txt", WHY),
        shown: &["nannyml", "pandas"],
        does: "two methods per column, each file as one chunk, as CSV",
    },
];

/// Those that are there, and those that are not.
pub(crate) fn all(programs: &Programs, workspace: &Workspace) -> (Vec<Contender>, Vec<Absent>) {
    let mut contenders = vec![Contender::driftglass(programs), Contender::one_thread(programs)];
    let mut absent = Vec::new();
    for script in &SCRIPTS {
        match script.packages.ensure(workspace) {
            Ok(python) => contenders.push(script.contender(&python, workspace)),
            Err(error) => {
                println!("{error}");
                absent.push(Absent { name: script.name, why: error.to_string() });
            }
        }
    }
    let floor = |name, task, does| Contender {
        name,
        version: "benches/floor/Cargo.lock".to_owned(),
        does,
        program: programs.floor.clone(),
        arguments: format!("{task} REFERENCE CURRENT"),
    };
    contenders.push(floor(
        "floor: parsed",
        "parse",
        "every field split and parsed as a number, on one thread",
    ));
    contenders.push(floor("floor: sorted", "sort", "the same, and the numbers of each column sorted"));
    (contenders, absent)
}

impl Contender {
    /// The binary with default settings.
    pub(crate) fn driftglass(programs: &Programs) -> Self {
        Self {
            name: "driftglass",
            version: env!("CARGO_PKG_VERSION").to_owned(),
            does: "all its methods and relations between columns, as HTML and JSON",
            program: programs.driftglass.clone(),
            arguments: "report REFERENCE CURRENT -o FOLDER/report.html -o FOLDER/report.json --quiet"
                .to_owned(),
        }
    }

    fn one_thread(programs: &Programs) -> Self {
        let default = Self::driftglass(programs);
        Self {
            name: "driftglass, one thread",
            does: "the same",
            arguments: format!("{} --threads 1", default.arguments),
            ..default
        }
    }

    /// The command on these files, which writes into `folder`.
    pub(crate) fn command(&self, pair: &Pair, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.args(self.arguments.split(' ').map(|argument| match argument {
            "REFERENCE" => pair.reference.clone(),
            "CURRENT" => pair.current.clone(),
            other => match other.strip_prefix("FOLDER") {
                Some(inside) => folder.join(inside.trim_start_matches('/')),
                None => other.into(),
            },
        }));
        command
    }

    /// The command as a person would type it.
    pub(crate) fn line(&self) -> String {
        let program = self.program.file_name().unwrap_or_default().to_string_lossy();
        format!("{program} {}", self.arguments)
    }
}

impl Script {
    fn contender(&self, python: &Path, workspace: &Workspace) -> Contender {
        let script = Path::new(self.packages.requirements).with_file_name("run.py");
        Contender {
            name: self.name,
            version: self.versions(python, workspace),
            does: self.does,
            program: python.to_path_buf(),
            arguments: format!("{} REFERENCE CURRENT FOLDER", script.display()),
        }
    }

    /// What is installed of the packages that count.
    fn versions(&self, python: &Path, workspace: &Workspace) -> String {
        let list = workspace
            .command(&python.to_string_lossy())
            .args(["-m", "pip", "list", "--format", "freeze", "--disable-pip-version-check"])
            .output()
            .unwrap_or_default();
        let installed = list.lines().filter_map(|line| line.split_once("=="));
        let counted = installed.filter(|(name, _)| self.shown.contains(name));
        counted.map(|(name, version)| format!("{name} {version}")).collect::<Vec<_>>().join(", ")
    }
}
