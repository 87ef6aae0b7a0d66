//! Cramér's V, corrected for bias.

use super::chi_square;
use super::table::Table;
use crate::special::chi_square_sf;
use crate::{Outcome, Untestable};

/// Bias-corrected Cramér's V between level and sample, 0 (no more apart than chance) to 1 (Bergsma 2013).
///
/// The p-value is that of [`chi_square`](crate::chi_square). Untestable: an empty sample; a single level.
pub fn cramers_v(reference: &[u64], current: &[u64]) -> Result<Outcome, Untestable> {
    let table = Table::varying(reference, current)?;
    let statistic = chi_square::statistic(&table);
    let v = bias_corrected_v(statistic, 2.0, table.levels.len() as f64, table.total() as f64);
    Ok(Outcome { statistic: v, p_value: Some(chi_square_sf(statistic, table.freedom())) })
}

/// Bergsma's V of an r x k table with the given chi-square and total: phi^2 less its expectation under
/// independence, over the corrected number of rows or columns. 0 where the correction leaves no room, as in a
/// table of two rows in all.
pub(crate) fn bias_corrected_v(chi_square: f64, rows: f64, columns: f64, total: f64) -> f64 {
    let phi2 = chi_square / total - (rows - 1.0) * (columns - 1.0) / (total - 1.0);
    let corrected = |size: f64| size - (size - 1.0) * (size - 1.0) / (total - 1.0);
    let room = corrected(rows).min(corrected(columns)) - 1.0;
    if phi2 <= 0.0 || room <= 0.0 { 0.0 } else { (phi2 / room).sqrt().min(1.0) }
}
