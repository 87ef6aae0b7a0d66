//! What the reader should know beside drift.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Info,
    /// Look at it before you rely on the verdict.
    Warning,
    /// Something is wrong with the data.
    Error,
}

impl Severity {
    /// The name in the report and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The kinds of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingCode {
    /// A column of the current data that the reference does not have.
    ColumnAdded,
    /// A column of the reference that the current data does not have.
    ColumnRemoved,
    /// A column whose values look like another type now.
    TypeChanged,
    /// Levels that the reference does not have.
    NewValues,
    /// Levels of the reference that are gone.
    VanishedValues,
    /// Numeric values outside the range of the reference.
    OutOfRange,
    /// Values of a numeric or datetime column that are neither.
    Junk,
    /// A column with one value.
    Constant,
    /// A column without any value.
    AllMissing,
    /// A column whose values name rows.
    Identifier,
    /// Rows that occur more than once.
    DuplicateRows,
    /// Two columns with the same values.
    DuplicateColumns,
    /// Rows that a classifier tells apart although no column drifted.
    JointDrift,
    /// A column whose statistic reached a limit of its own rule: an error stops a gate, a warning does not.
    OverLimit,
    /// Columns that were not looked at together.
    ColumnsLeftOut,
    /// A column that was not held whole, because its values were too many for the memory.
    Sketched,
    /// A column whose status could be another one if all its values had been held.
    CouldOverturn,
    /// Too few rows to tell.
    TooFewRows,
    /// Rows with more or fewer fields than the header.
    RaggedRows,
    /// A column name that occurs more than once in the header.
    DuplicateHeader,
    /// Bytes that are not UTF-8.
    InvalidUtf8,
    /// Nested values that were set aside.
    Nested,
    /// Files of one data set that do not have the same columns, or not of the same types.
    PartsDiffer,
    /// Something that the schema expects, and that the current data are not.
    ExpectationBroken,
    /// Something that the schema expects, and that these data cannot be held to.
    ExpectationUntold,
    /// Windows of time that were not compared, or rows that are in none.
    Windows,
    /// Anything else that a reader of the file should know.
    Other,
}

/// Something that the reader should know beside drift.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// What kind of finding it is.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: Severity,
    /// The column that it is about.
    pub column: Option<String>,
    /// The finding in words, with the file, row and value where it has them.
    pub message: String,
}
