//! What all tests of the readers need.

use driftglass_core::{Column, Value};
use driftglass_data::{Error, Input, ReadOptions, ReadSummary, read};
use std::io::{self, Read};

/// A table as tests compare it: names, and cells row by row, absent ones as `None`.
#[derive(Debug, PartialEq, Default)]
pub(crate) struct Table {
    pub(crate) names: Vec<String>,
    pub(crate) rows: Vec<Vec<Option<String>>>,
}

impl Table {
    /// A table of cells that are all there.
    pub(crate) fn of<const N: usize>(names: [&str; N], rows: &[[&str; N]]) -> Self {
        let rows = rows.iter().map(|row| row.iter().map(|cell| Some((*cell).to_owned())).collect());
        Self { names: names.map(str::to_owned).to_vec(), rows: rows.collect() }
    }
}

/// Reads a whole input and puts its chunks together.
pub(crate) fn read_table(
    name: &str,
    input: impl Read,
    options: &ReadOptions,
) -> Result<(Table, ReadSummary), Error> {
    read_input(name, Input::stream(input), options)
}

/// Reads a whole input of any kind.
pub(crate) fn read_input(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
) -> Result<(Table, ReadSummary), Error> {
    let mut table = Table::default();
    let summary = read(name, input, options, &mut |chunk| {
        let start = table.rows.len();
        table.rows.resize(start + chunk.rows(), Vec::new());
        for (index, (name, column)) in chunk.columns().enumerate() {
            if index == table.names.len() {
                table.names.push(name.to_string());
            }
            assert_eq!(*table.names[index], **name, "columns keep their places");
            for (row, cell) in table.rows[start..].iter_mut().zip(cells(column)) {
                row.push(cell);
            }
        }
    })?;
    // A column that came late is absent from the rows before.
    for row in &mut table.rows {
        row.resize(table.names.len(), None);
    }
    Ok((table, summary))
}

/// The cells of a column as text, whatever the file has them as.
fn cells(column: &Column) -> Vec<Option<String>> {
    match column {
        Column::Spelled(cells) | Column::Strings(cells) => {
            cells.iter().map(|cell| cell.map(str::to_owned)).collect()
        }
        Column::Values(values) => values.iter().map(|value| value.map(Value::spell)).collect(),
        Column::Unread(cells) => vec![Some("unread".to_owned()); *cells],
    }
}

/// The table and findings of a content whose name tells the format.
pub(crate) fn good(name: &str, content: impl AsRef<[u8]>) -> (Table, Vec<String>) {
    let (table, summary) = read_table(name, content.as_ref(), &ReadOptions::default()).unwrap();
    assert_eq!(summary.source.rows, table.rows.len() as u64);
    assert_eq!(summary.source.columns, table.names.len() as u64);
    (table, summary.findings.into_iter().map(|finding| finding.message).collect())
}

/// The table of a content about which there is nothing to say.
pub(crate) fn clean(name: &str, content: impl AsRef<[u8]>) -> Table {
    let (table, findings) = good(name, content);
    assert_eq!(findings, Vec::<String>::new());
    table
}

/// The error of a content, as the user reads it.
pub(crate) fn bad(name: &str, content: impl AsRef<[u8]>) -> String {
    let error = read_table(name, content.as_ref(), &ReadOptions::default()).unwrap_err();
    match error.hint() {
        Some(hint) => format!("{error}\nhint: {hint}"),
        None => error.to_string(),
    }
}

/// An input that gives a few bytes at a time.
pub(crate) struct Trickle<'a> {
    pub(crate) content: &'a [u8],
    pub(crate) step: usize,
}

impl Read for Trickle<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.step.min(buffer.len());
        self.content.read(&mut buffer[..length])
    }
}
