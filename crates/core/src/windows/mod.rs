//! The comparison over time: windows of a data set, each with its reference, by the same evidence and the same verdict as two data sets.
//!
//! `rule` is what a person asks, `zone` where days begin, `frame` which windows there are and what each is compared with, `gather` their profiles. `across` takes a
//! column through all windows, `learn` finds its limits, `change` the moments at which it changed, and `body` is what the report says
//! beside its windows.

mod across;
mod body;
mod change;
mod findings;
mod frame;
mod gather;
mod learn;
mod rule;
mod zone;

pub use rule::{Learn, Plan, Reference, Season, WindowSettings};

use crate::compare::{Nature, names};
use crate::policy::{Policy, PolicyError};
use crate::report::{Report, Timeline};
use crate::series::{Series, WindowError};
use crate::{Parallel, Profile};
use change::Blocks;
use frame::Counts;
use gather::ColumnSteps;

/// A column, and what it is.
struct Column<'a> {
    name: &'a str,
    nature: Nature,
}

/// What is compared: the data that are cut, and reference data where there are some.
#[derive(Debug, Clone, Copy)]
pub struct OverTime<'a> {
    /// The reference data, whole.
    pub reference: Option<&'a Profile>,
    /// The reference data in steps, where [`Plan::needs_reference_series`] asks for them.
    pub reference_series: Option<&'a Series>,
    /// The current data, whole.
    pub current: &'a Profile,
    /// The current data in steps.
    pub series: &'a Series,
}

/// Compares windows of the current data with what the plan says. The body of the report is the comparison of both data sets whole where
/// windows of one are compared with the other; otherwise that of the last window that could be compared.
pub fn compare_over_time(
    data: &OverTime<'_>,
    plan: &Plan,
    policy: &Policy,
    parallel: &impl Parallel,
) -> Result<Report, WindowError> {
    // One data set counts once: twice, none of its texts would be the only one of its kind.
    let none = Profile::default();
    let reference = data.reference.unwrap_or(&none);
    let names = names(reference, data.current);
    policy.check_columns(&names)?;
    let columns: Vec<Column<'_>> = {
        let covered = names.into_iter().filter(|name| policy.covers(name)).collect();
        // As all data say: a window alone could look otherwise.
        parallel
            .map(covered, |name| Column { name, nature: Nature::of(name, [reference, data.current], policy) })
    };
    let cut = data.series.cut();
    let counts = Counts::of(data.reference_series, data.reference.map_or(0, Profile::rows), data.series);
    let ranges = frame::ranges(&counts.current, plan, cut)?;
    let frames = frame::frames(&counts, &ranges, plan);
    let mut report = body::compare(data, &columns, &frames, &counts, plan, policy, parallel)?;
    let blocks = Blocks::of(data.series, plan);
    let along = parallel.map((0..).zip(&columns).collect(), |(position, column)| {
        let steps = ColumnSteps::of(column.name, data.series);
        let counts = blocks.as_ref().and_then(|blocks| blocks.count(column, data.current, &steps));
        let history = across::history(column, position, &steps, data, &frames, plan, policy)?;
        Ok((history, counts.map(|counts| (column, counts))))
    });
    let along = along.into_iter().collect::<Result<Vec<_>, PolicyError>>()?;
    let (histories, sequences): (Vec<_>, Vec<_>) = along.into_iter().unzip();
    let windows = across::windows(data, histories, &frames, &counts, plan, policy, parallel);
    let changes = blocks.map_or_else(Vec::new, |blocks| {
        let sequences = sequences.into_iter().flatten().collect();
        change::find(sequences, &blocks, data.series, &frames, policy, parallel)
    });
    report.findings.extend(findings::of(&windows, data.series));
    report.windows = windows;
    report.timeline = Some(Timeline {
        column: cut.column().map(str::to_owned),
        every: plan.every.unwrap_or(plan.window).to_string(),
        window: plan.window.to_string(),
        reference: plan.reference.to_string(),
        zone: plan.zone.clone(),
        season: plan.season.map(|season| season.name().to_owned()),
        learn: plan.learn.map(|learn| learn.to_string()),
        late: data.series.late(),
        undated: data.series.undated(),
        changes,
    });
    Ok(report)
}
