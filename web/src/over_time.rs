//! Data that are cut into windows, as the binary reads and compares them.

use driftglass_core::policy::{Policy, PolicyError};
use driftglass_core::series::WindowError;
use driftglass_core::windows::{OverTime, Plan, compare_over_time};
use driftglass_core::{Profile, Report, Sequential, Series};

use web_sys::File;

use crate::message::{Files, Problem, Side};
use crate::options::Windows;
use crate::reader::Reader;
use crate::reading::size;

/// What the options mean for the files; nothing where no windows are asked for, and for a file that is split.
pub(crate) fn plan(windows: &Windows, files: &Files, policy: &Policy) -> Result<Option<Plan>, WindowError> {
    match files {
        Files::One { split: Some(_), .. } => Ok(None),
        Files::One { split: None, .. } => windows.read()?.plan(policy.timestamp(), false),
        Files::Two { .. } => windows.read()?.plan(policy.timestamp(), true),
    }
}

/// The bytes that are read once more, to count their rows.
pub(crate) fn counted(plan: &Plan, files: &Files) -> u64 {
    match files {
        _ if !plan.needs_total() => 0,
        Files::Two { current: file, .. } | Files::One { file, .. } => size(file),
    }
}

/// Data that are cut, and what they are compared with.
pub(crate) struct Windowed {
    reference: Option<ReferenceFile>,
    current: Profile,
    series: Series,
}

/// The reference file: whole, and in steps where windows look into it.
struct ReferenceFile {
    whole: Profile,
    series: Option<Series>,
}

impl ReferenceFile {
    fn read(file: &File, plan: &Plan, reader: &Reader<'_>) -> Result<Self, Problem> {
        if plan.needs_reference_series() {
            let (whole, series) = reader.steps(Some(Side::Reference), file, &plan.cut(0))?;
            Ok(Self { whole, series: Some(series) })
        } else {
            Ok(Self { whole: reader.profile(Side::Reference, file)?, series: None })
        }
    }
}

impl Windowed {
    /// Reads the files: of two the second is cut, and the first where the plan asks for it; one alone is cut.
    pub(crate) fn read(files: &Files, plan: &Plan, reader: &Reader<'_>) -> Result<Self, Problem> {
        let (reference, current, side) = match files {
            Files::Two { reference, current } => (Some(reference), current, Some(Side::Current)),
            Files::One { file, .. } => (None, file, None),
        };
        let reference = reference.map(|file| ReferenceFile::read(file, plan, reader)).transpose()?;
        let total = if plan.needs_total() { reader.count(side, current)? } else { 0 };
        let (current, series) = reader.steps(side, current, &plan.cut(total))?;
        Ok(Self { reference, current, series })
    }

    /// The same for another plan with the same steps, of which the reference file may be asked for or not: it alone is then read again,
    /// by a reader of so many bytes.
    pub(crate) fn read_for<'a>(
        self,
        plan: &Plan,
        files: &Files,
        reader: impl FnOnce(u64) -> Result<Reader<'a>, PolicyError>,
    ) -> Result<Self, Problem> {
        match (files, &self.reference) {
            (Files::Two { reference, .. }, Some(known))
                if known.series.is_some() != plan.needs_reference_series() =>
            {
                let read = ReferenceFile::read(reference, plan, &reader(size(reference))?)?;
                Ok(Self { reference: Some(read), ..self })
            }
            _ => Ok(self),
        }
    }

    /// The comparison of windows.
    pub(crate) fn compare(&self, plan: &Plan, policy: &Policy) -> Result<Report, WindowError> {
        let data = OverTime {
            reference: self.reference.as_ref().map(|file| &file.whole),
            reference_series: self.reference.as_ref().and_then(|file| file.series.as_ref()),
            current: &self.current,
            series: &self.series,
        };
        compare_over_time(&data, plan, policy, &Sequential)
    }
}
