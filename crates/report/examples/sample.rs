//! Writes a report on every surface: `sample [REPORT.json] FOLDER`. Without a report, one made by hand.

#[path = "../tests/sample/mod.rs"]
mod sample;

use driftglass_core::Report;
use driftglass_report::{TerminalOptions, html, markdown, terminal};
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = std::env::args().skip(1).collect::<Vec<_>>();
    let (reports, folder) = match arguments.as_slice() {
        [folder] => (
            vec![
                ("sample", sample::report()),
                ("hostile", sample::hostile()),
                ("days", sample::over_time(sample::report(), 60)),
                ("year", sample::over_time(sample::report(), 365)),
            ],
            folder,
        ),
        [file, folder] => (vec![("report", Report::from_json(&fs::read_to_string(file)?)?)], folder),
        _ => return Err("usage: sample [REPORT.json] FOLDER".into()),
    };
    fs::create_dir_all(folder)?;
    for (name, report) in reports {
        let file = |extension: &str| Path::new(folder).join(format!("{name}.{extension}"));
        fs::write(file("html"), html(&report, None))?;
        fs::write(file("md"), markdown(&report, &[]))?;
        fs::write(
            file("txt"),
            terminal(&report, &TerminalOptions { width: Some(120), ..TerminalOptions::default() }),
        )?;
    }
    Ok(())
}
