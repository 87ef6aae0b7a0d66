//! Rows and columns that occur more than once.

use super::findings::{FEW_ROWS, SIDES};
use crate::label::percent;
use crate::policy::Policy;
use crate::profile::Profile;
use crate::report::{Finding, FindingCode, Severity};
use std::collections::BTreeMap;

/// The share of repeated rows from which a report speaks of them.
const NOTABLE: f64 = 0.01;

/// A share this many times the other side's is a change.
const TIMES: f64 = 2.0;

/// Repeated rows, where they are 1 % of a side or more. It is a warning where one side has at least twice the share of the
/// other and is not more than twice as long: among more rows, more are alike by chance.
pub(super) fn rows(reference: &Profile, current: &Profile) -> Option<Finding> {
    let profiles = [reference, current];
    if profiles.iter().any(|profile| profile.min_count().is_some() || profile.is_unsampled()) {
        return None;
    }
    let shares = profiles.map(repeated);
    if shares.iter().all(|share| *share < NOTABLE) {
        return None;
    }
    let grew = |side: usize| {
        let other = 1 - side;
        shares[side] >= NOTABLE
            && shares[side] >= TIMES * shares[other]
            && profiles[side].rows() as f64 <= TIMES * profiles[other].rows() as f64
    };
    let severity = if grew(0) || grew(1) { Severity::Warning } else { Severity::Info };
    let said = [0, 1].map(|side| {
        let about = if profiles[side].sample_is_complete() { "" } else { "about " };
        format!("{about}{} in {}", percent(shares[side]), SIDES[side])
    });
    Some(Finding {
        code: FindingCode::DuplicateRows,
        severity,
        column: None,
        message: format!("rows that repeat another row: {}, {}", said[0], said[1]),
    })
}

/// The share of rows that repeat an earlier one: exact where the sample holds every distinct row, and otherwise that of the
/// sample, which knows all repeats of the rows that it holds.
fn repeated(profile: &Profile) -> f64 {
    let (distinct, total) = (profile.sample().distinct() as f64, profile.sample().total() as f64);
    if total > 0.0 { (total - distinct) / total } else { 0.0 }
}

/// Columns with the same cells as an earlier one: in every sampled row and, as far as their profiles can tell, in all others.
/// Columns of one value are alike without meaning anything, and few rows are soon alike.
pub(super) fn columns(reference: &Profile, current: &Profile, policy: &Policy) -> Vec<Finding> {
    let profiles = [reference, current];
    let is_unknown = |profile: &&Profile| {
        profile.rows() < FEW_ROWS || profile.min_count().is_some() || profile.is_unsampled()
    };
    if profiles.iter().any(is_unknown) {
        return Vec::new();
    }
    // Columns are told apart by their counts before their cells are looked at, which are many.
    let mut seen: BTreeMap<[usize; 2], Vec<(&str, [usize; 2])>> = BTreeMap::new();
    let same = |first: &str, of_first: [usize; 2], name: &str, places: [usize; 2]| {
        profiles.iter().zip(of_first).zip(places).all(|((profile, first_place), place)| {
            profile.column(first) == profile.column(name)
                && profile.sample().columns_are_equal(first_place, place)
        })
    };
    let mut findings = Vec::new();
    for (place, (name, column)) in reference.columns().enumerate() {
        let Some((in_current, counterpart)) = current.place(name).filter(|_| policy.covers(name)) else {
            continue;
        };
        if column.distinct() < 2 && counterpart.distinct() < 2 {
            continue;
        }
        let places = [place, in_current];
        let alike = seen.entry([column.distinct(), counterpart.distinct()]).or_default();
        match alike.iter().find(|(first, of_first)| same(first, *of_first, name, places)) {
            Some((first, _)) => findings.push(Finding {
                code: FindingCode::DuplicateColumns,
                severity: Severity::Warning,
                column: Some(name.to_owned()),
                message: format!("has the same values as \"{first}\" in every row, so a change counts twice"),
            }),
            None => alike.push((name, places)),
        }
    }
    findings
}
