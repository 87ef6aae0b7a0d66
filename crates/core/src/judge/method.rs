//! Every method of a column against its limit.

use super::rule::Judge;
use crate::Method;
use crate::policy::Policy;
use crate::report::MethodResult;

/// The statistic; one without bound is null in the report, and has no reason why there is none.
pub(super) fn statistic(result: &MethodResult) -> Option<f64> {
    match result.reason {
        Some(_) => None,
        None => Some(result.statistic.get().unwrap_or(f64::INFINITY)),
    }
}

/// Writes the limit of a method, and whether the method alone would call the column drifted. `judge` is that of the method that decides.
pub(super) fn hold(
    method: Method,
    result: &mut MethodResult,
    judge: Option<Judge>,
    alpha: f64,
    policy: &Policy,
) {
    let limit = match judge {
        Some(Judge::Statistic { threshold }) => Some(threshold),
        Some(_) => Some(alpha),
        _ if method == Method::Psi => Some(policy.moderate),
        _ if method.is_distance() => None,
        _ => Some(alpha),
    };
    let (statistic, p_value) = (statistic(result), result.p_value.get());
    result.threshold = limit.into();
    result.drifted = match judge {
        _ if statistic.is_none() => None,
        Some(judge) => Some(judge.sees_change(statistic, p_value)),
        None if method.is_distance() => statistic.zip(limit).map(|(statistic, limit)| statistic >= limit),
        None => p_value.map(|p| p < alpha),
    };
}
