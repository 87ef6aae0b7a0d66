//! Columns that were not held whole.

use crate::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a column was held that has more distinct values than the memory allows, and what that may do to the verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sketch {
    /// How the reference was held; null where all its values were.
    pub reference: Option<Condensed>,
    /// How the current data were held; null where all their values were.
    pub current: Option<Condensed>,
    /// By how much the Kolmogorov-Smirnov distance of all values may differ from the one in the report; null where it has none.
    pub rank_error: Number,
    /// The least p-value that the Kolmogorov-Smirnov test of all values may have; null where it has none.
    pub p_value_low: Number,
    /// The greatest one.
    pub p_value_high: Number,
    /// Whether all values could have led to another answer to the question whether the column changed.
    #[serde(default)]
    pub could_overturn: bool,
}

/// One side of such a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Condensed {
    /// The bits after the leading one to which numbers and instants were rounded: no number moved by more than one part in two to the
    /// power of this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bits: Option<u8>,
    /// The share of its distinct texts that were told apart; the others were counted in groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<Number>,
    /// What fewer rows share was left out when the side was saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_count: Option<u64>,
}
