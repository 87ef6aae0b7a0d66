//! From arguments to data that are cut into windows.

use crate::args::Inputs;
use crate::error::{Error, Result};
use crate::files::Files;
use crate::input::{self, Reading, STDIN};
use driftglass_core::policy::Policy;
use driftglass_core::series::Cut;
use driftglass_core::windows::{OverTime, Plan, compare_over_time};
use driftglass_core::{Profile, Report, Series};
use driftglass_data::{Input, Parts, count_rows, finish_series, profile_steps, series, whole};
use std::io;
use std::path::Path;

/// Data that are cut, and what they are compared with.
pub(crate) struct Windowed {
    reference: Option<Profile>,
    reference_series: Option<Series>,
    pub(crate) current: Profile,
    series: Series,
}

impl Windowed {
    /// Reads the inputs: of two the second is cut, and the first where the plan asks for it; one alone is cut.
    pub(crate) fn read(inputs: &Inputs, plan: &Plan, reading: &Reading<'_>) -> Result<Self> {
        let (reference, current) = match &inputs.current {
            Some(current) => (Some(inputs.reference.as_path()), current.as_path()),
            None => (None, inputs.reference.as_path()),
        };
        if reference == Some(Path::new(STDIN)) && current == Path::new(STDIN) {
            return Err(input::both_are_stdin());
        }
        let (reference, reference_series) = match reference {
            None => (None, None),
            Some(reference) if plan.needs_reference_series() => {
                let (whole, series) = read(reference, &plan.cut(0), reading)?;
                (Some(whole), Some(series))
            }
            Some(reference) => (Some(input::read(reference, reading)?), None),
        };
        let total = if plan.needs_total() { count(current, reading)? } else { 0 };
        let (current, series) = read(current, &plan.cut(total), reading)?;
        Ok(Self { reference, reference_series, current, series })
    }

    /// The comparison of windows.
    pub(crate) fn compare(&self, plan: &Plan, policy: &Policy, reading: &Reading<'_>) -> Result<Report> {
        let data = OverTime {
            reference: self.reference.as_ref(),
            reference_series: self.reference_series.as_ref(),
            current: &self.current,
            series: &self.series,
        };
        Ok(compare_over_time(&data, plan, policy, &reading.progress.count(reading.threads))?)
    }
}

/// A data set whole, and in steps.
fn read(argument: &Path, cut: &Cut, reading: &Reading<'_>) -> Result<(Profile, Series)> {
    let Reading { options, missing, threads, progress } = reading;
    let one = |name: &str, input: Input<'_>| {
        Ok(profile_steps(name, input, options, missing.clone(), cut, *threads)?)
    };
    let paths = match argument {
        stdin if stdin == Path::new(STDIN) => {
            let bar = progress.bar("stdin", None);
            return one("stdin", Input::stream(bar.follow(io::stdin().lock())));
        }
        argument => match Files::of(argument)? {
            Files::One(path) => {
                let name = input::name(&path);
                let bar = progress.bar(&name, input::size(&path));
                return one(&name, input::open_file(&path, &bar)?);
            }
            Files::Several(paths) => paths,
        },
    };
    let name = argument.to_string_lossy();
    let bar = progress.bar(&name, paths.iter().map(|path| input::size(path)).sum());
    let mut parts = Parts::new(options.columns.clone());
    let mut all: Option<Series> = None;
    for path in &paths {
        let name = path.to_string_lossy();
        let input = input::open_file(path, &bar)?;
        let (steps, summary) = series(&name, input, options, missing.clone(), cut, all.as_ref(), *threads)?;
        let steps = steps.settled();
        parts.add(whole(&steps, summary, *threads));
        all = Some(match all {
            Some(before) => before.merge(steps),
            None => steps,
        });
    }
    let (Some(profile), Some(all)) = (parts.finish(&name), all) else {
        return Err(Error::new(format!("{name}: there is no file")));
    };
    Ok((profile, finish_series(&name, all)?))
}

/// How many rows a data set has, which is read once more for it.
fn count(argument: &Path, reading: &Reading<'_>) -> Result<u64> {
    if argument == Path::new(STDIN) {
        return Err(Error::new("the last rows of stdin are not known before they are counted")
            .with_hint("write it to a file first, or use --every to compare all windows"));
    }
    let mut rows = 0;
    for path in Files::of(argument)?.paths() {
        let bar = reading.progress.bar(&input::name(&path), input::size(&path));
        rows += count_rows(&input::name(&path), input::open_file(&path, &bar)?, &reading.options)?;
    }
    Ok(rows)
}
