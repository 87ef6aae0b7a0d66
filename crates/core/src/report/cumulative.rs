//! How the values of both sides add up along the line.

use crate::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The cumulative curves of both sides, and where they are farthest apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cumulative {
    /// The reference's curve.
    pub reference: Curve,
    /// The current data's curve.
    pub current: Curve,
    /// The greatest distance between the two, the Kolmogorov-Smirnov statistic.
    pub gap: Gap,
}

/// The share of values at or below each value, from 0 at the least to 1 at the greatest, as points that straight lines join. Two points at
/// one value are a jump: all values that alone hold 2 % or more have one. Quantiles stand between, rounded to a hundredth of their distances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Curve {
    /// The values, ascending.
    pub values: Vec<Number>,
    /// The shares, 0 to 1, as many; to 5 decimals.
    pub shares: Vec<Number>,
}

/// The place where the cumulative curves are farthest apart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Gap {
    /// The value.
    pub at: Number,
    /// The share of the reference at or below it.
    pub reference: Number,
    /// The share of the current values at or below it.
    pub current: Number,
}
