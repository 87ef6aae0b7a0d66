//! The report: the only thing that renderers see, and the public JSON.

mod aspect;
mod column;
mod cumulative;
mod finding;
mod joint;
mod policy;
mod sketch;
mod summary;
mod windows;

pub use aspect::{Aspect, AspectName};
pub use column::{
    ColumnReport, ColumnSummary, Contribution, Effect, Histogram, LevelCount, MethodResult, Missing, Quantile,
};
pub use cumulative::{Cumulative, Curve, Gap};
pub use finding::{Finding, FindingCode, Severity};
pub use joint::{Association, Domain, DomainColumn, Measure, PairCounts};
pub use policy::PolicySummary;
pub use sketch::{Condensed, Sketch};
pub use summary::{Generator, Source, Status, StatusCounts, Summary, Validation, Verdict};
pub use windows::{ChangePoint, Span, Timeline, Window, WindowColumn};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the report JSON that this crate writes.
pub const SCHEMA: &str = "driftglass.report/1";

/// The comparison of two data sets under a policy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Always `driftglass.report/1`.
    pub schema: String,
    /// What wrote the report.
    pub generator: Generator,
    /// When the report was made, RFC 3339, where the caller gave a time.
    pub created_at: Option<String>,
    /// The data that the model is used to.
    pub reference: Source,
    /// The data that it meets now.
    pub current: Source,
    /// The rules of the verdict.
    pub policy: PolicySummary,
    /// The verdict.
    pub summary: Summary,
    /// What a schema says of the current data, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation: Option<Validation>,
    /// Every column of either side, strongest drift first.
    pub columns: Vec<ColumnReport>,
    /// How many pairs of columns were looked at together.
    #[serde(default)]
    pub pairs: PairCounts,
    /// The pairs whose association changed most, those that changed for real first.
    #[serde(default)]
    pub associations: Vec<Association>,
    /// Whether a classifier can tell current rows from reference rows.
    #[serde(default)]
    pub domain: Option<Domain>,
    /// How the data were cut into windows, where they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeline: Option<Timeline>,
    /// The comparison of each window, in the order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
    /// What the reader should know beside drift.
    pub findings: Vec<Finding>,
}

impl Report {
    /// The report as indented JSON, ending in a newline: the same bytes from the binary and from the page.
    ///
    /// # Panics
    /// Never: a report has string keys and finite numbers.
    pub fn to_json(&self) -> String {
        let mut text =
            serde_json::to_string_pretty(self).expect("a report has string keys and finite numbers");
        text.push('\n');
        text
    }

    /// A report from its JSON.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}
