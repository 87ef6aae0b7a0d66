//! A schema from data that are good.

use super::check::{canonical, of_another_type};
use super::{ColumnSchema, Rows, Schema};
use crate::infer::{column_type, is_identifier};
use crate::profile::ColumnProfile;
use crate::{ColumnType, Profile};

/// Of a column with more levels than this none is listed: new ones are no surprise.
const FEW_LEVELS: usize = 50;

/// Shares of missing values that a schema allows.
const SHARES: [f64; 7] = [0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

impl Schema {
    /// What can be expected of data like these.
    ///
    /// Ranges are wider than the data, because what lies a little outside is drift's business: as far again on both sides as the numbers
    /// reach, but not below 0 where no number is. Twice the share of missing values is allowed, rounded
    /// up. Levels are listed where each occurs twice at least: the share of values whose level is yet to be seen is about the share of those
    /// whose level was seen once (Good 1953).
    pub fn learn(data: &Profile) -> Self {
        Self {
            rows: Rows { min: Some(1), max: None },
            other_columns: true,
            columns: data.columns().map(|(name, column)| expected(name, column, data)).collect(),
        }
    }
}

fn expected(name: &str, column: &ColumnProfile, data: &Profile) -> ColumnSchema {
    let mut expected = ColumnSchema::required(name);
    if column.values() == 0 {
        return expected;
    }
    let census = column.census();
    let kind = column_type(name, &census, || column.distinct());
    // A few values may be of no type; then none is asked for.
    expected.kind = Some(kind).filter(|kind| of_another_type(column, *kind).is_none());
    expected.missing = missing(data.missing(column), data.rows());
    let nothing = ColumnProfile::default();
    let names_rows = is_identifier(name, kind, [column, &nothing], [&census, &nothing.census()]);
    expected.unique = names_rows && column.is_whole() && column.distinct() as u64 == column.values();
    match kind {
        ColumnType::Numeric if !names_rows => {
            (expected.min, expected.max) = column.range().and_then(wider).unzip();
        }
        ColumnType::Categorical | ColumnType::Boolean if !names_rows => {
            let levels = canonical(column);
            let are_all = levels.len() <= FEW_LEVELS && levels.values().all(|count| *count > 1);
            expected.levels = are_all.then(|| levels.into_keys().collect());
        }
        _ => {}
    }
    expected
}

fn missing(missing: u64, rows: u64) -> Option<f64> {
    let share = 2.0 * missing as f64 / rows.max(1) as f64;
    SHARES.into_iter().find(|allowed| share <= *allowed)
}

/// As far again on both sides as the numbers reach.
fn wider((least, greatest): (f64, f64)) -> Option<(f64, f64)> {
    let span = greatest - least;
    let min = if least >= 0.0 { (least - span).max(0.0) } else { least - span };
    let max = if greatest <= 0.0 { (greatest + span).min(0.0) } else { greatest + span };
    (min.is_finite() && max.is_finite()).then_some((min, max))
}
