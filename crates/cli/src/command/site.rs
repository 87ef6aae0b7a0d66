//! `driftglass site`: a history or a folder of reports as pages for a static host.

use crate::args::SiteArguments;
use crate::config::Config;
use crate::destination::Destination;
use crate::error::{Error, Result};
use crate::saved::{self, Saved};
use crate::sources::Sources;
use crate::trend::{Folder, of_folder, of_history, report_of};
use driftglass_embed::VIEWER;
use driftglass_history::History;
use driftglass_report::{RunEvidence as Evidence, Trend, is_trend_page, run_page, trend_page, visible};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The folder of the runs' pages.
const RUNS: &str = "runs";

/// The page that leads to them.
const INDEX: &str = "index.html";

/// What the name of a page may take.
const LONGEST: usize = 80;

pub(super) fn run(arguments: &SiteArguments) -> Result<ExitCode> {
    let site = Site { folder: &arguments.output, is_static: arguments.is_static, quiet: arguments.quiet };
    let source = match &arguments.source {
        Some(source) => source.clone(),
        None => Config::load(None)?.run.history.ok_or_else(|| {
            Error::new("nothing is named to make a site of")
                .with_hint("name a history or a folder of reports, or a history in driftglass.toml")
        })?,
    };
    let written = if source.is_dir() { site.of_folder(&source) } else { site.of_history(&source) };
    written.map(|()| ExitCode::SUCCESS)
}

/// A site to be written.
struct Site<'a> {
    folder: &'a Path,
    is_static: bool,
    quiet: bool,
}

impl Site<'_> {
    fn of_history(&self, path: &Path) -> Result<()> {
        if !path.exists() {
            return Err(Error::new(format!("{}: no such file or folder", path.display()))
                .with_hint("name a history, or a folder of reports"));
        }
        let failed = |error: driftglass_history::Error| Error::history(path, &error);
        let history = History::open(path).map_err(failed)?;
        let runs = history.runs().map_err(failed)?;
        let mut trend = of_history(&history, &runs).map_err(failed)?;
        for (run, of) in trend.runs.iter_mut().zip(&runs) {
            run.page = Some(format!("{RUNS}/{}.html", of.id));
        }
        self.write(&trend, |place| runs.get(place).and_then(report_of))
    }

    fn of_folder(&self, source: &Path) -> Result<()> {
        // A page may have the name of a report.
        let reports = Sources::default().with("folder of the reports", Some(source));
        reports.spare(self.folder)?;
        reports.spare(&self.folder.join(RUNS))?;
        // A site of an earlier time may be within; one that is not there yet has no path to compare.
        let except = fs::canonicalize(self.folder).unwrap_or_default();
        let Folder { mut trend, paths, left_out } = of_folder(source, &except)?;
        if !self.quiet {
            for what in left_out {
                eprintln!("note: left out {}", visible(&what));
            }
        }
        if paths.is_empty() {
            return Err(Error::new(format!("{}: there is no report in it", source.display()))
                .with_hint("reports are .json files, or .html files that have the viewer"));
        }
        let mut taken = BTreeSet::new();
        for run in &mut trend.runs {
            run.page = Some(format!("{RUNS}/{}.html", page_name(&run.name, &mut taken)));
        }
        self.write(&trend, |place| saved::read(paths.get(place)?).ok())
    }

    /// Makes the folders of the site, unless they are those of another.
    fn make(&self) -> Result<()> {
        let index = self.folder.join(INDEX);
        let shown = || index.display().to_string();
        let is_ours = match fs::read(&index) {
            Ok(page) => is_trend_page(&String::from_utf8_lossy(&page)),
            Err(error) if error.kind() == ErrorKind::NotFound => true,
            Err(error) => return Err(Error::io(&shown(), &error)),
        };
        if !is_ours {
            return Err(Error::new(format!(
                "{}: is there already, and driftglass did not write it",
                shown()
            ))
            .with_hint("name a folder of its own with -o"));
        }
        let runs = self.folder.join(RUNS);
        fs::create_dir_all(&runs).map_err(|error| Error::io(&runs.display().to_string(), &error))
    }

    /// Writes the runs' pages, and at last the index: it never leads to a page that is not there.
    fn write(&self, trend: &Trend, saved: impl Fn(usize) -> Option<Saved>) -> Result<()> {
        self.make()?;
        let viewer = VIEWER.filter(|_| !self.is_static);
        for (place, run) in trend.runs.iter().enumerate() {
            let page = run.page.as_deref().unwrap_or_default();
            let saved = saved(place);
            let evidence = match &saved {
                Some(Saved::Report(report)) => Evidence::Report(report, viewer),
                Some(Saved::Page(text)) => {
                    let copy = page.replace(".html", ".report.html");
                    self.keep(&copy, text)?;
                    Evidence::Page(copy.rsplit('/').next().unwrap_or_default().to_owned())
                }
                None => Evidence::None,
            };
            self.keep(page, &run_page(trend, place, &evidence))?;
        }
        let index = self.keep(INDEX, &trend_page(trend))?;
        if !self.quiet {
            let runs = trend.runs.len();
            eprintln!("wrote {}: {runs} {}", index.display(), if runs == 1 { "run" } else { "runs" });
        }
        Ok(())
    }

    /// Writes a page by its name in the site.
    fn keep(&self, name: &str, page: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        Destination::open(&path, &Sources::default())?.write(page.as_bytes())?;
        Ok(path)
    }
}

/// A name for a page that is safe in a path and in an address, and that no other page has.
fn page_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = name.chars().take(LONGEST).map(safe).collect();
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let free = [name.clone()].into_iter().chain(numbered).find(|name| !taken.contains(name));
    let free = free.unwrap_or(name);
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_pages_are_safe_and_differ() {
        let mut taken = BTreeSet::new();
        let mut name = |text: &str| page_name(text, &mut taken);
        assert_eq!([name("2026/11/23"), name("2026-11-23")], ["2026-11-23", "2026-11-23-2"]);
        assert_eq!([name("../../a b"), name("<A>"), name("<a>")], ["------a-b", "-a-", "-a--2"]);
        assert_eq!(name(&"x".repeat(1000)).len(), LONGEST);
    }
}
