//! P-values of distances, where somebody asks for them.

use super::methods::Tested;
use crate::Method;
use driftglass_stats::{self as stats, Smoothing, Untestable};

/// The p-value of a distance by dealing the rows of both sides anew, `draws` times; `None` for a method that has none to be had.
pub(super) fn p_value(method: Method, tested: &Tested<'_>, draws: u32) -> Option<Result<f64, Untestable>> {
    let Tested { samples, table, seed, .. } = tested;
    match (method, samples) {
        // The raw distances: dividing by the reference's spread would change with each dealing.
        (Method::Wasserstein, Some(samples)) => {
            Some(stats::permutation_p_value(samples, stats::wasserstein_distance, draws, *seed))
        }
        (Method::Energy, Some(samples)) => {
            Some(stats::permutation_p_value(samples, stats::energy_distance, draws, *seed))
        }
        (Method::JensenShannon, _) => {
            let distance = |x: &[u64], y: &[u64]| {
                stats::jensen_shannon(x, y, Smoothing::None).map(|found| found.statistic)
            };
            Some(stats::counts_permutation_p_value(&table.reference, &table.current, distance, draws, *seed))
        }
        _ => None,
    }
}
