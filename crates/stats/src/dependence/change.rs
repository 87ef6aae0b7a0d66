//! Whether a correlation changed.

use crate::special::normal_two_sided;

/// A correlation in one sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// From -1 to 1.
    pub value: f64,
    /// The variance of its estimate, from the influence of each row, where enough rows have one.
    pub variance: Option<f64>,
    /// The number of independent observations that it rests on.
    pub observations: f64,
}

/// The two-sided p-value of no change between two correlations of independent samples, where both have a variance.
///
/// Z is the difference of Fisher's transforms, atanh(r), over its standard error, with each variance taken to that scale by
/// the delta method: var / (1 - r^2)^2. The variance comes from the data and not from a normal model, so heavy tails and unequal
/// spread do not fake a change (Steiger and Hakstian 1982). A correlation of 1 or -1 counts as half an observation short of it.
pub fn correlation_change(reference: Correlation, current: Correlation) -> Option<f64> {
    let fisher = |correlation: Correlation| {
        let most = 1.0 - 0.5 / correlation.observations.max(1.0);
        let value = correlation.value.clamp(-most, most);
        let slope = 1.0 - value * value;
        Some((libm::atanh(value), correlation.variance? / (slope * slope)))
    };
    let ((before, variance), (after, other)) = (fisher(reference)?, fisher(current)?);
    let error = (variance + other).sqrt();
    let change = after - before;
    // Two perfect correlations have no error: they agree, or else are opposite.
    Some(if change == 0.0 { 1.0 } else { normal_two_sided(change / error) })
}
