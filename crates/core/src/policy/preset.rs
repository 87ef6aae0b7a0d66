//! Named sets of rules.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A named set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// A p-value that holds its error rate, adjusted over the report, and an effect size beside it.
    #[default]
    Calibrated,
    /// The textbook recipe: KS or chi-square p < 0.05 and PSI > 0.2, without correction.
    Classic,
    /// What Evidently 0.7 does by default.
    Evidently,
}

impl Preset {
    /// The name in the report and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Calibrated => "calibrated",
            Self::Classic => "classic",
            Self::Evidently => "evidently",
        }
    }

    /// Whether texts and instants are looked at from several sides.
    pub(crate) fn tests_aspects(self) -> bool {
        self == Self::Calibrated
    }

    /// Whether a change in the share of missing values is part of the verdict.
    pub(crate) fn tests_missing(self) -> bool {
        self == Self::Calibrated
    }
}

/// How p-values are adjusted over the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// Benjamini-Hochberg: holds the false discovery rate.
    #[default]
    Bh,
    /// Holm: holds the family-wise error rate.
    Holm,
    /// Bonferroni: the same, more strictly.
    Bonferroni,
    /// No adjustment.
    None,
}

impl Correction {
    /// Every way, the usual one first.
    pub const ALL: [Self; 4] = [Self::Bh, Self::Holm, Self::Bonferroni, Self::None];

    /// The name in the report and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bh => "bh",
            Self::Holm => "holm",
            Self::Bonferroni => "bonferroni",
            Self::None => "none",
        }
    }

    /// The name that people know.
    pub fn title(self) -> &'static str {
        match self {
            Self::Bh => "Benjamini-Hochberg",
            Self::Holm => "Holm",
            Self::Bonferroni => "Bonferroni",
            Self::None => "none",
        }
    }
}
