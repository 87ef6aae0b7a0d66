//! A schema as a file: TOML.

use super::{ColumnSchema, Rows, Schema};
use crate::ColumnType;
use crate::policy::{SettingsError, line_of, read_toml};
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    rows: Rows,
    #[serde(default = "super::yes")]
    other_columns: bool,
    #[serde(rename = "column", default)]
    columns: Vec<Spanned<ColumnSchema>>,
}

impl Schema {
    /// The schema of a TOML text.
    pub fn from_toml(text: &str) -> Result<Self, SettingsError> {
        let written: Written = read_toml(text)?;
        let refuse = |start, (message, hint): (String, &str)| SettingsError {
            line: line_of(text, start),
            message,
            hint: Some(hint.to_owned()),
        };
        if let (Some(min), Some(max)) = (written.rows.min, written.rows.max)
            && min > max
        {
            return Err(refuse(0, (format!("rows: min {min} is over max {max}"), "exchange them")));
        }
        let mut names = BTreeSet::new();
        for column in &written.columns {
            let start = column.span().start;
            let column = column.get_ref();
            if !names.insert(column.name.as_str()) {
                let message = format!("column \"{}\" is there twice", column.name);
                return Err(refuse(start, (message, "put both into one [[column]]")));
            }
            column.sound().map_err(|complaint| refuse(start, complaint))?;
        }
        let columns = written.columns.into_iter().map(Spanned::into_inner).collect();
        Ok(Self { rows: written.rows, other_columns: written.other_columns, columns })
    }
}

impl ColumnSchema {
    /// What of it cannot be meant.
    fn sound(&self) -> Result<(), (String, &'static str)> {
        let refuse = |what: String, hint| Err((format!("column \"{}\": {what}", self.name), hint));
        if let Some(share) = self.missing.filter(|share| !(0.0..=1.0).contains(share)) {
            return refuse(format!("missing cannot be {share}"), "it is a share from 0 to 1, such as 0.05");
        }
        match (self.min, self.max, self.kind) {
            (Some(min), Some(max), _) if min > max => {
                refuse(format!("min {min} is over max {max}"), "exchange them")
            }
            (None, None, _) | (_, _, None | Some(ColumnType::Numeric)) => Ok(()),
            (.., Some(kind)) => {
                refuse(format!("min and max are for numbers, not for {}", kind.name()), "leave them out")
            }
        }
    }
}
