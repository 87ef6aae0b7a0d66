//! The number that says how much a column changed, window by window.

use super::of_column;
use crate::format::method::symbol;
use crate::format::number::value;
use crate::shortened::shown;
use driftglass_core::report::{ColumnReport, WindowColumn};
use driftglass_core::{Method, Number, Report};

/// A column's score in all windows.
pub(crate) struct Score {
    /// What it is: `PSI`.
    pub(crate) title: &'static str,
    /// What its threshold is called: `moderate from 0.1`.
    pub(crate) limit: Option<String>,
    /// Whether it comes with an interval.
    pub(crate) has_interval: bool,
    /// A point for each window.
    pub(crate) points: Vec<Point>,
}

/// The score in one window.
#[derive(Default)]
pub(crate) struct Point {
    pub(crate) value: Option<f64>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    pub(crate) threshold: Option<f64>,
}

impl Score {
    /// The statistic where it decided against a threshold of its own, else the size of the change against the policy's.
    pub(crate) fn of(report: &Report, column: &ColumnReport) -> Option<Self> {
        let windows = of_column(report, column);
        let compared = || windows.iter().flatten();
        let by_statistic = compared().any(|it| it.statistic.get().is_some())
            && compared().all(|it| it.p_value.get().is_none() && it.threshold.get().is_some());
        let points = if by_statistic {
            let point = |it: &WindowColumn| Point {
                value: it.statistic.get(),
                threshold: it.threshold.get(),
                ..Point::default()
            };
            windows.iter().map(|it| it.map(point).unwrap_or_default()).collect::<Vec<_>>()
        } else {
            let moderate = report.policy.moderate;
            let point = |it: &WindowColumn| {
                let estimate = it.effect.as_ref()?;
                let limit = if it.is_learned { it.threshold } else { moderate };
                let [value, low, high, threshold] =
                    [estimate.value, shown(estimate.low), shown(estimate.high), limit].map(Number::get);
                Some(Point { value, low, high, threshold })
            };
            windows.iter().map(|it| it.and_then(point).unwrap_or_default()).collect()
        };
        points.iter().find(|point| point.value.is_some())?;
        let method = compared()
            .find_map(|it| if by_statistic { it.primary } else { Some(it.effect.as_ref()?.name) })?;
        Some(Self {
            title: if by_statistic { Method::title(method) } else { symbol(method) },
            limit: limit(&points, if by_statistic { "drifted" } else { "moderate" }),
            has_interval: points.iter().any(|point| point.low.is_some() && point.high.is_some()),
            points,
        })
    }
}

/// Limits that were learned may differ from window to window.
fn limit(points: &[Point], word: &str) -> Option<String> {
    let mut limits = points.iter().filter_map(|point| point.threshold).map(Number::from);
    let first = limits.next()?;
    Some(if limits.all(|it| it == first) {
        format!("{word} from {}", value(first.get()?))
    } else {
        format!("{word} from here")
    })
}
