//! Whether values that were not held could have led to another answer.

use super::correction::correct;
use super::rule::Judge;
use crate::policy::Correction;
use crate::report::{ColumnReport, Finding, FindingCode, Severity};
use crate::{Method, Number};

/// Marks the columns that would be called changed at one end of what their test of all values may say, and not at the other.
/// `judges` are those of the columns; none where a column is not tested.
pub(super) fn mark(columns: &mut [ColumnReport], judges: &[Option<Judge>], correction: Correction) {
    let family: Vec<Number> =
        columns.iter().flat_map(|column| [column.p_value, column.missing.p_value]).collect();
    for (place, (column, judge)) in columns.iter_mut().zip(judges).enumerate() {
        let doubted = judge.is_some_and(|judge| {
            let Some(ends) = Ends::of(column) else { return false };
            let sees_change = |end| ends.sees_change(end, judge, &family, 2 * place, correction);
            sees_change(0) != sees_change(1)
        });
        if let Some(sketch) = &mut column.sketch {
            sketch.could_overturn = doubted;
        }
    }
}

/// What the Kolmogorov-Smirnov test of all values may say at the most and at the least.
struct Ends {
    statistics: [f64; 2],
    p_values: [f64; 2],
}

impl Ends {
    /// Nothing where another method decides, or where the column was held whole.
    fn of(column: &ColumnReport) -> Option<Self> {
        let sketch = column.sketch.as_ref().filter(|_| column.primary == Some(Method::Ks))?;
        let statistic = column.methods.get(&Method::Ks)?.statistic.get()?;
        let error = sketch.rank_error.get()?;
        let (low, high) = (sketch.p_value_low.get()?, sketch.p_value_high.get()?);
        // Of several aspects each counts as if it had been asked alone, in the worst case.
        let aspects = column.aspects.len().max(1) as f64;
        let shown = column.p_value.get().unwrap_or(high);
        Some(Self {
            statistics: [statistic + error, statistic - error],
            p_values: [shown.min(low * aspects), shown.max(high)],
        })
    }

    fn sees_change(
        &self,
        end: usize,
        judge: Judge,
        family: &[Number],
        own: usize,
        correction: Correction,
    ) -> bool {
        let p_values = family.iter().enumerate().filter_map(|(place, p)| {
            let p = p.get()?;
            Some(if place == own { self.p_values[end] } else { p })
        });
        let before = family[..own].iter().filter(|p| p.get().is_some()).count();
        let adjusted = family[own].get().map(|_| correct(p_values.collect(), correction)[before]);
        judge.sees_change(Some(self.statistics[end]), adjusted)
    }
}

/// A word on each column whose status could be another one.
pub(crate) fn could_overturn(columns: &[ColumnReport]) -> Vec<Finding> {
    let doubted =
        columns.iter().filter(|column| column.sketch.as_ref().is_some_and(|sketch| sketch.could_overturn));
    let finding = |column: &ColumnReport| Finding {
        code: FindingCode::CouldOverturn,
        severity: Severity::Warning,
        column: Some(column.name.clone()),
        message: format!(
            "is {}, but so near to the limit that it could be otherwise if all its values had been held",
            column.status.name()
        ),
    };
    doubted.map(finding).collect()
}
