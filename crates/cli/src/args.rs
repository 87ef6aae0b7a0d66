//! The command line as it is written.
#![expect(clippy::doc_markdown, reason = "these comments are the help, which is not Markdown")]

mod config;
mod history;
mod run;
mod schema;
mod site;
mod windows;

pub(crate) use config::{ConfigAction, ConfigArguments, InitArguments};
pub(crate) use history::{Before, HistoryAction, HistoryArguments};
pub(crate) use schema::{SchemaAction, SchemaArguments};
pub(crate) use site::SiteArguments;
pub(crate) use windows::WindowOptions;

use crate::assignment::Assignment;
use crate::gate::FailOn;
use bytesize::ByteSize;
use clap::{Args, Parser, Subcommand, ValueEnum};
use driftglass_core::policy::{Binning, Correction, Preset, Rule, Settings};
use driftglass_core::split::{Split, SplitError};
use driftglass_core::{ColumnType, Memory, Method, Role};
use driftglass_embed::VIEWER;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Drift reports from two files: which columns changed, how surely, by how much.
#[derive(Debug, Parser)]
#[command(name = "driftglass", version = version(), about, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 success, or no drift by the policy; 1 drift (check only); 2 an error; 130 interrupted."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The version, and whether this build writes reports that scripts bring to life.
fn version() -> &'static str {
    match VIEWER {
        Some(_) => env!("CARGO_PKG_VERSION"),
        None => concat!(env!("CARGO_PKG_VERSION"), " (without the viewer: HTML reports are static)"),
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare two files and write a report
    Report(ReportArguments),
    /// Compare two files as a gate: a table on stdout and an exit code
    Check(CheckArguments),
    /// Keep what a comparison needs to know of data in a file, to compare with in their place
    Profile(ProfileArguments),
    /// Add saved profiles up
    Merge(MergeArguments),
    /// Write a configuration to begin with
    Init(InitArguments),
    /// Look a configuration over
    Config(ConfigArguments),
    /// What data must be like before drift is judged
    Schema(SchemaArguments),
    /// Read and annotate the record of earlier runs
    History(HistoryArguments),
    /// Turn a history or a folder of reports into a static site
    Site(SiteArguments),
    /// Write the report of bundled real data
    Demo(DemoArguments),
}

#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Where to write; may repeat. The extension picks the format: .html, .json, .md, .xml (JUnit), .sarif or
    /// .gitlab.json (code quality); - is JSON on stdout [default: driftglass.html]
    #[arg(short, long = "output", value_name = "FILE")]
    outputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) options: Options,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Where to write a report as well; may repeat, as for report
    #[arg(short, long = "output", value_name = "FILE")]
    outputs: Vec<PathBuf>,
    /// How much drift makes the exit code 1: any drifted column, the verdict on the dataset (a share of --drift-share or more), any
    /// severe column, share>=X of tested columns, or columns>=N. A rule's own fail, and a broken schema, make it so too [default: dataset]
    #[arg(long, value_name = "WHAT")]
    fail_on: Option<FailOn>,
    /// List so many columns and no more, the first ones
    #[arg(long, value_name = "N")]
    top: Option<NonZeroUsize>,
    /// In a GitHub job: annotate it on stdout, and add the report to its summary
    #[arg(long)]
    pub(crate) github: bool,
    /// Compare and judge, and say what would be written and which hooks would be run, but do none of it
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) options: Options,
}

#[derive(Debug, Args)]
pub(crate) struct ProfileArguments {
    /// The data, as for report; several are one data set
    #[arg(required = true)]
    pub(crate) data: Vec<PathBuf>,
    /// Where to write; - is stdout
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Leave out what fewer than N rows share, so that the profile can be passed on: rarer texts are counted alone, rarer
    /// numbers put together with their neighbours at their mean, and no rows are sampled
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..1_000_000))]
    pub(crate) min_count: Option<u64>,
    /// Settings in TOML, of which the spellings of missing values count [default: driftglass.toml, where there is one]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
}

