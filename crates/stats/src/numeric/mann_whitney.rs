//! The Mann-Whitney U test.

use crate::pooled::Pooled;
use crate::special::normal_two_sided;
use crate::{Outcome, Samples, Untestable};

/// Mann-Whitney U (Wilcoxon rank sum) of the reference: the number of pairs in which its value is the
/// greater, ties as halves.
///
/// Equals `scipy.stats.mannwhitneyu(alternative="two-sided", method="asymptotic")`: the normal approximation
/// with corrections for ties and continuity (Mann and Whitney 1947). Two-sided: a shift either way counts.
/// Untestable: an empty sample; both samples one and the same value.
pub fn mann_whitney(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let pooled = samples.varying()?;
    let doubled = doubled_u(pooled);
    let (n, m, total) = (pooled.n as f64, pooled.m as f64, pooled.total() as f64);
    // abs(U - nm/2) - 1/2, in whole numbers until the last step.
    let distance = doubled.abs_diff(u128::from(pooled.n) * u128::from(pooled.m)) as f64 / 2.0 - 0.5;
    let tied = pooled.ties.iter().map(|tie| tie.total().cast_signed() as f64);
    let ties: f64 = tied.map(|t| t * (t * t - 1.0)).sum();
    let variance = n * m / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)));
    let p = if distance <= 0.0 { 1.0 } else { normal_two_sided(distance / variance.sqrt()) };
    Ok(Outcome { statistic: doubled as f64 / 2.0, p_value: Some(p) })
}

/// Twice U: a whole number also with ties.
pub(crate) fn doubled_u(pooled: &Pooled) -> u128 {
    if pooled.is_narrow() {
        // At most 2 n m.
        return u128::from(pairs(pooled).map(|(of_reference, others)| of_reference * others).sum::<u64>());
    }
    pairs(pooled).map(|(of_reference, others)| u128::from(of_reference) * u128::from(others)).sum()
}

/// Of each distinct value, how often the reference has it, and twice how many current values are less, with equal ones once.
fn pairs(pooled: &Pooled) -> impl Iterator<Item = (u64, u64)> + '_ {
    pooled.ties.iter().scan(0, |below, tie| {
        let others = 2 * *below + tie.current;
        *below += tie.current;
        Some((tie.reference, others))
    })
}
