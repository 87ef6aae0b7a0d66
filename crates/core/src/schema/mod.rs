//! What data must be like before anybody asks whether they drifted: columns, types, ranges, levels, missing values,
//! uniqueness, numbers of rows. Learned from data that are good, edited by hand, and held against data that are new.

mod check;
mod file;
mod learn;
mod text;

pub use check::Held;

use crate::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a data set must be like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Schema {
    /// How many rows there may be.
    pub rows: Rows,
    /// Whether there may be columns that are not listed.
    pub other_columns: bool,
    /// What is expected of each column.
    pub columns: Vec<ColumnSchema>,
}

/// How many rows there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Rows {
    /// At least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<u64>,
    /// At most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<u64>,
}

/// What is expected of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnSchema {
    /// The column.
    pub name: String,
    /// Whether it must be there.
    #[serde(default = "yes")]
    pub required: bool,
    /// What it holds: every value is a number, an instant, or one of two; anything is a level or a text.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ColumnType>,
    /// No number is under this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// No number is over this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// No value is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<Vec<String>>,
    /// At most this share of rows has no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<f64>,
    /// Whether no value may occur twice.
    #[serde(default)]
    pub unique: bool,
}

fn yes() -> bool {
    true
}

impl ColumnSchema {
    /// Nothing but that the column must be there.
    pub fn required(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            required: true,
            kind: None,
            min: None,
            max: None,
            levels: None,
            missing: None,
            unique: false,
        }
    }
}

impl Schema {
    /// Whether a column of this name must be read to hold the data against the schema.
    pub fn wants(&self, column: &str) -> bool {
        !self.other_columns || self.columns.iter().any(|expected| expected.name == column)
    }
}
