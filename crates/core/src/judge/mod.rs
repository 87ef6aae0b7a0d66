//! The verdict: which changes are real, which matter, and what that says of the data set.
//!
//! It rests on the report alone: `compare` gathers the evidence into a report and judges it here, and a report that was
//! saved can be judged again under other rules, without the data, as far as [`judge`] says.
//!
//! The way of a column: `rule` decides what its own result means, `method` holds every method to its limit, `aspects` draws
//! several aspects together, `settle` adjusts all columns for one another and gives each its status, `doubt` asks whether that rests on
//! values that were not held, `moved` says it in words. `learned` holds windows to limits that come from other windows. `limits` are those at which a column stops a gate by itself. `reach` is what cannot be judged again without the data.

mod aspects;
mod correction;
mod doubt;
mod learned;
mod limits;
mod method;
mod moved;
mod reach;
mod rule;
mod settle;
mod together;

pub use reach::choices;

pub(crate) use correction::correct;
pub(crate) use learned::{hold_to_effects, is_by_p_value};
pub(crate) use moved::change;
pub(crate) use settle::settle;

use crate::policy::{Policy, PolicyError, Settings};
use crate::report::{ColumnReport, Domain, Finding, FindingCode, PolicySummary, Report, Summary};

/// The report as [`compare`](crate::compare) would have made it under another policy: the same statuses, counts,
/// verdict, sentences and order.
///
/// Alpha, correction, limits of the effect, drift share, and for single columns alpha, threshold and method may differ from the
/// report's own. What can be had from the data alone (types, bins, permutations, another preset …) may not: that is
/// [`PolicyError::NeedsData`]. Pairs of columns are listed in part, and stay as the report judged them.
pub fn judge(report: &Report, policy: &Policy) -> Result<Report, PolicyError> {
    let own = Settings::from(&report.policy).policy()?;
    reach::check(report, &own, policy)?;
    let mut report = report.clone();
    report.policy = PolicySummary::from(policy);
    report.summary = settle(&mut report.columns, policy);
    if let Some(domain) = &mut report.domain {
        together::settle(domain, policy);
    }
    let follows = |finding: &Finding| {
        matches!(finding.code, FindingCode::JointDrift | FindingCode::OverLimit | FindingCode::CouldOverturn)
    };
    report.findings.retain(|finding| !follows(finding));
    report.findings.extend(consequences(&report.columns, report.domain.as_ref(), &report.summary, policy));
    Ok(report)
}

/// What the reader should know that follows from the verdict, and goes with it.
pub(crate) fn consequences(
    columns: &[ColumnReport],
    domain: Option<&Domain>,
    summary: &Summary,
    policy: &Policy,
) -> Vec<Finding> {
    let unseen = domain.and_then(|domain| together::drift_unseen(domain, summary));
    unseen.into_iter().chain(limits::reached(columns, policy)).chain(doubt::could_overturn(columns)).collect()
}
