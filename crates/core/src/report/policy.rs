//! The rules of the verdict, as the report states them.

use crate::Number;
use crate::policy::{Correction, Policy, Preset, Rule};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The rules that decided, as the report states them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PolicySummary {
    /// The preset that the policy started from.
    pub preset: Preset,
    /// A change is real where its adjusted p-value is under this.
    pub alpha: Number,
    /// How p-values are adjusted over the report.
    pub correction: Correction,
    /// The data set drifted where this share of tested columns did.
    pub drift_share: Number,
    /// The effect from which a real change matters.
    pub moderate: Number,
    /// The effect from which it matters a lot.
    pub severe: Number,
    /// The seed of every random number.
    pub seed: u64,
    /// The columns that alone were compared: names, or patterns with `*` and `?`; all of them where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The columns that were left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
    /// Rules for some columns; a later one overrides an earlier one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
}

impl From<&Policy> for PolicySummary {
    fn from(policy: &Policy) -> Self {
        Self {
            preset: policy.preset,
            alpha: policy.alpha.into(),
            correction: policy.correction,
            drift_share: policy.drift_share.into(),
            moderate: policy.moderate.into(),
            severe: policy.severe.into(),
            seed: policy.seed,
            columns: policy.only.iter().map(ToString::to_string).collect(),
            exclude: policy.exclude.iter().map(ToString::to_string).collect(),
            rules: policy.rules.clone(),
        }
    }
}
