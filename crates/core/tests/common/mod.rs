//! Data made on the spot.

#![allow(dead_code, reason = "every test file takes its part of it")]

use driftglass_core::policy::Policy;
use driftglass_core::report::{Finding, FindingCode};
use driftglass_core::{Chunk, MissingTokens, Profile, Report, TextColumn, compare};
use std::sync::Arc;

/// The rows as one chunk.
pub(crate) fn chunk<const N: usize>(names: &[&str; N], rows: &[[String; N]]) -> Chunk {
    let columns = names.iter().enumerate().map(|(index, name)| {
        let mut column = TextColumn::default();
        rows.iter().for_each(|row| column.push(&row[index]));
        (Arc::from(*name), column)
    });
    Chunk::new(columns.collect())
}

/// The profile of the rows.
pub(crate) fn profile<const N: usize>(names: &[&str; N], rows: &[[String; N]]) -> Profile {
    let mut profile = Profile::new(MissingTokens::default());
    profile.observe(&chunk(names, rows));
    profile
}

/// The comparison under the default policy.
pub(crate) fn report(reference: &Profile, current: &Profile) -> Report {
    compare(reference, current, &Policy::default()).expect("the default policy names no column")
}

/// The first finding of a kind.
pub(crate) fn finding(report: &Report, code: FindingCode) -> Option<&Finding> {
    report.findings.iter().find(|finding| finding.code == code)
}
