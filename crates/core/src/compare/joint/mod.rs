//! All columns of a row together: pairs of columns whose association changed, and a classifier that tries to tell
//! current rows from reference rows. Both read the samples of rows that the profiles keep, and stand beside the verdict.

mod associations;
mod bins;
mod boost;
mod domain;
mod feature;
mod rows;

use super::column::Compared;
use crate::Parallel;
use crate::policy::Policy;
use crate::profile::Profile;
use crate::report::{Association, Domain, Finding, FindingCode, PairCounts, Severity};
use rows::Rows;

/// Columns that are looked at together: all pairs of them are 1770.
const COLUMNS: usize = 60;

/// What several columns say together.
pub(super) struct Joint {
    pub(super) pairs: PairCounts,
    pub(super) associations: Vec<Association>,
    pub(super) domain: Domain,
    /// A word on the columns that were too many.
    pub(super) left_out: Option<Finding>,
}

/// Compares the samples of rows over the columns that were tested: what was set aside, an identifier for one, would tell
/// any two samples apart, and so would a time of which only hours and weekdays were (it has no primary method). Of many columns those that come first in the file are taken, whatever they hold.
pub(super) fn compare(
    compared: &[Compared],
    reference: &Profile,
    current: &Profile,
    policy: &Policy,
    parallel: &impl Parallel,
) -> Joint {
    let rows = Rows::new([reference, current]);
    let tested: Vec<&Compared> = compared.iter().filter(|column| column.report.primary.is_some()).collect();
    let features = feature::features(tested.iter().copied().take(COLUMNS), &rows, parallel);
    let (pairs, associations) = associations::compare(&features, &rows, policy, parallel);
    let mut domain = domain::classify(&features, &rows, policy, parallel);
    if [reference, current].iter().any(|profile| profile.min_count().is_some()) {
        domain.reason = Some("a side was saved without a sample of its rows".to_owned());
    }
    if [reference, current].iter().any(|profile| profile.is_unsampled()) {
        domain.reason = Some("a window keeps no sample of its rows".to_owned());
    }
    let left_out = (tested.len() > COLUMNS).then(|| Finding {
        code: FindingCode::ColumnsLeftOut,
        severity: Severity::Info,
        column: None,
        message: format!(
            "only the first {COLUMNS} of {} tested columns were compared with each other and in whole rows",
            tested.len()
        ),
    });
    Joint { pairs, associations, domain, left_out }
}
