//! The numbers that are Evidently's own: on every level, however rare, and on every distinct value of numbers that are
//! compared as levels.

use crate::compare::values::Values;
use driftglass_stats::{self as stats, Outcome, Samples, Smoothing, Untestable};

/// The least standard deviation that a Wasserstein distance is divided by.
const LEAST_SPREAD: f64 = 0.001;

pub(in crate::compare) fn chi_square_fit(values: &Values<'_>) -> Result<Outcome, Untestable> {
    let [reference, current] = &values.as_levels().counts;
    stats::chi_square_goodness_of_fit(reference, current)
}

pub(in crate::compare) fn jensen_shannon_nats(values: &Values<'_>) -> Result<Outcome, Untestable> {
    let [reference, current] = &values.as_levels().counts;
    stats::jensen_shannon_nats(reference, current, Smoothing::None)
}

/// The z-test, in which one and the same value on both sides is no drift instead of nothing to test.
pub(super) fn z_test(values: &Values<'_>) -> Result<Outcome, Untestable> {
    let [reference, current] = &values.as_levels().counts;
    match stats::z_test(reference, current) {
        Err(Untestable::Constant) => Ok(Outcome { statistic: 0.0, p_value: Some(1.0) }),
        outcome => outcome,
    }
}

/// W1 over the standard deviation of the reference (ddof 0), or over 0.001 where that is greater.
pub(in crate::compare) fn wasserstein_floored(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let distance = stats::wasserstein_distance(samples)?;
    let [reference, _] = samples.summaries();
    let spread = reference.ok_or(Untestable::Empty)?.population_std;
    Ok(Outcome { statistic: distance / spread.max(LEAST_SPREAD), p_value: None })
}
