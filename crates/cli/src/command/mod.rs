//! The commands: arguments in, an exit code out.

mod check;
mod config;
mod demo;
mod history;
mod init;
mod merge;
mod profile;
mod report;
mod schema;
mod site;

use crate::args::{Command, Inputs, Options, ReadingOptions};
use crate::config::{Config, Run, schema as read_schema};
use crate::destination::Destination;
use crate::error::{Error, Result};
use crate::importance::Importance;
use crate::input::{Reading, profiles};
use crate::output::Output;
use crate::over_time::Windowed;
use crate::progress::Progress;
use crate::sources::Sources;
use crate::threads::Threads;
use driftglass_core::policy::Settings;
use driftglass_core::report::Finding;
use driftglass_core::schema::Held;
use driftglass_core::windows::WindowSettings;
use driftglass_core::{MissingTokens, Parallel, Profile, Report, compare_in_parallel};
use driftglass_data::{ReadOptions, Selection, is_saved, save};
use driftglass_embed::VIEWER;
use driftglass_report::{Stop, headline};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Report(arguments) => report::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Profile(arguments) => profile::run(&arguments),
        Command::Merge(arguments) => merge::run(&arguments),
        Command::Demo(arguments) => demo::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Config(arguments) => config::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::History(arguments) => history::run(&arguments),
        Command::Site(arguments) => site::run(&arguments),
    }
}

/// Reads both inputs, compares them under the policy of the options and the configuration, and holds the current one to its schema.
fn compare_inputs(inputs: &Inputs, options: &Options, config: &Config, threads: &Threads) -> Result<Report> {
    let run = &config.run;
    let settings = options.settings().over(config.settings.clone());
    let schema = run.schema.as_deref().map(read_schema).transpose()?;
    let importance = run.importance.as_deref().map(Importance::read).transpose()?;
    let policy = settings.policy()?;
    let asked = if inputs.split.is_some() { WindowSettings::default() } else { run.windows() };
    let plan = asked.plan(policy.timestamp(), inputs.current.is_some())?;
    let missing = missing_tokens(settings);
    let progress = Progress::new(options.reading.quiet);
    let (covering, wanted) = (policy.clone(), schema.clone());
    let columns = Selection::of(move |column| {
        covering.covers(column) || wanted.as_ref().is_some_and(|schema| schema.wants(column))
    });
    let quiet = options.reading.quiet;
    let options = ReadOptions { columns, ..read_options(&options.reading)? };
    let reading = Reading { options, missing, threads, progress: &progress };
    let (compared, held) = if let Some(plan) = plan {
        let data = Windowed::read(inputs, &plan, &reading)?;
        let held = schema.map(|schema| schema.check(&data.current));
        (data.compare(&plan, &policy, &reading), held)
    } else {
        let (reference, current) = profiles(inputs, &reading)?;
        let held = schema.map(|schema| schema.check(&current));
        let compared = compare_in_parallel(&reference, &current, &policy, &progress.count(threads));
        (compared.map_err(Error::from), held)
    };
    let mut report = match (compared, held) {
        (Ok(report), Some(held)) => report.validated(held),
        (Ok(report), None) => report,
        // Data of another kind than the rules are for cannot be compared, and that is not the first thing to know.
        (Err(error), Some(held)) if !held.broken.is_empty() => {
            return Err(
                broken(&held).with_hint(format!("they could not be compared either: {}", error.message()))
            );
        }
        (Err(error), _) => return Err(error),
    };
    if let Some(importance) = importance {
        let unknown = importance.enter(&mut report);
        if !unknown.is_empty() && !quiet {
            eprintln!(
                "note: --importance names columns that are not compared: {}",
                driftglass_report::visible(&unknown.join(", "))
            );
        }
    }
    Ok(report)
}

/// What data break of their schema, as an error.
fn broken(held: &Held) -> Error {
    let say = |finding: &Finding| match &finding.column {
        Some(column) => format!("column \"{column}\": {}", finding.message),
        None => finding.message.clone(),
    };
    let all: Vec<String> = held.broken.iter().map(say).collect();
    Error::new(format!("the current data are not what the schema says: {}", all.join("; ")))
}

