//! The way from an input to the profiles of its steps.

use crate::per_thread::PerThread;
use crate::read::read_into;
use crate::table::Limits;
use crate::{Error, ErrorKind, Input, ReadOptions, ReadSummary, Selection, is_saved, read, saved};
use driftglass_core::series::{Cut, WindowError};
use driftglass_core::{MissingTokens, Parallel, Profile, Series};

/// Reads a whole input into the profiles of its steps, which follow those of `before` where there are some. The series is for
/// [`finish_series`] to finish, once all inputs of the data set are in it.
pub fn series(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
    missing: MissingTokens,
    cut: &Cut,
    before: Option<&Series>,
    parallel: &impl Parallel,
) -> Result<(Series, ReadSummary), Error> {
    let (start, input) = input.peek(saved::FORMAT.len() as u64).map_err(|error| Error::io(name, &error))?;
    if is_saved(&start) {
        return Err(Error::new(ErrorKind::Profile, name, "a saved profile has no rows to cut into windows")
            .with_hint("name the data that it was made of, or leave windows out"));
    }
    let options = options.with_column(cut.column());
    let empty = match before {
        Some(before) => before.next(),
        None => Series::new(cut.clone(), missing, options.memory),
    };
    let mut steps = PerThread::new(empty, options.memory, parallel);
    let summary = read_into(name, input, &options, Limits::default(), &mut steps)?;
    Ok((steps.whole(), summary))
}

/// Reads the one input of a data set into its profile and those of its steps.
pub fn profile_steps(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
    missing: MissingTokens,
    cut: &Cut,
    parallel: &impl Parallel,
) -> Result<(Profile, Series), Error> {
    let (steps, summary) = series(name, input, options, missing, cut, None, parallel)?;
    let steps = finish_series(name, steps)?;
    Ok((whole(&steps, summary, parallel), steps))
}

/// The profile of all rows of an input, which are in steps, with what its reader found.
pub fn whole(steps: &Series, summary: ReadSummary, parallel: &impl Parallel) -> Profile {
    let mut whole = steps.whole(parallel);
    (whole.source, whole.findings) = (summary.source, summary.findings);
    whole
}

/// How many rows an input has, where that has to be known before any is read.
pub fn count_rows(name: &str, input: Input<'_>, options: &ReadOptions) -> Result<u64, Error> {
    let options = ReadOptions { columns: Selection::of(|_| false), ..options.clone() };
    Ok(read(name, input, &options, &mut |_| {})?.source.rows)
}

/// The series with everything in order, or what is wrong with the data set of this name.
pub fn finish_series(name: &str, series: Series) -> Result<Series, Error> {
    series.finish().map_err(|error: WindowError| {
        let complaint = Error::new(ErrorKind::Split, name, error.to_string());
        match error.hint() {
            Some(hint) => complaint.with_hint(hint),
            None => complaint,
        }
    })
}
