//! Rules for some columns, and the patterns that name them.

use super::Binning;
use crate::{ColumnType, Method, Role};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use wildmatch::WildMatch;

/// A column's name, or a pattern with `*` and `?`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Pattern(pub(super) String);

impl Pattern {
    /// A name matches itself first, because names may hold `*` and `?` too.
    pub(crate) fn matches(&self, column: &str) -> bool {
        self.is(column) || (self.is_wild() && WildMatch::new(&self.0).matches(column))
    }

    /// Whether it can match another name than itself.
    pub(crate) fn is_wild(&self) -> bool {
        self.0.contains(['*', '?'])
    }

    pub(crate) fn is(&self, column: &str) -> bool {
        self.0 == column
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is different for the columns that a pattern names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The columns: a name, or a pattern with `*` and `?`.
    pub(crate) columns: Pattern,
    /// The method that decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// What the method's statistic is held against; it replaces the p-value as the judge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<f64>,
    /// A threshold from which the column stops a gate by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail: Option<f64>,
    /// What the statistic is worth a warning from, beside `fail`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<f64>,
    /// The level that the p-value is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alpha: Option<f64>,
    /// The number of bins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bins: Option<usize>,
    /// Where the edges of bins are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binning: Option<Binning>,
    /// How many permutations give a distance that decides a p-value, which then judges in place of a threshold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permutations: Option<u32>,
    /// What the columns hold.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ColumnType>,
    /// What the columns are for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

impl Rule {
    /// The columns that it is for: a name, or a pattern.
    pub fn pattern(&self) -> &str {
        self.columns.as_str()
    }

    /// The same rule, for the columns of another one.
    #[must_use]
    pub fn for_columns_of(self, other: &Self) -> Self {
        Self { columns: other.columns.clone(), ..self }
    }

    /// A rule that says nothing yet, for the columns that a pattern names.
    pub fn for_columns(pattern: impl Into<String>) -> Self {
        Self {
            columns: Pattern(pattern.into()),
            method: None,
            threshold: None,
            fail: None,
            warn: None,
            alpha: None,
            bins: None,
            binning: None,
            permutations: None,
            kind: None,
            role: None,
        }
    }
}

/// The name most like the one that nobody has, for a hint; `None` where nothing is like it.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let likeness = |other: &str| strsim::jaro_winkler(&name.to_lowercase(), &other.to_lowercase());
    names
        .map(|other| (likeness(other), other))
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, other)| other.to_owned())
}
