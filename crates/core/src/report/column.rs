//! One column of the report.

use super::{Aspect, Cumulative, Sketch, Status};
use crate::{ColumnType, Method, Number, Role};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The comparison of one column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnReport {
    /// The column's name.
    pub name: String,
    /// Its place in the data, from 0: the reference's columns first, then those that the current data adds.
    #[serde(default)]
    pub position: u64,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// What it is for.
    pub role: Role,
    /// How much it matters to the model, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<Number>,
    /// How much it changed.
    pub status: Status,
    /// Whether the policy calls it drifted.
    pub drifted: bool,
    /// Why it is untested.
    pub reason: Option<String>,
    /// The change in one plain sentence, for a column that changed: `age 17 to 22: 9.8 % -> 1.2 %`.
    pub moved: Option<String>,
    /// The method that decided.
    pub primary: Option<Method>,
    /// The p-value of the method that decided, or of all aspects together where the column has several; null where a statistic decided.
    pub p_value: Number,
    /// That p-value adjusted over the report.
    pub q_value: Number,
    /// How large the change is.
    pub effect: Option<Effect>,
    /// What the values were compared by beside, or in place of, their distribution on the line; none unless the column has several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<Aspect>,
    /// Every method that applies to the column.
    pub methods: BTreeMap<Method, MethodResult>,
    /// Missing values on both sides.
    pub missing: Missing,
    /// The bins or levels that carry the change, largest part first.
    pub contributions: Vec<Contribution>,
    /// Levels that the reference does not have, most frequent first.
    pub new_values: Vec<LevelCount>,
    /// Levels of the reference that are gone, most frequent first.
    pub vanished_values: Vec<LevelCount>,
    /// The reference's values in numbers; null where it has no such column.
    pub reference: Option<ColumnSummary>,
    /// The current values in numbers; null where there is no such column.
    pub current: Option<ColumnSummary>,
    /// Counts to draw; null where there is nothing to draw.
    pub histogram: Option<Histogram>,
    /// How the values add up along the line, to draw; nothing where they have no order or a side has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cumulative: Option<Cumulative>,
    /// How the column was held, where its values were too many for the memory; nothing where it was held whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sketch: Option<Sketch>,
}

/// An effect size with its interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Effect {
    /// The method whose scale it is on.
    pub name: Method,
    /// The estimate.
    pub value: Number,
    /// The lower end of its interval, where it has one.
    pub low: Number,
    /// The upper end of its interval, where it has one.
    pub high: Number,
}

/// What one method says of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MethodResult {
    /// The method's statistic; null where it cannot be had.
    pub statistic: Number,
    /// Its p-value; null where the method has none.
    pub p_value: Number,
    /// What the result is held against: the p-value of a test, the statistic of a distance or of the method that a rule gave
    /// a threshold; null where the policy has none.
    pub threshold: Number,
    /// Whether the method alone would call the column drifted; null where it cannot say.
    pub drifted: Option<bool>,
    /// Why there is no result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Missing values on both sides, and whether their share changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Missing {
    /// Missing values of the reference.
    pub reference: u64,
    /// Missing values of the current data.
    pub current: u64,
    /// The p-value of a change in the share of missing values.
    pub p_value: Number,
    /// That p-value adjusted over the report.
    pub q_value: Number,
    /// How large the change is.
    #[serde(default)]
    pub effect: Option<Effect>,
}

/// A bin or level and its part of the change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contribution {
    /// The bin's range or the level.
    pub label: String,
    /// Its share of the reference, 0 to 1.
    pub reference: Number,
    /// Its share of the current values, 0 to 1.
    pub current: Number,
    /// Its part of the score, 0 to 1.
    pub share: Number,
}

/// A level and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LevelCount {
    /// The level as the data spells it.
    pub label: String,
    /// How often it occurs.
    pub count: u64,
}

/// A column's values on one side, in numbers. The length of texts where the column is text; seconds since
/// 1970-01-01 UTC where it is datetime.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnSummary {
    /// Rows.
    pub count: u64,
    /// Rows without a value.
    pub missing: u64,
    /// Values of a numeric or datetime column that are neither.
    pub junk: u64,
    /// Distinct values.
    pub distinct: u64,
    /// The mean; null where values have no order.
    pub mean: Number,
    /// The standard deviation, with n - 1.
    pub std: Number,
    /// The least value.
    pub min: Number,
    /// The greatest value.
    pub max: Number,
    /// Quantiles by linear interpolation, as numpy's default.
    pub quantiles: Vec<Quantile>,
    /// The most frequent levels (or values of a numeric column with few), most frequent first.
    pub levels: Vec<LevelCount>,
}

/// A quantile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantile {
    /// The probability, 0 to 1.
    pub p: Number,
    /// The value.
    pub value: Number,
}

/// Counts of both sides over the same bins or levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Histogram {
    /// The bins' edges, one more than there are counts; the first and last bin may be wider than the rest,
    /// so that one extreme value does not hide the shape. Bins hold their lower edge, the last also its upper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edges: Option<Vec<Number>>,
    /// Whether the bins between the tails are equally wide by the logarithm of their values.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub logarithmic: bool,
    /// The levels, as many as there are counts; where levels were left out, the last entry is theirs and `rest` says how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    /// How many levels the last entry stands for, where levels were left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest: Option<u64>,
    /// Counts of the reference.
    pub reference: Vec<u64>,
    /// Counts of the current data.
    pub current: Vec<u64>,
}
