//! `driftglass history` as it is written.
use clap::{Args, Subcommand};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct HistoryArguments {
    #[command(subcommand)]
    pub(crate) action: HistoryAction,
    /// The file that report and check append to [default: that of driftglass.toml]
    #[arg(long = "history", value_name = "FILE", global = true)]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum HistoryAction {
    /// Print the last runs, newest first, and how long drift took to be seen and to be over
    List {
        /// How many
        #[arg(long, value_name = "N", default_value_t = 20)]
        last: usize,
    },
    /// Print all that is known of a run
    Show {
        /// Its number
        id: i64,
    },
    /// Write everything: .json; a row for each run: .csv; or the trend as a page: .html; - is JSON on stdout
    Export {
        /// Where to write
        #[arg(short, long, value_name = "FILE", default_value = "-")]
        output: PathBuf,
        /// In .csv a row for each column of each run
        #[arg(long)]
        scores: bool,
    },
    /// Remove the runs that began before a time, with what was said of them; kept is what an incident or the circuit rests on
    Prune {
        /// A date, an instant, or an age such as 90d
        #[arg(long, value_name = "TIME", value_parser = before)]
        before: Before,
    },
    /// Say something of a run, such as what was done about it
    Note {
        /// Its number
        id: i64,
        /// What to say
        text: String,
    },
}

/// A moment, said by itself or by how long ago it is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Before {
    Moment(Timestamp),
    Ago(Span),
}

fn before(text: &str) -> Result<Before, String> {
    if let Ok(moment) = text.parse() {
        return Ok(Before::Moment(moment));
    }
    if let Some(midnight) = text.parse::<Date>().ok().and_then(|date| date.to_zoned(TimeZone::UTC).ok()) {
        return Ok(Before::Moment(midnight.timestamp()));
    }
    match text.parse::<Span>() {
        Ok(age) if age.is_positive() => Ok(Before::Ago(age)),
        _ => {
            Err("use a date (2026-11-23), an instant (2026-11-23T12:00:00Z) or an age (90d, 12h)".to_owned())
        }
    }
}
