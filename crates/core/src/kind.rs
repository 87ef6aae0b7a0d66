//! What a column holds and what it is for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Numbers on a scale.
    Numeric,
    /// Levels without an order.
    Categorical,
    /// Two levels that mean yes and no.
    Boolean,
    /// Dates or instants, compared as seconds since 1970-01-01 UTC, by hour and by weekday.
    Datetime,
    /// Free text, compared by its length, its words and what it is made of.
    Text,
}

impl ColumnType {
    /// Every type, in the order of the documentation.
    pub const ALL: [Self; 5] = [Self::Numeric, Self::Categorical, Self::Boolean, Self::Datetime, Self::Text];

    /// The name in the report and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Numeric => "numeric",
            Self::Categorical => "categorical",
            Self::Boolean => "boolean",
            Self::Datetime => "datetime",
            Self::Text => "text",
        }
    }

    /// What its values are, in words.
    pub(crate) fn plural(self) -> &'static str {
        match self {
            Self::Numeric => "numbers",
            Self::Categorical => "levels",
            Self::Boolean => "yes or no",
            Self::Datetime => "dates",
            Self::Text => "texts",
        }
    }

    /// Whether the column is compared as a distribution on a line, and not as counts of levels.
    pub fn is_ordered(self) -> bool {
        matches!(self, Self::Numeric | Self::Datetime | Self::Text)
    }
}

/// What a column is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An input of the model.
    #[default]
    Feature,
    /// What the model is to predict.
    Target,
    /// What the model predicted.
    Prediction,
    /// When the row was made: it moves by nature and is not tested.
    Timestamp,
    /// Which row it is: it is not tested.
    Id,
}

impl Role {
    /// Every role, in the order of the documentation.
    pub const ALL: [Self; 5] = [Self::Feature, Self::Target, Self::Prediction, Self::Timestamp, Self::Id];

    /// The name in the report and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Feature => "feature",
            Self::Target => "target",
            Self::Prediction => "prediction",
            Self::Timestamp => "timestamp",
            Self::Id => "id",
        }
    }
}
