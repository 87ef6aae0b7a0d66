//! The two-sample Cramér-von Mises test.

use super::quadratic_form::quadratic_form_sf;
use super::tied_bridge::{TiedBridge, ties_matter};
use crate::pooled::Pooled;
use crate::sum::sum;
use crate::{Outcome, Samples, Untestable};
use std::f64::consts::PI;

/// The largest sample for which the null distribution is enumerated, as in scipy.
const EXACT_UP_TO: u64 = 20;

/// Cramér-von Mises T = nm/N^2 times the sum of (F - G)^2 over the pooled sample of N = n + m values
/// (Anderson 1962).
///
/// Without ties it equals `scipy.stats.cramervonmises_2samp`: exact up to 20 values in each sample (Xiao,
/// Gordon and Yakovlev 2006), else from the limiting distribution with the exact mean and variance; unlike
/// scipy's, its tail keeps its digits. With ties, where scipy's statistic and null distribution are both
/// wrong, (F - G)^2 counts once for each pooled value and the null distribution is that of the ties at hand:
/// all dealings of the tied values for small samples, else the limit of Choulakian, Lockhart and Stephens
/// (1994), which is that without ties where none is frequent. Untestable: an empty sample; both samples one and the same value.
pub fn cramer_von_mises(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let pooled = samples.varying()?;
    let (n, m, total) = (pooled.n as f64, pooled.m as f64, pooled.total() as f64);
    let squares = pooled.steps().zip(&pooled.ties).map(|((x, y, _), tie)| {
        let gap = pooled.gap(x, y);
        tie.total().cast_signed() as f64 * gap * gap
    });
    let statistic = sum(squares) / (n * m) / (total * total);
    let p = if pooled.n.max(pooled.m) <= EXACT_UP_TO {
        enumerated_sf(pooled)
    } else if ties_matter(pooled) {
        // The permutation mean is N / (N - 1) times that of the limit.
        TiedBridge::cramer_von_mises(pooled).sf(statistic * (total - 1.0) / total)
    } else {
        untied_sf(statistic, n, m)
    };
    Ok(Outcome { statistic, p_value: Some(p) })
}

/// The limit, the sum of `Z_j^2 / (j pi)^2`, at the statistic brought to its mean and variance.
fn untied_sf(statistic: f64, n: f64, m: f64) -> f64 {
    let (k, total) = (n * m, n + m);
    let mean = (1.0 + 1.0 / total) / 6.0;
    let variance = (total + 1.0) / (45.0 * total * total)
        * (4.0 * k * total - 3.0 * (n * n + m * m) - 2.0 * k)
        / (4.0 * k);
    let x = 1.0 / 6.0 + (statistic - mean) / (45.0 * variance).sqrt();
    let root = |j: usize| Some((j as f64 * PI) * (j as f64 * PI));
    // Below this the probability is 1 to the last digit, as scipy has it too.
    if x < 0.003 {
        return 1.0;
    }
    quadratic_form_sf(x, root, |places| places.map(|y| libm::sin(y.sqrt()) / y.sqrt()))
}

/// P(T >= the one at hand) over all equally likely ways to deal the pooled values, value by value, in whole
/// numbers.
fn enumerated_sf(pooled: &Pooled) -> f64 {
    let divisor = greatest_common_divisor(pooled.n, pooled.m);
    let (across, up) = (pooled.m / divisor, pooled.n / divisor);
    let square = |x: u64, y: u64| (x * across).abs_diff(y * up) * (x * across).abs_diff(y * up);
    let observed: u64 =
        pooled.steps().zip(&pooled.ties).map(|((x, y, _), tie)| tie.total() * square(x, y)).sum();
    // For each number of reference values so far: the partial sums still below the observed one, with their
    // numbers of ways.
    let mut open: Vec<Vec<(u64, f64)>> = vec![Vec::new(); pooled.n as usize + 1];
    open[0].push((0, 1.0));
    let (mut seen, mut reached) = (0, 0.0);
    for tie in &pooled.ties {
        let size = tie.total();
        seen += size;
        let left = pooled.total() - seen;
        let mut next: Vec<Vec<(u64, f64)>> = vec![Vec::new(); open.len()];
        for (x_before, sums) in open.iter().enumerate() {
            for taken in 0..=size {
                let x = x_before as u64 + taken;
                if x > pooled.n || seen < x || seen - x > pooled.m {
                    continue;
                }
                let (ways, rest) = (choose(size, taken), choose(left, pooled.n - x));
                let term = size * square(x, seen - x);
                // Whatever comes next, these have reached the observed sum.
                let split = sums.partition_point(|(sum, _)| sum + term < observed);
                reached += sums[split..].iter().map(|(_, count)| count).sum::<f64>() * ways * rest;
                let below = sums[..split].iter().map(|(sum, count)| (sum + term, count * ways));
                next[x as usize] = merged(&next[x as usize], below);
            }
        }
        open = next;
    }
    (reached / choose(pooled.total(), pooled.n)).min(1.0)
}

/// Two ascending lists of (sum, count) as one, equal sums added up.
fn merged(a: &[(u64, f64)], b: impl Iterator<Item = (u64, f64)>) -> Vec<(u64, f64)> {
    let mut out = Vec::with_capacity(a.len());
    let mut a = a.iter().copied().peekable();
    for (sum, count) in b {
        while let Some(smaller) = a.next_if(|(other, _)| *other < sum) {
            out.push(smaller);
        }
        let equal = a.next_if(|(other, _)| *other == sum).map_or(0.0, |(_, count)| count);
        out.push((sum, count + equal));
    }
    out.extend(a);
    out
}

/// C(n, k), exact for the sizes that are enumerated.
fn choose(n: u64, k: u64) -> f64 {
    (0..k).fold(1.0, |product, i| product * (n - i) as f64 / (i + 1) as f64).round()
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
