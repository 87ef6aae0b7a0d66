//! Monte Carlo p-values for sparse tables.

use super::table::Table;
use super::{chi_square, g_test};
use crate::margins::Margins;
use crate::special::gamma_sf;
use crate::{Outcome, Untestable};

/// The most tables that are drawn.
const DRAWS: u32 = 1999;
/// As many tables at least as extreme settle the matter: the p-value is then known to a tenth.
const ENOUGH: u32 = 100;
/// With fewer than these the tail is estimated rather than counted.
const FEW: u32 = 10;
/// Two tables whose statistics differ by less than this part are equally extreme: rounding must not decide.
const EQUALLY_EXTREME: f64 = 1e-11;

/// [`chi_square`](crate::chi_square) with a p-value that holds where expected counts are small.
///
/// Tables with the margins of the one at hand are drawn until 100 are at least as extreme or 1999 are drawn.
/// In the first case p is 100 over the number drawn, in the second (hits + 1) / 2000; both are exact in that
/// p <= alpha has at most the probability alpha under no drift, whatever the expected counts (Besag and
/// Clifford 1991). With fewer than 10 hits that p could not go below 1/2000, too coarse for a report of many
/// columns: the drawn statistics are then continued by a Pearson type III distribution of the same mean,
/// variance and skewness (Winkler and others 2016), which is what chi-square itself is, and p is its tail,
/// not above the counted one. The same seed gives the same p-value. Untestable: an empty sample; a single
/// level.
pub fn chi_square_monte_carlo(reference: &[u64], current: &[u64], seed: u64) -> Result<Outcome, Untestable> {
    let table = Table::varying(reference, current)?;
    // With fixed margins, Pearson's statistic rises with sum x^2 / total, and only that varies.
    let p = p_value(&table, seed, |x, total| x as f64 * x as f64 / total as f64);
    Ok(Outcome { statistic: chi_square::statistic(&table), p_value: Some(p) })
}

/// [`g_test`](crate::g_test) with a p-value that holds where expected counts are small, as
/// [`chi_square_monte_carlo`] has it.
pub fn g_test_monte_carlo(reference: &[u64], current: &[u64], seed: u64) -> Result<Outcome, Untestable> {
    let table = Table::varying(reference, current)?;
    let most = table.levels.iter().map(|(x, y)| x + y).max().unwrap_or(0);
    let x_ln_x = |x: u64| if x == 0 { 0.0 } else { x as f64 * libm::log(x as f64) };
    let known: Vec<f64> = (0..=most.min(1 << 16)).map(x_ln_x).collect();
    let term = |x: u64| known.get(x as usize).copied().unwrap_or_else(|| x_ln_x(x));
    // With fixed margins, only the sum of x ln x over all cells varies.
    let p = p_value(&table, seed, |x, total| term(x) + term(total - x));
    Ok(Outcome { statistic: g_test::statistic(&table), p_value: Some(p) })
}

/// The p-value of a statistic that is a sum over levels of a term in the count of the smaller sample and the
/// total of the level.
fn p_value(table: &Table, seed: u64, term: impl Fn(u64, u64) -> f64) -> f64 {
    let mut levels = table.levels.clone();
    // Frequent levels first, as the rest is then dealt from few rows.
    levels.sort_unstable_by_key(|&(x, y)| std::cmp::Reverse((x + y, x)));
    let smaller_first = |&(x, y): &(u64, u64)| if table.n <= table.m { x } else { y };
    let totals: Vec<u64> = levels.iter().map(|(x, y)| x + y).collect();
    let observed_counts: Vec<u64> = levels.iter().map(smaller_first).collect();
    let statistic =
        |counts: &[u64]| counts.iter().zip(&totals).map(|(x, total)| term(*x, *total)).sum::<f64>();
    let observed = statistic(&observed_counts);
    let limit = observed - observed.abs() * EQUALLY_EXTREME;

    let mut margins = Margins::new(totals.clone(), table.n.min(table.m), seed);
    let mut counts = vec![0; totals.len()];
    let mut drawn = Vec::with_capacity(DRAWS as usize);
    let mut hits = 0;
    while (drawn.len() as u32) < DRAWS {
        margins.draw(&mut counts);
        let value = statistic(&counts);
        drawn.push(value);
        hits += u32::from(value >= limit);
        if hits == ENOUGH {
            return f64::from(ENOUGH) / drawn.len() as f64;
        }
    }
    let counted = f64::from(hits + 1) / f64::from(DRAWS + 1);
    if hits < FEW { tail(&drawn, observed).min(counted) } else { counted }
}

/// P(X >= observed) for the Pearson type III distribution (a shifted gamma) with the moments of the drawn
/// statistics.
fn tail(drawn: &[f64], observed: f64) -> f64 {
    let count = drawn.len() as f64;
    let mean = drawn.iter().sum::<f64>() / count;
    let moment = |power: i32| {
        drawn.iter().map(|v| (0..power).fold(1.0, |product, _| product * (v - mean))).sum::<f64>() / count
    };
    let deviation = moment(2).sqrt();
    if deviation <= 0.0 {
        // All tables are alike; the counted p-value stands.
        return 1.0;
    }
    let skewness = (moment(3) / (deviation * deviation * deviation)).max(0.01);
    let shape = 4.0 / (skewness * skewness);
    gamma_sf(shape, shape + (observed - mean) / deviation * shape.sqrt())
}
