//! The Jensen-Shannon distance.

use super::kl_divergence::relative_entropy;
use super::shares::{Smoothing, shares};
use crate::sum::sum;
use crate::{Outcome, Untestable};
use std::f64::consts::LN_2;

/// Jensen-Shannon distance, the square root of the divergence in bits: 0 for equal shares to 1 for disjoint
/// ones (Lin 1991; Endres and Schindelin 2003).
///
/// Equals `scipy.spatial.distance.jensenshannon(p, q, base=2)`. Empty bins need no smoothing. No null
/// distribution; see [`counts_permutation_p_value`](crate::counts_permutation_p_value).
pub fn jensen_shannon(
    reference: &[u64],
    current: &[u64],
    smoothing: Smoothing,
) -> Result<Outcome, Untestable> {
    let divergence = divergence(reference, current, smoothing)? / LN_2;
    Ok(Outcome { statistic: divergence.clamp(0.0, 1.0).sqrt(), p_value: None })
}

/// The same in nats, 0 to sqrt(ln 2): `scipy.spatial.distance.jensenshannon(p, q)`, the scale that Evidently
/// uses.
pub fn jensen_shannon_nats(
    reference: &[u64],
    current: &[u64],
    smoothing: Smoothing,
) -> Result<Outcome, Untestable> {
    let divergence = divergence(reference, current, smoothing)?;
    Ok(Outcome { statistic: divergence.clamp(0.0, LN_2).sqrt(), p_value: None })
}

/// The mean divergence of both from their middle.
fn divergence(reference: &[u64], current: &[u64], smoothing: Smoothing) -> Result<f64, Untestable> {
    let shares = shares(reference, current, smoothing)?;
    Ok(sum(shares.into_iter().flat_map(|(p, q)| {
        let middle = f64::midpoint(p, q);
        [relative_entropy(p, middle) / 2.0, relative_entropy(q, middle) / 2.0]
    })))
}
