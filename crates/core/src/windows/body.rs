//! What the report says beside its windows.

use super::frame::{Against, Counts, Frame, span, span_of};
use super::rule::{Plan, Reference};
use super::{Column, OverTime};
use crate::compare::{Nature, compare_as, compare_in_parallel};
use crate::policy::Policy;
use crate::report::{Report, Source, Span};
use crate::series::WindowError;
use crate::{Parallel, Profile};
use std::borrow::Cow;

/// Compares both data sets whole, where windows of one every so often are compared with the other. Otherwise the question is about the last
/// window.
pub(super) fn compare(
    data: &OverTime<'_>,
    columns: &[Column<'_>],
    frames: &[Frame],
    counts: &Counts,
    plan: &Plan,
    policy: &Policy,
    parallel: &impl Parallel,
) -> Result<Report, WindowError> {
    let fixed = data.reference.filter(|_| plan.reference == Reference::Fixed);
    if let (Some(reference), true) = (fixed, plan.every.is_some()) {
        return Ok(compare_in_parallel(reference, data.current, policy, parallel)?);
    }
    let Some(last) = frames.iter().rfind(|frame| frame.reason.is_none()) else {
        let why = frames
            .last()
            .and_then(|frame| frame.reason.as_deref())
            .unwrap_or("the data have no row with a time");
        return Err(WindowError::new(
            format!("no window could be compared; of the last one: {why}"),
            "use windows of another length, another reference, or more data",
        ));
    };
    let cut = data.series.cut();
    let current = data.series.part(|step| last.steps.contains(&step), parallel);
    let mut current = called(current, data.current, &span(&last.steps, last.rows, cut));
    current.findings.clone_from(&data.current.findings);
    let reference = match (&last.against, data.reference) {
        (Against::Data, reference) => Cow::Borrowed(reference.unwrap_or(data.current)),
        (Against::Steps(choice), reference) => {
            let part = data.reference_series.map(|series| series.part(|step| choice.holds(step), parallel));
            let own = || data.series.part(|step| choice.holds(step), parallel);
            let (counts, whole) = match (plan.reference, part) {
                (Reference::Fixed, Some(part)) => (counts.reference.as_ref(), part),
                (_, Some(part)) => (Some(&counts.both), part.merge(own())),
                (_, None) => (Some(&counts.both), own()),
            };
            let source = reference.unwrap_or(data.current);
            let mut part = match counts.and_then(|counts| span_of(choice, counts, cut)) {
                Some(span) => called(whole, source, &span),
                None => whole,
            };
            // What is odd about one file is said once, of the current data.
            part.findings = reference.map(|reference| reference.findings.clone()).unwrap_or_default();
            Cow::Owned(part)
        }
    };
    let nature = |name: &str| {
        let sides = [&*reference, &current];
        match columns.iter().find(|column| column.name == name) {
            Some(column) => column.nature.of_parts(name, sides, policy),
            None => Nature::of(name, sides, policy),
        }
    };
    Ok(compare_as(&reference, &current, nature, policy, parallel)?)
}

/// A part under the name of its data set.
fn called(mut part: Profile, whole: &Profile, span: &Span) -> Profile {
    let name = format!("{} ({})", whole.source.name, span.label);
    part.source = Source { name, rows: part.rows(), ..whole.source.clone() };
    part
}
