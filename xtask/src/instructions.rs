//! How many instructions the binary takes for fixed inputs: the same on every run of the same build, whatever else the
//! machine does, so that a regression shows that no clock would.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// Other systems have other libraries and other instructions.
pub(crate) const COUNTED_HERE: bool = cfg!(all(target_os = "linux", target_arch = "x86_64"));

/// By how much a count may exceed the baseline.
const TOLERANCE: f64 = 0.05;

/// Files of each kind: mixed columns as CSV, and many rows in gzip.
const INPUTS: [(&str, &str, &str); 2] = [
    ("adult", "examples/adult/reference.csv", "examples/adult/current.csv"),
    (
        "flights",
        "tests/golden/evidently/data/flights_reference.csv.gz",
        "tests/golden/evidently/data/flights_current.csv.gz",
    ),
];

type Counts = BTreeMap<String, u64>;

/// Fails where the binary takes more instructions than the baseline allows.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let path = baseline(workspace);
    let text = fs::read_to_string(&path).map_err(|error| Error::at(&path, &error))?;
    let before: Counts = serde_json::from_str(&text)
        .map_err(|error| Error::new(format!("{}: {error}", path.display())).hint(RENEW))?;
    let now = count_all(workspace)?;
    println!("\n{:<10} {:>15} {:>15} {:>9}", "input", "baseline", "now", "change");
    let mut exceeding = Vec::new();
    for (input, &count) in &now {
        let Some(&allowed) = before.get(input) else {
            return Err(Error::new(format!("{}: nothing of {input}", path.display())).hint(RENEW));
        };
        let change = count as f64 / allowed as f64 - 1.0;
        println!("{input:<10} {allowed:>15} {count:>15} {:>8.1}%", 100.0 * change);
        if change > TOLERANCE {
            exceeding.push(format!("{input} takes {:.1} % more instructions", 100.0 * change));
        }
    }
    if exceeding.is_empty() { Ok(()) } else { Err(Error::new(exceeding.join(", ")).hint(RENEW)) }
}

const RENEW: &str = "find out why, or where it is as it should be, `cargo xtask instructions --renew`";

/// Writes the counts of now as the baseline.
pub(crate) fn renew(workspace: &Workspace) -> Result<()> {
    let counts = count_all(workspace)?;
    let text = serde_json::to_string_pretty(&counts).map_err(|error| Error::new(error.to_string()))?;
    println!("{text}");
    let path = baseline(workspace);
    fs::write(&path, text + "\n").map_err(|error| Error::at(&path, &error))
}

fn baseline(workspace: &Workspace) -> PathBuf {
    workspace.root.join("benches/instructions.json")
}

fn count_all(workspace: &Workspace) -> Result<Counts> {
    workspace.command("cargo").args(["build", "--release", "--locked", "--package", "driftglass"]).run()?;
    let folder = workspace.target.join("instructions");
    fs::create_dir_all(&folder).map_err(|error| Error::at(&folder, &error))?;
    let count = |(name, reference, current): (&str, _, _)| {
        Ok((name.to_owned(), count(workspace, &folder, reference, current)?))
    };
    INPUTS.into_iter().map(count).collect()
}

/// The instructions of one report, on one thread and without the viewer, which need not be built.
fn count(workspace: &Workspace, folder: &Path, reference: &str, current: &str) -> Result<u64> {
    let counts = folder.join("callgrind.out");
    workspace
        .command("valgrind")
        .args(["--quiet", "--tool=callgrind"])
        .arg(format!("--callgrind-out-file={}", counts.display()))
        .arg(workspace.target.join("release/driftglass"))
        .args(["report", reference, current, "--threads", "1", "--static", "--quiet"])
        .args([Path::new("-o"), &folder.join("report.html"), Path::new("-o"), &folder.join("report.json")])
        .run()?;
    let text = fs::read_to_string(&counts).map_err(|error| Error::at(&counts, &error))?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ")?.parse().ok());
    total.ok_or_else(|| Error::new(format!("{}: no line of totals", counts.display())))
}
