//! The rule that divides a data set, as a person writes it.

use crate::profile::{cell_instant, cell_number};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Which rows of a data set are the reference. As text: `70%`, `date>=2024-06-01`, `split=train` or `split=train|test`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Split {
    /// The first rows: this share of all. The others are the current data.
    Share(f64),
    /// The rows before a date or under a number. Those from it on are the current data.
    From {
        /// The column.
        column: String,
        /// Seconds since 1970-01-01 UTC, or the number.
        bound: f64,
        /// Whether it is a date.
        is_instant: bool,
        /// The bound as it was written.
        written: String,
    },
    /// The rows with a value.
    Value {
        /// The column.
        column: String,
        /// The value of the reference.
        reference: String,
        /// The value of the current data; where there is none, all other rows are.
        current: Option<String>,
    },
}

/// Why a rule does not divide a data set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SplitError {
    /// The text is no rule.
    Written(String),
    /// No column has the rule's name.
    NoColumn(String),
    /// Most cells of the column are not what the rule compares.
    Unreadable {
        /// The column.
        column: String,
        /// Rows whose cell cannot be read.
        unread: u64,
        /// All rows.
        rows: u64,
    },
    /// No row is on one side, which these words describe.
    Empty(String),
}

impl Split {
    /// The column that tells, where one does.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Share(_) => None,
            Self::From { column, .. } | Self::Value { column, .. } => Some(column),
        }
    }

    /// The rows of either side in words.
    pub fn words(&self) -> [String; 2] {
        match self {
            Self::Share(share) => {
                [format!("first {} % of rows", percent(*share)), "the rows after them".to_owned()]
            }
            Self::From { column, written, .. } => {
                [format!("{column} < {written}"), format!("{column} >= {written}")]
            }
            Self::Value { column, reference, current: Some(current) } => {
                [format!("{column} = {reference}"), format!("{column} = {current}")]
            }
            Self::Value { column, reference, current: None } => {
                [format!("{column} = {reference}"), format!("{column} is not {reference}")]
            }
        }
    }
}

impl FromStr for Split {
    type Err = SplitError;

    fn from_str(text: &str) -> Result<Self, SplitError> {
        let wrong = || SplitError::Written(text.to_owned());
        if let Some(number) = text.trim().strip_suffix('%') {
            let share = cell_number(number.trim()).ok_or_else(wrong)? / 100.0;
            return if share > 0.0 && share < 1.0 { Ok(Self::Share(share)) } else { Err(wrong()) };
        }
        let column = |column: &str| match column.trim() {
            "" => Err(wrong()),
            column => Ok(column.to_owned()),
        };
        if let Some((name, bound)) = text.split_once(">=") {
            let written = bound.trim().to_owned();
            // A number stays a number: dates that are written as numbers have the same order.
            let number = cell_number(&written);
            let bound = number.or_else(|| cell_instant(&written)).ok_or_else(wrong)?;
            return Ok(Self::From { column: column(name)?, bound, is_instant: number.is_none(), written });
        }
        let (name, values) = text.split_once('=').ok_or_else(wrong)?;
        let (reference, current) = match values.split_once('|') {
            Some((reference, current)) => (reference, Some(current.trim().to_owned())),
            None => (values, None),
        };
        Ok(Self::Value { column: column(name)?, reference: reference.trim().to_owned(), current })
    }
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Share(share) => write!(f, "{}%", percent(*share)),
            Self::From { column, written, .. } => write!(f, "{column}>={written}"),
            Self::Value { column, reference, current: Some(current) } => {
                write!(f, "{column}={reference}|{current}")
            }
            Self::Value { column, reference, current: None } => write!(f, "{column}={reference}"),
        }
    }
}

/// A share in hundredths, without the dust of binary fractions.
fn percent(share: f64) -> f64 {
    (share * 1e8).round() / 1e6
}

impl SplitError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Written(_) => "write 70%, COLUMN>=DATE, COLUMN>=NUMBER, COLUMN=VALUE or COLUMN=VALUE|OTHER",
            Self::NoColumn(_) => "name a column of the file's header, spelt as it is there",
            Self::Unreadable { .. } => "write dates as 2024-06-01, or split by a share of rows or by a value",
            Self::Empty(_) => "choose a bound or a value that the column has",
        }
    }
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Written(text) => write!(f, "\"{text}\" does not say how to split rows"),
            Self::NoColumn(column) => write!(f, "no column is called \"{column}\""),
            Self::Unreadable { column, unread, rows } => {
                write!(f, "column \"{column}\" cannot be read as the split asks in {unread} of {rows} rows")
            }
            Self::Empty(side) => write!(f, "no row is on one side of the split: {side}"),
        }
    }
}

impl std::error::Error for SplitError {}