#[derive(Debug, Args)]
pub(crate) struct MergeArguments {
    /// Saved profiles
    #[arg(required = true)]
    pub(crate) profiles: Vec<PathBuf>,
    /// Where to write; - is stdout
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) memory: MemoryOptions,
    /// Say nothing on stderr but errors
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    /// Where to write; may repeat, as for report
    #[arg(short, long = "output", value_name = "FILE", default_value = "driftglass-demo.html")]
    pub(crate) outputs: Vec<PathBuf>,
    /// Leave the viewer out of HTML reports: no script, and the smallest file
    #[arg(long = "static")]
    pub(crate) is_static: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// The data that the model is used to: .csv .tsv .json .ndjson .jsonl, also .gz and .zst, or
    /// .parquet; several as a folder or a quoted pattern such as 'data/2026-11-*/*.parquet'; - is stdin
    pub(crate) reference: PathBuf,
    /// The data that it meets now; left out where the one file is split, or compared with itself over time
    #[arg(conflicts_with = "split")]
    pub(crate) current: Option<PathBuf>,
    /// Split the one file in two: 70%, COLUMN>=DATE, COLUMN>=NUMBER, COLUMN=VALUE or COLUMN=VALUE|OTHER; the first rows,
    /// those before, or those with the value are the reference
    #[arg(long, value_name = "RULE", value_parser = split)]
    pub(crate) split: Option<Split>,
    #[command(flatten)]
    pub(crate) windows: WindowOptions,
}

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Settings in TOML [default: driftglass.toml, where there is one]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The set of rules to start from
    #[arg(long, value_enum)]
    preset: Option<PresetName>,
    /// The method that decides: ID, or COLUMN=ID; may repeat
    #[arg(long, value_name = "[COLUMN=]ID")]
    method: Vec<Assignment<Method>>,
    /// What the deciding method's statistic is held against; may repeat
    #[arg(long, value_name = "[COLUMN=]X")]
    threshold: Vec<Assignment<f64>>,
    /// A change is real where its adjusted p-value is under this [default: 0.05]; may repeat
    #[arg(long, value_name = "[COLUMN=]P")]
    alpha: Vec<Assignment<f64>>,
    /// The number of bins [default: 10]; may repeat
    #[arg(long, value_name = "[COLUMN=]N")]
    bins: Vec<Assignment<usize>>,
    /// Where the edges of bins are: quantile or equal_width; may repeat
    #[arg(long, value_name = "[COLUMN=]KIND")]
    binning: Vec<Assignment<Binning>>,
    /// Give a distance that decides a p-value by N permutations, which then judges; may repeat
    #[arg(long, value_name = "[COLUMN=]N")]
    permutations: Vec<Assignment<u32>>,
    /// The effect from which a real change matters [default: 0.1]
    #[arg(long, value_name = "X")]
    moderate: Option<f64>,
    /// The effect from which it matters a lot [default: 0.2]
    #[arg(long, value_name = "X")]
    severe: Option<f64>,
    /// How p-values are adjusted over the report
    #[arg(long, value_enum)]
    correction: Option<CorrectionName>,
    /// The data set drifted where this share of tested columns did [default: 0.5]
    #[arg(long, value_name = "SHARE")]
    drift_share: Option<f64>,
    /// What a column holds: numeric, categorical, boolean, datetime or text; may repeat
    #[arg(long = "type", value_name = "COLUMN=TYPE")]
    kind: Vec<Assignment<ColumnType>>,
    /// Compare these columns alone: names, or patterns with * and ?
    #[arg(long, value_name = "COLUMN,…", value_delimiter = ',')]
    columns: Vec<String>,
    /// Leave these columns out
    #[arg(long, value_name = "COLUMN,…", value_delimiter = ',')]
    exclude: Vec<String>,
    /// The column that the model is to predict
    #[arg(long, value_name = "COLUMN")]
    target: Option<String>,
    /// The column that the model predicted
    #[arg(long, value_name = "COLUMN")]
    prediction: Option<String>,
    /// The column that says when a row was made; it is not tested
    #[arg(long, value_name = "COLUMN")]
    timestamp: Option<String>,
    /// The column that names rows; it is not tested
    #[arg(long, value_name = "COLUMN")]
    id: Option<String>,
    /// The seed of every random number [default: 0]
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// How much each column matters to the model, so that lists begin with those that matter most: a CSV with the columns column and importance, or a JSON object
    #[arg(long, value_name = "FILE")]
    importance: Option<PathBuf>,
    /// What the current data must be like, in TOML; driftglass schema init makes one
    #[arg(long, value_name = "FILE")]
    schema: Option<PathBuf>,
    /// Append the run to a history, which is made where there is none
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// Leave the viewer out of HTML reports: no script, and the smallest file
    #[arg(long = "static")]
    pub(crate) is_static: bool,
    #[command(flatten)]
    pub(crate) reading: ReadingOptions,
}

