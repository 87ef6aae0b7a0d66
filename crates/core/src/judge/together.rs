//! What the classifier over whole rows comes to under a policy.

use crate::label::percent;
use crate::policy::Policy;
use crate::report::{Domain, Finding, FindingCode, Severity, Summary};

/// Whether it tells the rows apart for real.
pub(crate) fn settle(domain: &mut Domain, policy: &Policy) {
    domain.drifted = domain.p_value.get().is_some_and(|p| p < policy.alpha);
}

/// A word of warning where whole rows differ and no column does.
pub(crate) fn drift_unseen(domain: &Domain, summary: &Summary) -> Option<Finding> {
    let (true, 0, Some(auc)) = (domain.drifted, summary.drifted, domain.auc.get()) else { return None };
    let by = match domain.columns.as_slice() {
        [] => String::new(),
        [only] => format!(", by \"{}\"", only.name),
        [first, second, ..] => format!(", mostly by \"{}\" and \"{}\"", first.name, second.name),
    };
    Some(Finding {
        code: FindingCode::JointDrift,
        severity: Severity::Warning,
        column: None,
        message: format!(
            "no column drifted by itself, but whole rows did: a classifier puts a current row above a reference row in {} of \
             pairs, where chance would be 50 %{by}",
            percent(auc)
        ),
    })
}
