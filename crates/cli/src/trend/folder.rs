//! A folder of reports as a trend.

use super::history::{column, outcome, seconds};
use crate::error::{Error, Result};
use crate::gate::FailOn;
use crate::saved;
use driftglass_core::Report;
use driftglass_core::policy::Settings;
use driftglass_history::{Score, time_of_data};
use driftglass_report::{Trend, TrendRun};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The reports of a folder.
pub(crate) struct Folder {
    /// All of them as a trend, in the order of their paths.
    pub(crate) trend: Trend,
    /// Where each is.
    pub(crate) paths: Vec<PathBuf>,
    /// What was left out, and why.
    pub(crate) left_out: Vec<String>,
}

/// Reads the reports of a folder and of the folders in it, but for `except`. Files that differ in their endings alone are one report.
pub(crate) fn of_folder(folder: &Path, except: &Path) -> Result<Folder> {
    let mut files = BTreeMap::new();
    collect(folder, except, &mut files)?;
    let mut found = Folder { trend: Trend::default(), paths: Vec::new(), left_out: Vec::new() };
    for (stem, file) in files {
        match saved::report(&file) {
            Ok(report) => {
                let name = stem.strip_prefix(folder).unwrap_or(&stem).display().to_string();
                found.trend.runs.push(trend_run(name, &report));
                found.paths.push(file);
            }
            Err(why) => found.left_out.push(format!("{}: {why}", file.display())),
        }
    }
    Ok(found)
}

/// Files by their paths without endings; JSON comes before a page of the same report.
fn collect(folder: &Path, except: &Path, files: &mut BTreeMap<PathBuf, PathBuf>) -> Result<()> {
    let failed = |error: std::io::Error| Error::io(&folder.display().to_string(), &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
        if kind.is_dir() {
            // The site may be within; a folder that cannot be told from it is read, and says so itself.
            if fs::canonicalize(&path).ok().as_deref() != Some(except) {
                collect(&path, except, files)?;
            }
            continue;
        }
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("json") => {
                files.insert(path.with_extension(""), path);
            }
            Some("html" | "htm") => {
                files.entry(path.with_extension("")).or_insert(path);
            }
            _ => {}
        }
    }
    Ok(())
}

fn trend_run(name: String, report: &Report) -> TrendRun {
    let created = report.created_at.as_ref().and_then(|at| at.parse().ok());
    let [_, data_to] = time_of_data(report);
    let policy = &report.policy;
    let scores = report.columns.iter().enumerate().map(|(place, of)| Score::of(place, of));
    TrendRun {
        name,
        at: created.or(data_to).map(seconds),
        outcome: outcome(FailOn::Dataset.judge(report)),
        tested: report.summary.tested,
        drifted: report.summary.drifted,
        reference: report.reference.name.clone(),
        current: report.current.name.clone(),
        columns: scores.map(column).collect(),
        limits: policy.moderate.get().zip(policy.severe.get()).map(Into::into),
        remarks: Vec::new(),
        facts: Vec::new(),
        policy: Settings::from(policy).to_toml(),
        page: None,
    }
}
