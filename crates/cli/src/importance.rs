//! How much each column matters to the model, from a file.

use crate::error::{Error, Result};
use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Columns and what they matter.
pub(crate) struct Importance(BTreeMap<String, f64>);

impl Importance {
    /// Reads a JSON object of columns and numbers, or a CSV with the columns `column` and `importance`.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| Error::io(&name, &error))?;
        let is_json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        let read = if is_json {
            serde_json::from_str(&text).map_err(|error| {
                Error::new(format!("{name}: {error}")).with_hint("write {\"age\": 0.31, \"job\": 0.12}")
            })
        } else {
            table(&text).map_err(|error| {
                Error::new(format!("{name}{error}"))
                    .with_hint("write a header, column,importance, and a line for each column")
            })
        };
        read.map(Self)
    }

    /// Writes it into a report, and returns the names that no column has.
    pub(crate) fn enter(&self, report: &mut Report) -> Vec<&str> {
        for column in &mut report.columns {
            column.importance = self.0.get(&column.name).map(|importance| (*importance).into());
        }
        let is_there = |name: &str| report.columns.iter().any(|column: &ColumnReport| column.name == name);
        self.0.keys().map(String::as_str).filter(|name| !is_there(name)).collect()
    }
}

/// The rows of a CSV, or where it is none and why.
fn table(text: &str) -> std::result::Result<BTreeMap<String, f64>, String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| format!(": {error}"))?.clone();
    let place = |name: &str| {
        header
            .iter()
            .position(|field| field.trim() == name)
            .ok_or_else(|| format!(": there is no column \"{name}\""))
    };
    let (column, importance) = (place("column")?, place("importance")?);
    reader
        .records()
        .zip(2..)
        .map(|(record, row)| {
            let record = record.map_err(|error| format!(", row {row}: {error}"))?;
            let text = record.get(importance).unwrap_or_default().trim();
            match text.parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    Ok((record.get(column).unwrap_or_default().to_owned(), number))
                }
                _ => Err(format!(", row {row}, column \"importance\": \"{text}\" is not a number")),
            }
        })
        .collect()
}
