//! What several columns say together. It stands beside the verdict and does not enter it.

use crate::Number;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How two columns hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Pearson's correlation, of two numeric columns.
    Pearson,
    /// Spearman's rank correlation, of two numeric columns.
    Spearman,
    /// Cramér's V, corrected for bias, of two columns of levels.
    CramersV,
}

impl Measure {
    /// The name in words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Pearson => "Pearson",
            Self::Spearman => "Spearman",
            Self::CramersV => "Cramér's V",
        }
    }
}

/// How many pairs of columns were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct PairCounts {
    /// Pairs with at least one test of change.
    pub tested: u64,
    /// Pairs whose association changed.
    pub changed: u64,
}

/// The association of two columns in both data sets, on a sample of rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Association {
    /// The column that comes first in the file.
    pub left: String,
    /// The other one.
    pub right: String,
    /// What is measured.
    pub measure: Measure,
    /// In the reference.
    pub reference: Number,
    /// In the current data.
    pub current: Number,
    /// Current less reference.
    pub change: Number,
    /// The p-value of no change; null where a few extreme rows decide.
    pub p_value: Number,
    /// The p-value, adjusted over all pairs and measures.
    pub q_value: Number,
    /// Whether the change is real and at least 0.1.
    pub changed: bool,
}

/// How well a classifier tells current rows from reference rows that it was not trained on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Domain {
    /// The area under the curve: 0.5 is no better than chance, 1 is always right. Null where it could not be tried.
    pub auc: Number,
    /// The lower end of its 95 % interval.
    pub low: Number,
    /// The upper end.
    pub high: Number,
    /// The p-value of no better than chance.
    pub p_value: Number,
    /// Distinct rows that it was trained and tried on.
    pub rows: u64,
    /// Parts of the rows; each but the first was tried with a model of those before it.
    pub folds: u64,
    /// The columns that it used, most important first.
    pub columns: Vec<DomainColumn>,
    /// Whether it tells the rows apart for real.
    pub drifted: bool,
    /// Why it could not be tried.
    pub reason: Option<String>,
}

/// A column that the classifier used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DomainColumn {
    /// The column.
    pub name: String,
    /// Its part of the classifier's gain, all columns together 1.
    pub importance: Number,
}
