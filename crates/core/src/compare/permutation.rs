//! P-values of distances, where somebody asks for them.

use super::table::Table;
use super::values::Values;
use crate::Method;
use driftglass_stats::{self as stats, Smoothing, Untestable};

/// The p-value of a distance by dealing the rows of both sides anew, `draws` times; `None` for a method that has none to be had.
pub(super) fn p_value(
    method: Method,
    values: &Values,
    table: &Table,
    draws: u32,
    seed: u64,
) -> Option<Result<f64, Untestable>> {
    match (method, values) {
        // The raw distances: dividing by the reference's spread would change with each dealing.
        (Method::Wasserstein, Values::Line([x, y])) => Some(stats::permutation_p_value(
            &x.distribution,
            &y.distribution,
            stats::wasserstein_distance,
            draws,
            seed,
        )),
        (Method::Energy, Values::Line([x, y])) => Some(stats::permutation_p_value(
            &x.distribution,
            &y.distribution,
            stats::energy_distance,
            draws,
            seed,
        )),
        (Method::JensenShannon, _) => {
            let distance = |x: &[u64], y: &[u64]| {
                stats::jensen_shannon(x, y, Smoothing::None).map(|found| found.statistic)
            };
            Some(stats::counts_permutation_p_value(&table.reference, &table.current, distance, draws, seed))
        }
        _ => None,
    }
}
