//! JSON: an array of records, an object of columns, or a record a line.

mod cell;
mod columns;
mod lines;
mod records;

use crate::error::{Error, ErrorKind};
use crate::table::Table;
use columns::Columns;
use driftglass_core::report::Finding;
pub(crate) use lines::{looks_like_lines, read as read_lines};
use records::Records;
use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::error::Category;
use std::fmt::{self, Formatter};
use std::io::{BufReader, Read};

/// What a finding says of nested values.
const NESTED: &str = "with an array or object, which was set aside and counts as missing";
/// What to do about JSON that is no table.
const SHAPES: &str =
    r#"give an array of records, [{"a": 1}, {"a": 2}], or an object of columns, {"a": [1, 2]}"#;

/// Reads one JSON value: an array of records as it comes, an object of columns once it is whole.
pub(crate) fn read(file: &str, input: impl Read, table: &mut Table<'_>) -> Result<Vec<Finding>, Error> {
    let mut json = Deserializer::from_reader(BufReader::with_capacity(64 * 1024, input));
    let mut document =
        Document { records: Records::new(table), columns: Columns::default(), is_array: false };
    if let Err(error) = json.deserialize_any(&mut document) {
        let error = problem(file, error, 0, SHAPES);
        return Err(match document.columns.current() {
            _ if document.is_array => error.with_row(document.records.table.rows() + 1),
            Some(column) => error.with_column(column),
            None => error,
        });
    }
    json.end().map_err(|error| {
        problem(file, error, 0, "if the file has one record a line, it is NDJSON: name it .ndjson")
    })?;
    let Document { records, columns, is_array } = document;
    let findings = records.findings(file);
    let findings = if is_array { findings } else { columns.finish(file, table)? };
    table.finish();
    no_table(file, table).map_or(Ok(findings), Err)
}

/// The value of a whole file.
struct Document<'a, 'b> {
    records: Records<'a, 'b>,
    columns: Columns,
    is_array: bool,
}

impl<'de> Visitor<'de> for &mut Document<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("an array of records or an object of columns")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, records: A) -> Result<(), A::Error> {
        self.is_array = true;
        self.records.take_all(records)
    }

    fn visit_map<A: MapAccess<'de>>(self, columns: A) -> Result<(), A::Error> {
        self.columns.take_all(columns)
    }
}

/// The error for a table without rows or columns.
fn no_table(file: &str, table: &Table<'_>) -> Option<Error> {
    let message = match (table.rows(), table.width()) {
        (0, _) => "the file has no rows",
        (_, 0) => "the records have no keys",
        _ => return None,
    };
    Some(Error::new(ErrorKind::NoRows, file, message).with_hint("check that the whole file was written"))
}

/// An error of the parser, whose line 1 is behind `lines_before` others; `shape` is what to do about a wrong shape.
fn problem(file: &str, error: serde_json::Error, lines_before: u64, shape: &str) -> Error {
    let (line, character) = (error.line() as u64 + lines_before, error.column());
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text);
    let message = format!("{text} at line {line}, character {character}");
    let (kind, hint) = match error.classify() {
        Category::Io => return Error::io(file, &error.into()),
        Category::Eof => (ErrorKind::Json, "the JSON ends too early; check that the whole file was written"),
        Category::Data if text.starts_with("more than") => {
            (ErrorKind::TooLarge, "if keys are data, such as identifiers, make them values of a column")
        }
        Category::Data if text.starts_with("the index") => {
            (ErrorKind::Shape, "give every column the same index in the same order")
        }
        Category::Data => (ErrorKind::Shape, shape),
        Category::Syntax if text.starts_with("trailing characters") => (ErrorKind::Json, shape),
        Category::Syntax if text.starts_with("invalid unicode") => {
            (ErrorKind::Encoding, "save the file as UTF-8")
        }
        Category::Syntax if text.starts_with("expected value") => (
            ErrorKind::Json,
            "NaN, Infinity, None and single quotes are not JSON: write null, and double quotes",
        ),
        Category::Syntax => (ErrorKind::Json, "correct the JSON there, or write the file again"),
    };
    Error::new(kind, file, message).with_hint(hint)
}
