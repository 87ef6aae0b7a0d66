//! Which test Evidently gives a column.

use super::score::{chi_square_fit, jensen_shannon_nats, wasserstein_floored, z_test};
use crate::Method;
use crate::compare::methods::Tested;
use crate::compare::values::Values;
use driftglass_stats::{Outcome, Untestable, ks};

/// Values of the reference up to which Evidently tests, and beyond which it measures a distance.
const TESTED_UP_TO: u64 = 1000;

/// Distinct values up to which numbers are compared as levels.
const FEW_NUMBERS: usize = 5;

/// The test and what it says. It goes by the number of values in the reference, missing ones aside, and by the distinct
/// values of both sides together.
pub(in crate::compare) fn default_test(tested: &Tested<'_>) -> (Method, Result<Outcome, Untestable>) {
    let values = tested.values;
    let small = values.totals()[0] <= TESTED_UP_TO;
    match (small, is_spread(values)) {
        (true, true) => (Method::Ks, tested.on_line(ks)),
        (true, false) if values.as_levels().labels.len() > 2 => {
            (Method::ChiSquareFit, chi_square_fit(values))
        }
        (true, false) => (Method::ZTest, z_test(values)),
        (false, true) => (Method::WassersteinFloored, tested.on_line(wasserstein_floored)),
        (false, false) => (Method::JensenShannonNats, jensen_shannon_nats(values)),
    }
}

/// Whether the values are numbers, and too many of them to be compared as levels.
fn is_spread(values: &Values<'_>) -> bool {
    let Values::Line(lines) = values else { return false };
    // As soon as one side has enough of them, there is no need to go through all.
    lines.iter().any(|line| line.distribution.distinct() > FEW_NUMBERS)
        || values.as_levels().labels.len() > FEW_NUMBERS
}
