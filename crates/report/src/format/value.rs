//! A column's values, written as its type asks.

use super::number::{self, NONE};
use super::time;
use driftglass_core::{ColumnType, Number};

/// A value of a column of this type, among values that span so much.
pub(crate) fn value(kind: ColumnType, value: Number, span: f64) -> String {
    match (value.get(), kind) {
        (None, _) => NONE.to_owned(),
        (Some(seconds), ColumnType::Datetime) => time::instant(seconds, span),
        (Some(value), _) => number::value(value),
    }
}

/// A distance between values of a column of this type, such as their standard deviation.
pub(crate) fn spread(kind: ColumnType, value: Number) -> String {
    match (value.get(), kind) {
        (None, _) => NONE.to_owned(),
        (Some(seconds), ColumnType::Datetime) => time::duration(seconds),
        (Some(value), _) => number::value(value),
    }
}

/// Labels for points of an axis, with just the decimals that tell neighbours apart.
pub(crate) fn axis_labels(kind: ColumnType, points: &[f64]) -> Vec<String> {
    let step =
        points.windows(2).map(|pair| pair[1] - pair[0]).filter(|s| *s > 0.0).fold(f64::INFINITY, f64::min);
    if kind == ColumnType::Datetime {
        return points.iter().map(|&at| time::label(at, step)).collect();
    }
    let largest = points.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
    if largest >= 1e12 || (largest > 0.0 && largest < 1e-3) {
        return points.iter().map(|&x| number::value(x)).collect();
    }
    let finest =
        if step.is_finite() { (1.0 - libm::floor(libm::log10(step))).clamp(0.0, 6.0) as usize } else { 3 };
    let decimals = (0..finest)
        .find(|&decimals| {
            points.iter().all(|x| fixed(*x, decimals).parse() == fixed(*x, finest).parse::<f64>())
        })
        .unwrap_or(finest);
    points.iter().map(|&x| number::group(&fixed(x, decimals))).collect()
}

fn fixed(x: f64, decimals: usize) -> String {
    let text = format!("{x:.decimals$}");
    // What rounds to zero has no sign.
    if text.parse() == Ok(0.0) { format!("{:.decimals$}", 0.0) } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::text::plain;
    use super::*;

    #[test]
    fn axis_labels_tell_neighbours_apart() {
        let labels = |points: &[f64]| {
            axis_labels(ColumnType::Numeric, points).iter().map(|l| plain(l)).collect::<Vec<_>>()
        };
        assert_eq!(labels(&[17.0, 35.25, 53.5, 90.0]), ["17", "35", "54", "90"]);
        assert_eq!(labels(&[0.0, 0.05, 0.1]), ["0.00", "0.05", "0.10"]);
        assert_eq!(labels(&[0.0, 1.5, 3.0]), ["0.0", "1.5", "3.0"]);
        assert_eq!(labels(&[-0.01, 20.0]), ["0", "20"]);
        assert_eq!(labels(&[12_285.0, 350_000.0]), ["12 285", "350 000"]);
    }
}
