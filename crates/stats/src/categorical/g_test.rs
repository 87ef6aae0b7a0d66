//! The likelihood-ratio test on counts.

use super::table::Table;
use crate::special::chi_square_sf;
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// G-test: twice the log-likelihood ratio of the 2 x k table, with k - 1 degrees of freedom (Wilks 1938).
///
/// Equals `scipy.stats.chi2_contingency(correction=False, lambda_="log-likelihood")`. Levels that neither
/// sample has are left out. The samples may differ in size. Where [`sparse`](crate::sparse) holds,
/// [`g_test_monte_carlo`](crate::g_test_monte_carlo) has the better p-value. Untestable: an empty sample; a
/// single level.
pub fn g_test(reference: &[u64], current: &[u64]) -> Result<Outcome, Untestable> {
    let table = Table::varying(reference, current)?;
    let statistic = statistic(&table);
    Ok(Outcome { statistic, p_value: Some(chi_square_sf(statistic, table.freedom())) })
}

/// 2 sum O ln(O / E) over both rows. Each term less O - E, which sums to 0, so that no term is negative and
/// nothing cancels.
pub(super) fn statistic(table: &Table) -> f64 {
    let total = table.total() as f64;
    let (n, m) = (table.n as f64 / total, table.m as f64 / total);
    2.0 * sum(table.levels.iter().flat_map(|&(x, y)| {
        let both = (x + y) as f64;
        [excess(x as f64, both * n), excess(y as f64, both * m)]
    }))
}

/// O ln(O / E) - (O - E) >= 0.
fn excess(observed: f64, expected: f64) -> f64 {
    if observed == 0.0 {
        return expected;
    }
    crate::special::deviance(observed, expected)
}
