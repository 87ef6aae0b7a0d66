//! The first Wasserstein distance.

use crate::sum::sum;
use crate::{Outcome, Samples, Untestable};

/// Wasserstein distance over the standard deviation of the reference (ddof 0), so that units cancel.
///
/// Equals `scipy.stats.wasserstein_distance(x, y) / numpy.std(x)`. No null distribution; see
/// [`permutation_p_value`](crate::permutation_p_value). A constant reference has no scale: untestable, unless
/// the samples are equal, which is 0.
pub fn wasserstein(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let distance = wasserstein_distance(samples)?;
    let [reference, _] = samples.summaries();
    let spread = reference.ok_or(Untestable::Empty)?.population_std;
    if distance == 0.0 {
        return Ok(Outcome { statistic: 0.0, p_value: None });
    }
    let statistic = distance / spread;
    if statistic.is_finite() {
        Ok(Outcome { statistic, p_value: None })
    } else {
        Err(Untestable::Degenerate {
            what: "the reference is constant, so there is no scale to measure a distance in",
        })
    }
}

/// The first Wasserstein (earth mover's) distance in the unit of the values: the area between the two
/// empirical distribution functions. Equals `scipy.stats.wasserstein_distance`.
pub fn wasserstein_distance(samples: &Samples<'_>) -> Result<f64, Untestable> {
    let pooled = samples.pooled()?;
    let unit = 1.0 / pooled.lattice();
    Ok(sum(pooled.steps().map(|(x, y, step)| pooled.gap(x, y) * unit * step)))
}
