//! What the figures were measured on.

use std::fs;
use std::thread;

use crate::workspace::Workspace;

/// Names and values, in the order of the page.
pub(crate) fn describe(workspace: &Workspace) -> Vec<(&'static str, String)> {
    let said = |program: &str, line: &str| {
        let output = workspace.command(program).args(line.split(' ')).output().unwrap_or_default();
        output.trim().to_owned()
    };
    let cores =
        thread::available_parallelism().map_or_else(|_| "unknown".to_owned(), |cores| cores.to_string());
    vec![
        ("processor", value("/proc/cpuinfo", "model name")),
        ("cores", cores),
        ("memory", value("/proc/meminfo", "MemTotal")),
        ("system", said("uname", "-srm")),
        ("compiler", said("rustc", "--version")),
        ("Python", said("python3", "--version")),
        ("commit", said("git", "describe --always --dirty --abbrev=10")),
        ("day", said("date", "--utc +%F")),
    ]
}

/// What a file of the system says of a name, on the first line that begins with it.
fn value(file: &str, name: &str) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.split_once(':'));
    line.map_or("unknown", |(_, value)| value.trim()).to_owned()
}
