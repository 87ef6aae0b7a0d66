//! `driftglass history export`: the whole history for other programs.

use crate::destination::Destination;
use crate::error::{Error, Result};
use crate::sources::Sources;
use crate::trend;
use driftglass_history::{Export, History, runs_as_csv, scores_as_csv};
use driftglass_report::trend_page;
use std::path::Path;

/// What the ending of the file asks for.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Csv,
    Html,
}

pub(super) fn write(
    history: &History,
    file: &Path,
    output: &Path,
    scores: bool,
    failed: impl Fn(driftglass_history::Error) -> Error,
) -> Result<()> {
    let format = format_of(output)?;
    if scores && !matches!(format, Format::Csv) {
        return Err(Error::new(format!("--scores is for .csv, and {} is none", output.display()))
            .with_hint("add -o scores.csv, or leave --scores out: .json and .html have them"));
    }
    let destination = Destination::open(output, &Sources::default().with("history", Some(file)))?;
    let export = || Export::of(history).map_err(&failed);
    let text = match (format, scores) {
        (Format::Json, _) => export()?.to_json(),
        (Format::Csv, false) => runs_as_csv(&export()?),
        (Format::Csv, true) => scores_as_csv(&export()?),
        (Format::Html, _) => {
            let runs = history.runs().map_err(&failed)?;
            trend_page(&trend::of_history(history, &runs).map_err(&failed)?)
        }
    };
    if let Some(path) = destination.write(text.as_bytes())? {
        eprintln!("wrote {}", path.display());
    }
    Ok(())
}

fn format_of(output: &Path) -> Result<Format> {
    match output.extension().and_then(|extension| extension.to_str()) {
        Some(extension) if extension.eq_ignore_ascii_case("json") => Ok(Format::Json),
        Some(extension) if extension.eq_ignore_ascii_case("csv") => Ok(Format::Csv),
        Some(extension) if extension.eq_ignore_ascii_case("html") => Ok(Format::Html),
        _ if output == Path::new("-") => Ok(Format::Json),
        _ => Err(Error::new(format!("{}: the extension names no format", output.display()))
            .with_hint("use .json, .csv or .html")),
    }
}
