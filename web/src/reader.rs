//! Files read by this worker, one after another, with word of how far it is.

use std::cell::Cell;
use std::io;
use std::rc::Rc;

use driftglass_core::policy::{PolicyError, Settings};
use driftglass_core::series::Cut;
use driftglass_core::split::{Split, SplitError};
use driftglass_core::{MissingTokens, Profile, Sequential, Series};
use driftglass_data::{Input, ReadOptions, count_rows, profile_steps};
use web_sys::File;

use crate::engine::Notify;
use crate::message::{Event, Phase, Problem, Progress, Side};
use crate::reading::{self, size, unopened, unreadable};

/// Reads files, and tells how many of all bytes are read.
pub(crate) struct Reader<'a> {
    options: ReadOptions,
    missing: MissingTokens,
    /// Bytes that are read in all.
    total: u64,
    /// Bytes of what was opened before.
    before: Cell<u64>,
    send: &'a Notify,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(settings: &Settings, total: u64, send: &'a Notify) -> Result<Self, PolicyError> {
        let (options, missing) = reading::options(settings)?;
        Ok(Self { options, missing, total, before: Cell::default(), send })
    }

    /// The profile of a side.
    pub(crate) fn profile(&self, side: Side, file: &File) -> Result<Profile, Problem> {
        let input = self.open_for(Some(side), file)?;
        driftglass_data::profile(&file.name(), input, &self.options, self.missing.clone(), &Sequential)
            .map_err(|error| unreadable(Some(side), &error))
    }

    /// The profile of a file that is of a side, or alone, and those of its steps.
    pub(crate) fn steps(
        &self,
        side: Option<Side>,
        file: &File,
        cut: &Cut,
    ) -> Result<(Profile, Series), Problem> {
        let input = self.open_for(side, file)?;
        profile_steps(&file.name(), input, &self.options, self.missing.clone(), cut, &Sequential)
            .map_err(|error| unreadable(side, &error))
    }

    /// How many rows a file has.
    pub(crate) fn count(&self, side: Option<Side>, file: &File) -> Result<u64, Problem> {
        let input = self.open_for(side, file)?;
        count_rows(&file.name(), input, &self.options).map_err(|error| unreadable(side, &error))
    }

    /// The profiles of both parts of a file that a rule splits.
    pub(crate) fn split(&self, file: &File, rule: &str) -> Result<(Profile, Profile), Problem> {
        let rule: Split = rule.parse().map_err(|error: SplitError| Problem {
            side: None,
            message: error.to_string(),
            hint: Some(error.hint().to_owned()),
        })?;
        let input = || self.open(Phase::Splitting, file);
        driftglass_data::profile_split(&file.name(), input, &self.options, self.missing.clone(), &rule)
            .map_err(|error| unreadable(None, &error))
    }

    fn open_for(&self, side: Option<Side>, file: &File) -> Result<Input<'static>, Problem> {
        self.open(Phase::Reading(side), file).map_err(|error| unopened(side, file, &error))
    }

    fn open(&self, phase: Phase, file: &File) -> io::Result<Input<'static>> {
        let before = self.before.replace(self.before.get() + size(file));
        let (send, total) = (Rc::clone(self.send), self.total);
        reading::open(file, move |bytes| {
            send(Event::Progress(Progress { phase, bytes: before + bytes, total }));
        })
    }
}