fn missing_tokens(settings: Settings) -> MissingTokens {
    settings.missing.map_or_else(MissingTokens::default, MissingTokens::new)
}

fn read_options(options: &ReadingOptions) -> Result<ReadOptions> {
    let delimiter = options
        .delimiter
        .map(|delimiter| {
            u8::try_from(delimiter).ok().filter(u8::is_ascii).ok_or_else(|| {
                Error::new(format!("the delimiter cannot be \"{delimiter}\""))
                    .with_hint("it is one ASCII character")
            })
        })
        .transpose()?;
    Ok(ReadOptions { delimiter, memory: options.memory.memory(), ..ReadOptions::default() })
}

/// What a comparison reads.
fn sources(inputs: &Inputs, config: Option<&Path>, run: &Run) -> Result<Sources> {
    let mut sources = sources_beside(config, run);
    for argument in std::iter::once(&inputs.reference).chain(&inputs.current) {
        sources = sources.with_data(argument)?;
    }
    Ok(sources)
}

/// What a run reads beside data.
fn sources_beside(config: Option<&Path>, run: &Run) -> Sources {
    Sources::default()
        .with("configuration", config)
        .with("schema", run.schema.as_deref())
        .with("importance file", run.importance.as_deref())
        .with("history", run.history.as_deref())
}

/// Opens every output before the work starts.
fn open(paths: &[PathBuf], sources: &Sources) -> Result<Vec<Output>> {
    paths.iter().map(|path| Output::open(path, sources)).collect()
}

/// Where a profile goes: no source of it, and no file of another kind.
fn open_profile(output: &Path, data: &[PathBuf]) -> Result<Destination> {
    let sources = data.iter().try_fold(Sources::default(), |sources, data| sources.with_data(data))?;
    let destination = Destination::open(output, &sources)?;
    if output.is_file() && !is_profile(output)? {
        return Err(Error::new(format!("{}: is there already, and is no saved profile", output.display()))
            .with_hint("remove it, or name another file with -o"));
    }
    Ok(destination)
}

/// Whether a file is a saved profile, or has nothing in it.
fn is_profile(path: &Path) -> Result<bool> {
    let failed = |error| Error::io(&path.display().to_string(), &error);
    let mut start = Vec::new();
    File::open(path).and_then(|file| file.take(64).read_to_end(&mut start)).map_err(failed)?;
    Ok(start.is_empty() || is_saved(&start))
}

/// Writes every output, says on stderr what was found and where it is, and returns the paths.
fn write(
    outputs: Vec<Output>,
    report: &Report,
    stops: &[Stop],
    is_static: bool,
    quiet: bool,
    parallel: &impl Parallel,
) -> Result<Vec<PathBuf>> {
    let viewer = VIEWER.filter(|_| !is_static);
    let lacks_viewer = !is_static && viewer.is_none() && outputs.iter().any(Output::takes_viewer);
    let written = parallel.map(outputs, |output| output.write(report, stops, viewer, parallel));
    let paths: Vec<PathBuf> = written.into_iter().filter_map(Result::transpose).collect::<Result<_>>()?;
    if !quiet {
        eprintln!("{}", driftglass_report::visible(&headline(report)));
        for path in &paths {
            eprintln!("wrote {}", path.display());
        }
        if lacks_viewer {
            eprintln!(
                "note: this build has no viewer, so the HTML is static; `cargo xtask viewer` before the build adds it"
            );
        }
    }
    Ok(paths)
}

/// Writes a profile, and says on stderr what it holds and where it is.
fn keep(profile: &Profile, destination: Destination, quiet: bool) -> Result<()> {
    let path = destination.write(&save(profile))?;
    if let (Some(path), false) = (path, quiet) {
        for finding in &profile.findings {
            eprintln!("{}: {}", finding.severity.name(), driftglass_report::visible(&finding.message));
        }
        let columns = profile.columns().count();
        eprintln!("wrote {}: {} rows of {columns} columns", path.display(), profile.rows());
    }
    Ok(())
}
