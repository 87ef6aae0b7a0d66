//! Pearson's chi-square tests on counts.

use super::table::Table;
use crate::special::chi_square_sf;
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// Pearson's chi-square test of homogeneity on the 2 x k table, with k - 1 degrees of freedom (Pearson 1900).
///
/// Equals `scipy.stats.chi2_contingency(correction=False)`. Levels that neither sample has are left out. The
/// samples may differ in size. Where [`sparse`](crate::sparse) holds,
/// [`chi_square_monte_carlo`](crate::chi_square_monte_carlo) has the better p-value. Untestable: an empty
/// sample; a single level.
pub fn chi_square(reference: &[u64], current: &[u64]) -> Result<Outcome, Untestable> {
    let table = Table::varying(reference, current)?;
    let statistic = statistic(&table);
    Ok(Outcome { statistic, p_value: Some(chi_square_sf(statistic, table.freedom())) })
}

/// The sum over levels of (x m - y n)^2 / (n m (x + y)), which is Pearson's sum over both rows of the table.
pub(super) fn statistic(table: &Table) -> f64 {
    let (n, m) = (u128::from(table.n), u128::from(table.m));
    sum(table.levels.iter().map(|&(x, y)| {
        let gap = (u128::from(x) * m).abs_diff(u128::from(y) * n) as f64;
        (gap / n as f64) * (gap / m as f64) / (x + y) as f64
    }))
}

/// Chi-square goodness of fit of the current counts to the reference's shares, as if these were known and not
/// a sample.
///
/// Equals `scipy.stats.chisquare(current, reference * m / n)`. For the comparison with Evidently only: a
/// level that the reference lacks makes the statistic infinite and the p-value 0, and the uncertainty of the
/// reference is left out. [`chi_square`] is the test to use.
pub fn chi_square_goodness_of_fit(reference: &[u64], current: &[u64]) -> Result<Outcome, Untestable> {
    let table = Table::varying(reference, current)?;
    let scale = table.m as f64 / table.n as f64;
    let statistic = sum(table.levels.iter().map(|&(x, y)| {
        let expected = x as f64 * scale;
        (y as f64 - expected) * (y as f64 - expected) / expected
    }));
    Ok(Outcome { statistic, p_value: Some(chi_square_sf(statistic, table.freedom())) })
}
