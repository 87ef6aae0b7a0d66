//! What stops a check.

use driftglass_core::Report;
use driftglass_core::report::{FindingCode, Severity, Validation, Verdict};
use driftglass_history::Outcome;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// How much drift stops a check.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum FailOn {
    /// Any drifted column.
    Any,
    /// The verdict on the data set.
    #[default]
    Dataset,
    /// Any column with severe drift.
    Severe,
    /// So large a share of tested columns.
    Share(f64),
    /// So many columns.
    Columns(u64),
}

impl FailOn {
    /// What a report comes to. Broken expectations come before drift, and a column's own limit before the rest.
    pub(crate) fn judge(self, report: &Report) -> Outcome {
        let stops_by_itself = report
            .findings
            .iter()
            .any(|finding| finding.code == FindingCode::OverLimit && finding.severity == Severity::Error);
        if report.validation.is_some_and(Validation::is_broken) {
            Outcome::Invalid
        } else if report.summary.tested == 0 {
            Outcome::Untested
        } else if stops_by_itself || self.is_reached(report) {
            Outcome::Drifted
        } else {
            Outcome::Passed
        }
    }

    fn is_reached(self, report: &Report) -> bool {
        let summary = &report.summary;
        match self {
            Self::Any => summary.drifted > 0,
            Self::Dataset => summary.verdict == Verdict::Drifted,
            Self::Severe => summary.by_status.severe > 0,
            Self::Share(share) => summary.share.get().is_some_and(|drifted| drifted >= share),
            Self::Columns(columns) => summary.drifted >= columns,
        }
    }
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, limit) = match text.split_once(">=") {
            None => (text.trim(), None),
            Some((name, limit)) => (name.trim(), Some(limit.trim())),
        };
        match (name, limit) {
            ("any", None) => Ok(Self::Any),
            ("dataset", None) => Ok(Self::Dataset),
            ("severe", None) => Ok(Self::Severe),
            ("share", Some(limit)) => match limit.parse() {
                Ok(share) if share > 0.0 && share <= 1.0 => Ok(Self::Share(share)),
                _ => Err(format!("the share cannot be \"{limit}\"; it is over 0 and up to 1, such as 0.05")),
            },
            ("columns", Some(limit)) => match limit.parse() {
                Ok(columns) if columns > 0 => Ok(Self::Columns(columns)),
                _ => Err(format!("the number of columns cannot be \"{limit}\"; it is a whole number from 1")),
            },
            _ => Err("use any, dataset, severe, share>=0.05 or columns>=3".to_owned()),
        }
    }
}

impl TryFrom<String> for FailOn {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl fmt::Display for FailOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("any"),
            Self::Dataset => f.write_str("dataset"),
            Self::Severe => f.write_str("severe"),
            Self::Share(share) => write!(f, "share>={share}"),
            Self::Columns(columns) => write!(f, "columns>={columns}"),
        }
    }
}
