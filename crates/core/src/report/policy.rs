//! The rules of the verdict, as the report states them.

use crate::Number;
use crate::policy::{Correction, Policy, Preset};
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
        }
    }
}
