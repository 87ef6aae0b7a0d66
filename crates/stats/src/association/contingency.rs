//! Association of two categorical columns.

use crate::categorical::bias_corrected_v;
use crate::margins::Margins;
use crate::sum::sum;
use crate::{Outcome, Untestable};

/// Bias-corrected Cramér's V of a contingency table, given row by row, 0 to 1 (Bergsma 2013). Rows and columns without a count are left out.
///
/// Untestable: no count at all; a single row or column.
pub fn contingency_v(table: &[Vec<u64>]) -> Result<f64, Untestable> {
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let cells: Vec<u64> = table.iter().flat_map(|row| padded(row, width)).collect();
    v_of_cells(&cells, width)
}

fn padded(row: &[u64], width: usize) -> impl Iterator<Item = u64> + '_ {
    row.iter().copied().chain(std::iter::repeat(0)).take(width)
}

fn v_of_cells(cells: &[u64], width: usize) -> Result<f64, Untestable> {
    let total: u64 = cells.iter().sum();
    if total == 0 {
        return Err(Untestable::Empty);
    }
    let rows: Vec<u64> = cells.chunks(width).map(|row| row.iter().sum()).collect();
    let columns: Vec<u64> = (0..width).map(|j| cells.iter().skip(j).step_by(width).sum()).collect();
    let filled = |sums: &[u64]| sums.iter().filter(|sum| **sum > 0).count() as f64;
    let (height, breadth) = (filled(&rows), filled(&columns));
    if height < 2.0 || breadth < 2.0 {
        return Err(Untestable::Constant);
    }
    let total = total as f64;
    let chi_square = sum(cells.iter().enumerate().map(|(i, observed)| {
        let expected = rows[i / width] as f64 * (columns[i % width] as f64 / total);
        let gap = *observed as f64 - expected;
        if expected > 0.0 { gap * gap / expected } else { 0.0 }
    }));
    Ok(bias_corrected_v(chi_square, height, breadth, total))
}

/// Whether the association of two categorical columns differs between two samples: V of the reference less V of the current table, with a
/// permutation p-value.
///
/// The rows of both tables are dealt at random to samples of the same sizes, `draws` times; p is (hits + 1) / (draws + 1) for differences
/// at least as large in either direction. Both tables have the same rows and columns. The same seed gives the same p-value.
/// Untestable: tables of unequal shape; a table without a V, see [`contingency_v`].
pub fn contingency_v_change(
    reference: &[Vec<u64>],
    current: &[Vec<u64>],
    draws: u32,
    seed: u64,
) -> Result<Outcome, Untestable> {
    let width = reference.iter().chain(current).map(Vec::len).max().unwrap_or(0);
    let cells =
        |table: &[Vec<u64>]| -> Vec<u64> { table.iter().flat_map(|row| padded(row, width)).collect() };
    let (x, y) = (cells(reference), cells(current));
    if x.len() != y.len() {
        return Err(Untestable::Shape { needed: "two tables of the same shape" });
    }
    let statistic = v_of_cells(&x, width)? - v_of_cells(&y, width)?;
    let totals: Vec<u64> = x.iter().zip(&y).map(|(a, b)| a + b).collect();
    let mut margins = Margins::new(totals.clone(), x.iter().sum(), seed);
    let mut dealt = vec![0; totals.len()];
    let limit = statistic.abs() * (1.0 - 1e-12);
    let hits = (0..draws)
        .filter(|_| {
            margins.draw(&mut dealt);
            let rest: Vec<u64> = totals.iter().zip(&dealt).map(|(total, count)| total - count).collect();
            let difference = v_of_cells(&dealt, width).and_then(|v| Ok(v - v_of_cells(&rest, width)?));
            // A dealing without a V counts against drift.
            difference.map_or(true, |difference| difference.abs() >= limit)
        })
        .count();
    Ok(Outcome { statistic, p_value: Some((hits + 1) as f64 / (f64::from(draws) + 1.0)) })
}
