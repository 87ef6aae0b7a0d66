//! Welch's t test.

use crate::special::student_t_two_sided;
use crate::{Outcome, Samples, Untestable};

/// Welch's t: the difference of the means, reference less current, over its standard error, without equal
/// variances (Welch 1947).
///
/// Equals `scipy.stats.ttest_ind(equal_var=False)`; two-sided. Untestable: fewer than two values in a sample;
/// two constant samples.
pub fn t_test(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let [x, y] = samples.summaries();
    let (x, y) = x.zip(y).ok_or(Untestable::Empty)?;
    let (sx, sy) = x.std.zip(y.std).ok_or(Untestable::TooFew { needed: 2 })?;
    // In units of the larger deviation, whose square then cannot overflow.
    let unit = sx.max(sy);
    if unit == 0.0 {
        return Err(Untestable::Degenerate {
            what: "both samples are constant, so there is no spread to measure by",
        });
    }
    let part = |std: f64, count: u64| (std / unit) * (std / unit) / count as f64;
    let (vx, vy) = (part(sx, x.count), part(sy, y.count));
    let statistic = (x.mean - y.mean) / unit / (vx + vy).sqrt();
    let freedom =
        (vx + vy) * (vx + vy) / (vx * vx / (x.count as f64 - 1.0) + vy * vy / (y.count as f64 - 1.0));
    Ok(Outcome { statistic, p_value: Some(student_t_two_sided(statistic, freedom)) })
}
