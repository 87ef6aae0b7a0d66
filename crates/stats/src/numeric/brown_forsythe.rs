//! The Brown-Forsythe test of equal spread.

use crate::special::f_sf;
use crate::sum::sum;
use crate::summary::quantile;
use crate::{Distribution, Outcome, Samples, Untestable};

/// Brown-Forsythe W: the analysis of variance of the absolute deviations from each sample's median, against
/// F(1, n + m - 2).
///
/// Equals `scipy.stats.levene(center="median")` (Brown and Forsythe 1974). Untestable: an empty sample; fewer
/// than three values in both samples; deviations that do not vary within the samples, as when both are
/// constant.
pub fn brown_forsythe(samples: &Samples<'_>) -> Result<Outcome, Untestable> {
    let Samples { reference, current, .. } = *samples;
    let medians = quantile(reference, 0.5).zip(quantile(current, 0.5));
    let (x_median, y_median) = medians.ok_or(Untestable::Empty)?;
    let (n, m) = (reference.total() as f64, current.total() as f64);
    if n < 3.0 && m < 3.0 {
        // Two values are equally far from their median: nothing varies within the samples but rounding.
        return Err(Untestable::TooFew { needed: 3 });
    }
    // W has no unit; in units of the largest deviation no square overflows.
    let unit = largest(reference, x_median).max(largest(current, y_median));
    let sides = [(reference, x_median, n), (current, y_median, m)];
    let [(x_mean, x_within), (y_mean, y_within)] = sides.map(|(sample, median, total)| {
        let deviations =
            || sample.pairs().map(|(v, c)| ((v / 2.0 - median / 2.0).abs() / unit, c.cast_signed() as f64));
        let mean = sum(deviations().map(|(v, c)| v * c)) / total;
        (mean, sum(deviations().map(|(v, c)| c * (v - mean) * (v - mean))))
    });
    let within = x_within + y_within;
    // For two groups the sum of squares between them is nm / (n + m) times the squared difference of their
    // means.
    let between = n * m / (n + m) * (x_mean - y_mean) * (x_mean - y_mean);
    let statistic = (n + m - 2.0) * between / within;
    if !statistic.is_finite() {
        return Err(Untestable::Degenerate { what: "the deviations from the median do not vary" });
    }
    Ok(Outcome { statistic, p_value: Some(f_sf(statistic, 1.0, n + m - 2.0)) })
}

/// Half of the largest deviation from the median.
fn largest(sample: &Distribution, median: f64) -> f64 {
    let ends = sample.values().first().into_iter().chain(sample.values().last());
    ends.fold(0.0, |most, v| f64::max(most, (v / 2.0 - median / 2.0).abs()))
}
