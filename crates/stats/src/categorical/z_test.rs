//! The test of two proportions.

use super::table::Table;
use crate::special::normal_two_sided;
use crate::{Outcome, Untestable};

/// z of the pooled two-proportion test: the reference's share of the first level less the current one, over
/// its standard error under no drift.
///
/// Equals `statsmodels.stats.proportion.proportions_ztest([x[0], y[0]], [n, m])`, two-sided; its square is
/// [`chi_square`](crate::chi_square) on 2 x 2. Untestable: an empty sample; a single level; more than two
/// levels.
pub fn z_test(reference: &[u64], current: &[u64]) -> Result<Outcome, Untestable> {
    let table = Table::two_by_two(reference, current)?;
    let [(x, x_rest), (y, y_rest)] = table;
    let (n, m) = (u128::from(x + x_rest), u128::from(y + y_rest));
    // (x m - y n) / sqrt(n m first rest / (n + m)), the numerator in whole numbers.
    let (f, g) = (u128::from(x) * m, u128::from(y) * n);
    let gap = if f >= g { (f - g) as f64 } else { -((g - f) as f64) };
    let (first, rest) = ((x + y) as f64, (x_rest + y_rest) as f64);
    let (n, m) = (n as f64, m as f64);
    let statistic = gap / n / m / (first / (n + m) * (rest / n) / m).sqrt();
    Ok(Outcome { statistic, p_value: Some(normal_two_sided(statistic)) })
}
