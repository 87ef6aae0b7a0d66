//! What can be wrong with a policy.

use std::fmt;

/// What is wrong with a policy, or with a policy for these data.
#[derive(Debug, Clone, PartialEq)]
pub enum PolicyError {
    /// A rule names a column that neither data set has.
    UnknownColumn {
        /// The name or pattern.
        name: String,
        /// The column most like it.
        nearest: Option<String>,
    },
    /// A number outside its range.
    OutOfRange {
        /// Which setting.
        setting: &'static str,
        /// The columns of its rule, where it is in one.
        columns: Option<String>,
        /// Its value.
        value: f64,
        /// What it may be, in words.
        allowed: &'static str,
    },
    /// What only the data can answer, asked of a report.
    NeedsData {
        /// The column that it is about, where it is about one.
        column: Option<String>,
        /// Which setting.
        setting: &'static str,
    },
    /// A method asked for by a column's name does not apply to the column's type.
    MethodDoesNotApply {
        /// The column.
        column: String,
        /// The method's id.
        method: &'static str,
        /// The column's type.
        kind: &'static str,
        /// The ids that apply.
        applicable: Vec<&'static str>,
    },
}

impl PolicyError {
    /// What to do about it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::UnknownColumn { nearest, .. } => {
                nearest.as_ref().map(|name| format!("did you mean \"{name}\"?"))
            }
            Self::OutOfRange { setting, allowed, .. } => Some(format!("{setting} is {allowed}")),
            Self::NeedsData { .. } => Some("compare the data again".to_owned()),
            Self::MethodDoesNotApply { applicable, .. } => {
                Some(format!("use one of {}", applicable.join(", ")))
            }
        }
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownColumn { name, .. } => write!(f, "no column is called \"{name}\""),
            Self::OutOfRange { setting, columns: None, value, .. } => {
                write!(f, "{setting} cannot be {value}")
            }
            Self::OutOfRange { setting, columns: Some(columns), value, .. } => {
                write!(f, "{setting} cannot be {value} for the columns \"{columns}\"")
            }
            Self::NeedsData { column: None, setting } => {
                write!(f, "another setting of {setting} needs the data, not only their report")
            }
            Self::NeedsData { column: Some(column), setting } => {
                write!(
                    f,
                    "column \"{column}\": another setting of {setting} needs the data, not only their report"
                )
            }
            Self::MethodDoesNotApply { column, method, kind, .. } => {
                write!(f, "{method} does not apply to column \"{column}\", which is {kind}")
            }
        }
    }
}

impl std::error::Error for PolicyError {}
