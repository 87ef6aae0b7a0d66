//! Columns held to limits of their effects that were learned from other comparisons.

use super::settle::{grade, missing_status, size, sum_up};
use crate::policy::Policy;
use crate::report::{ColumnReport, Status, Summary};

/// Holds each settled column that has a limit to it, in place of the policy's limit of an effect that matters: a change is still real by its
/// p-value, and matters over the limit. Only columns that are tested [by a p-value](is_by_p_value) can have one.
pub(crate) fn hold_to_effects(
    columns: &mut [ColumnReport],
    limit: impl Fn(&ColumnReport) -> Option<f64>,
    policy: &Policy,
) -> Summary {
    for column in columns.iter_mut() {
        let Some(limit) = limit(column) else { continue };
        let effect = size(column.effect.as_ref());
        let alpha = policy.rules_of(&column.name).alpha.unwrap_or(policy.alpha);
        let is_real = column.q_value.get().is_some_and(|q| q < alpha);
        let values = match (is_real, effect > limit) {
            (false, _) => Status::Stable,
            (true, false) => Status::Slight,
            (true, true) => grade(effect, policy).max(Status::Moderate),
        };
        column.status = values.max(missing_status(column, policy));
        column.drifted = matches!(column.status, Status::Moderate | Status::Severe);
    }
    sum_up(columns, policy)
}

/// Whether the column was tested, and by a p-value.
pub(crate) fn is_by_p_value(column: &ColumnReport, policy: &Policy) -> bool {
    column.reason.is_none()
        && column.p_value.get().is_some()
        && policy.rules_of(&column.name).threshold.is_none()
}
