//! How values on a line are put into bins.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where the edges of bins are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Binning {
    /// At quantiles of the reference; frequent single values have bins of their own.
    #[default]
    Quantile,
    /// At equal distances over the reference's range, as other tools have them.
    EqualWidth,
}

impl Binning {
    /// The name in the report and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quantile => "quantile",
            Self::EqualWidth => "equal_width",
        }
    }
}
