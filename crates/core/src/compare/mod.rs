//! Two profiles and a policy make a report.
//!
//! The way of a column: `nature` decides its type and role, `values` reads it on both sides, `evidence` runs
//! the methods, `aspect` looks further at instants and texts, and the rest describes what moved. `joint` looks at whole rows
//! beside them. What it all comes to is decided in `judge`.

mod aspect;
mod column;
mod contributions;
mod cumulative;
mod duplicates;
mod edges;
mod evidence;
mod evidently;
mod findings;
mod histogram;
mod joint;
mod methods;
mod missing;
mod nature;
mod permutation;
mod seed;
mod sketch;
mod summary;
mod table;
mod values;

pub(crate) use seed::of_column as seed_of_column;

pub(crate) use nature::Nature;

use crate::judge::{consequences, settle};
use crate::policy::{Policy, PolicyError};
use crate::profile::Profile;
use crate::report::{ColumnReport, Generator, PolicySummary, Report, SCHEMA, Source};
use crate::{Parallel, Sequential};
use column::Depth;

/// Compares the current data with the reference under a policy. Columns are matched by name.
pub fn compare(reference: &Profile, current: &Profile, policy: &Policy) -> Result<Report, PolicyError> {
    compare_in_parallel(reference, current, policy, &Sequential)
}

/// The same, with the columns shared out. The report is the same whoever does the work.
pub fn compare_in_parallel(
    reference: &Profile,
    current: &Profile,
    policy: &Policy,
    parallel: &impl Parallel,
) -> Result<Report, PolicyError> {
    compare_as(reference, current, |name| Nature::of(name, [reference, current], policy), policy, parallel)
}

/// The same, where each column is what somebody says.
pub(crate) fn compare_as(
    reference: &Profile,
    current: &Profile,
    nature: impl Fn(&str) -> Nature + Sync,
    policy: &Policy,
    parallel: &impl Parallel,
) -> Result<Report, PolicyError> {
    let names = names(reference, current);
    policy.check_columns(&names)?;
    let covered = names.iter().zip(0..).filter(|(name, _)| policy.covers(name)).collect();
    let compared = parallel
        .map(covered, |(name, position)| {
            let nature = nature(name);
            column::compare_column(name, position, [reference, current], &nature, policy, Depth::Whole)
        })
        .into_iter()
        .collect::<Result<Vec<_>, _>>()?;
    let mut findings = findings::of_data(reference, current);
    findings.extend(sketch::rare([reference, current]));
    findings.extend(duplicates::rows(reference, current));
    findings.extend(duplicates::columns(reference, current, policy));
    let joint = joint::compare(&compared, reference, current, policy, parallel);
    findings.extend(joint.left_out);
    let mut columns = Vec::with_capacity(compared.len());
    for mut column in compared {
        findings.append(&mut column.findings);
        columns.push(column.report);
    }
    let summary = settle(&mut columns, policy);
    findings.extend(consequences(&columns, Some(&joint.domain), &summary, policy));
    Ok(Report {
        schema: SCHEMA.to_owned(),
        generator: Generator { name: "driftglass".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        created_at: None,
        reference: source(reference),
        current: source(current),
        policy: PolicySummary::from(policy),
        summary,
        validation: None,
        columns,
        pairs: joint.pairs,
        associations: joint.associations,
        domain: Some(joint.domain),
        timeline: None,
        windows: Vec::new(),
        findings,
    })
}

/// One column by what decides alone, before the verdict: the same evidence, without what only its own page shows.
pub(crate) fn compare_briefly(
    name: &str,
    position: u64,
    reference: &Profile,
    current: &Profile,
    nature: &Nature,
    policy: &Policy,
) -> Result<ColumnReport, PolicyError> {
    column::compare_column(name, position, [reference, current], nature, policy, Depth::Brief)
        .map(|compared| compared.report)
}

/// Every column of either side: those of the reference in their order, then those that the current data adds.
pub(crate) fn names<'a>(reference: &'a Profile, current: &'a Profile) -> Vec<&'a str> {
    let added = current.columns().map(|(name, _)| name).filter(|name| reference.column(name).is_none());
    reference.columns().map(|(name, _)| name).chain(added).collect()
}

fn source(profile: &Profile) -> Source {
    Source { rows: profile.rows(), columns: profile.columns().count() as u64, ..profile.source.clone() }
}