/// How data is read.
#[derive(Debug, Args)]
pub(crate) struct ReadingOptions {
    /// A spelling of a missing value, in place of the default ones; may repeat
    #[arg(long, value_name = "TOKEN")]
    missing: Vec<String>,
    /// The byte between the fields of a delimited file [default: found in the file]
    #[arg(long, value_name = "CHAR")]
    pub(crate) delimiter: Option<char>,
    /// Threads to use [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
    #[command(flatten)]
    pub(crate) memory: MemoryOptions,
    /// Say nothing on stderr but errors
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// How much of the data is held.
#[derive(Debug, Args)]
pub(crate) struct MemoryOptions {
    /// Memory for the values of each data set, an equal part for every column; in a column with more distinct
    /// values than fit numbers are rounded and texts counted in groups, and the report says so
    #[arg(long, value_name = "SIZE", default_value = "1GiB", conflicts_with = "exact")]
    memory: ByteSize,
    /// Hold every value, whatever memory that takes
    #[arg(long)]
    exact: bool,
}

impl MemoryOptions {
    pub(crate) fn memory(&self) -> Memory {
        if self.exact { Memory::UNBOUNDED } else { Memory::bytes(self.memory.as_u64()) }
    }
}

impl ReadingOptions {
    /// The spellings of missing values, where the options say any.
    pub(crate) fn missing(&self) -> Option<Vec<String>> {
        (!self.missing.is_empty()).then(|| self.missing.clone())
    }
}

fn split(text: &str) -> Result<Split, String> {
    text.parse().map_err(|error: SplitError| format!("{error}; {}", error.hint()))
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum PresetName {
    /// A p-value that holds its error rate, and an effect size beside it
    Calibrated,
    /// The textbook recipe
    Classic,
    /// What Evidently 0.7 does by default
    Evidently,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CorrectionName {
    /// Benjamini-Hochberg
    Bh,
    Holm,
    Bonferroni,
    None,
}

impl Options {
    /// What the options say, as settings.
    pub(crate) fn settings(&self) -> Settings {
        let mut rules = Vec::new();
        add_rules(&mut rules, &self.method, |rule, value| rule.method = Some(value));
        add_rules(&mut rules, &self.threshold, |rule, value| rule.threshold = Some(value));
        add_rules(&mut rules, &self.bins, |rule, value| rule.bins = Some(value));
        add_rules(&mut rules, &self.binning, |rule, value| rule.binning = Some(value));
        add_rules(&mut rules, &self.permutations, |rule, value| rule.permutations = Some(value));
        add_rules(&mut rules, &self.kind, |rule, value| rule.kind = Some(value));
        let (everywhere, somewhere): (Vec<_>, Vec<_>) =
            self.alpha.iter().cloned().partition(|alpha| alpha.columns.is_none());
        add_rules(&mut rules, &somewhere, |rule, value| rule.alpha = Some(value));
        for (column, role) in [
            (&self.target, Role::Target),
            (&self.prediction, Role::Prediction),
            (&self.timestamp, Role::Timestamp),
            (&self.id, Role::Id),
        ] {
            rules.extend(column.as_ref().map(|column| {
                let mut rule = Rule::for_columns(column);
                rule.role = Some(role);
                rule
            }));
        }
        Settings {
            preset: self.preset.map(|preset| match preset {
                PresetName::Calibrated => Preset::Calibrated,
                PresetName::Classic => Preset::Classic,
                PresetName::Evidently => Preset::Evidently,
            }),
            alpha: everywhere.last().map(|alpha| alpha.value),
            correction: self.correction.map(|correction| match correction {
                CorrectionName::Bh => Correction::Bh,
                CorrectionName::Holm => Correction::Holm,
                CorrectionName::Bonferroni => Correction::Bonferroni,
                CorrectionName::None => Correction::None,
            }),
            drift_share: self.drift_share,
            moderate: self.moderate,
            severe: self.severe,
            seed: self.seed,
            missing: self.reading.missing(),
            columns: self.columns.clone(),
            exclude: self.exclude.clone(),
            rules,
        }
    }
}

fn add_rules<T: Copy>(rules: &mut Vec<Rule>, assignments: &[Assignment<T>], set: impl Fn(&mut Rule, T)) {
    for assignment in assignments {
        let mut rule = Rule::for_columns(assignment.columns.as_deref().unwrap_or("*"));
        set(&mut rule, assignment.value);
        rules.push(rule);
    }
}
