//! Fisher's exact test.

use super::table::Table;
use crate::special::hypergeometric_pmf;
use crate::{Outcome, Untestable};

/// Two tables whose probabilities differ by less than this part are equally likely: rounding must not decide.
const EQUALLY_LIKELY: f64 = 1e-11;

/// Fisher's exact test on a 2 x 2 table: the sample odds ratio x0 y1 / (x1 y0), infinite where the divisor is
/// 0, and the exact two-sided p-value.
///
/// Equals `scipy.stats.fisher_exact`: the p-value adds up all tables with these margins that are no likelier
/// than the one at hand. The tails are summed by ratios of neighbours from their near ends, so that a table
/// of millions takes microseconds and a tiny p keeps its digits. Sizes may differ. Untestable: an empty
/// sample; a single level; more than two levels.
pub fn fisher_exact(reference: &[u64], current: &[u64]) -> Result<Outcome, Untestable> {
    let [(a, b), (c, d)] = Table::two_by_two(reference, current)?;
    let statistic = (a as f64 / b as f64) * (d as f64 / c as f64);
    let statistic = if b == 0 || c == 0 { f64::INFINITY } else { statistic };
    Ok(Outcome { statistic, p_value: Some(two_sided(a, b, c, d).min(1.0)) })
}

fn two_sided(a: u64, b: u64, c: u64, d: u64) -> f64 {
    let (n, m, first) = (a + b, c + d, a + c);
    let pmf = |x: u64| hypergeometric_pmf(x, n, m, first);
    let (low, high) = (first.saturating_sub(m), first.min(n));
    let limit = pmf(a) * (1.0 + EQUALLY_LIKELY);
    let mode = (u128::from(first + 1) * u128::from(n + 1) / u128::from(n + m + 2)) as u64;
    let mode = mode.clamp(low, high);
    // The probabilities rise up to the mode and fall after it: each tail begins where they drop to the limit.
    let left = last_within(low, mode, |x| pmf(x) <= limit);
    let right = last_within(0, high - mode, |x| pmf(high - x) <= limit).map(|x| high - x);
    if let (Some(left), Some(right)) = (left, right)
        && left + 1 >= right
    {
        return 1.0;
    }
    // The ratio of the next probability to this one.
    let up = |x: u64| ((n - x) as f64 / (x + 1) as f64) * ((first - x) as f64 / (m + x + 1 - first) as f64);
    let left = left.map_or(0.0, |from| pmf(from) * tail((low..from).rev().map(|x| 1.0 / up(x))));
    let right = right.map_or(0.0, |from| pmf(from) * tail((from..high).map(up)));
    left + right
}

/// The last of `low..=high` for which `within` holds, if it holds up to a point and then no more.
fn last_within(low: u64, high: u64, within: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut inside, mut outside) = (None, high + 1);
    let mut start = low;
    while start < outside {
        let middle = start + (outside - start) / 2;
        if within(middle) {
            inside = Some(middle);
            start = middle + 1;
        } else {
            outside = middle;
        }
    }
    inside
}

/// 1 + r1 + r1 r2 + ..., until a term no longer counts; ratios fall towards the end of the tail.
fn tail(ratios: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for ratio in ratios {
        term *= ratio;
        sum += term;
        if term < sum * 1e-18 {
            break;
        }
    }
    sum
}
