//! `driftglass history`: what earlier runs left.

mod export;
mod list;
mod show;

use crate::args::{Before, HistoryAction, HistoryArguments};
use crate::config::Config;
use crate::destination::print;
use crate::error::{Error, Result};
use crate::record::user;
use driftglass_history::{History, Note, Pruned};
use jiff::{SpanRelativeTo, Timestamp};
use std::process::ExitCode;

pub(super) fn run(arguments: &HistoryArguments) -> Result<ExitCode> {
    let config = Config::load(None)?;
    let Some(file) = arguments.file.as_deref().or(config.run.history.as_deref()) else {
        return Err(
            Error::new("no history is named").with_hint("add --history FILE, or name it in driftglass.toml")
        );
    };
    let failed = |error: driftglass_history::Error| Error::history(file, &error);
    if !file.exists() {
        return Err(Error::new(format!("{}: no such file", file.display()))
            .with_hint("report and check make it with --history"));
    }
    let mut history = History::open(file).map_err(failed)?;
    match &arguments.action {
        HistoryAction::List { last } => {
            let breaker = config.breaker.map(Into::into);
            print(list::text(&history, *last, breaker).map_err(failed)?.as_bytes())?;
        }
        HistoryAction::Show { id } => print(show::text(&history, *id).map_err(failed)?.as_bytes())?,
        HistoryAction::Export { output, scores } => export::write(&history, file, output, *scores, failed)?,
        HistoryAction::Prune { before } => {
            let breaker = config.breaker.map(Into::into);
            let Pruned { removed, kept } = history.prune(moment(*before)?, breaker).map_err(failed)?;
            let runs = |count| format!("{count} {}", if count == 1 { "run" } else { "runs" });
            let rest = match kept {
                0 => String::new(),
                kept => format!("; kept {}, which an incident or the circuit rests on", runs(kept)),
            };
            eprintln!("removed {}{rest}", runs(removed));
        }
        HistoryAction::Note { id, text } => {
            if text.trim().is_empty() {
                return Err(Error::new("the note is empty")
                    .with_hint("say what was done about the run, such as \"retrained as v8\""));
            }
            let note = Note { at: Timestamp::now(), user: user(), text: text.clone() };
            history.note(*id, &note).map_err(failed)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn moment(before: Before) -> Result<Timestamp> {
    match before {
        Before::Moment(moment) => Ok(moment),
        Before::Ago(age) => age
            .to_duration(SpanRelativeTo::days_are_24_hours())
            .and_then(|age| Timestamp::now().checked_sub(age))
            .map_err(|_| {
                Error::new(format!("no moment is {age:#} ago")).with_hint("count in days, such as 90d")
            }),
    }
}
