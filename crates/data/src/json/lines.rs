//! NDJSON: one record a line.

use super::records::Records;
use super::{no_table, problem};
use crate::error::{Error, ErrorKind};
use crate::table::Table;
use driftglass_core::report::Finding;
use serde::de::DeserializeSeed;
use serde_json::{Deserializer, Map, Value};
use std::io::{BufRead, BufReader, Read};

/// A line longer than this is no record.
const MAX_LINE: u64 = 256 * 1024 * 1024;

/// Reads a record from each line that is not blank.
pub(crate) fn read(file: &str, input: impl Read, table: &mut Table<'_>) -> Result<Vec<Finding>, Error> {
    let mut input = BufReader::with_capacity(64 * 1024, input);
    let mut records = Records::new(table);
    let mut text = Vec::new();
    for line in 1.. {
        text.clear();
        let length = input.by_ref().take(MAX_LINE).read_until(b'\n', &mut text);
        match length.map_err(|error| Error::io(file, &error))? as u64 {
            0 => break,
            MAX_LINE => {
                let message = format!("the line is longer than {} MB", MAX_LINE >> 20);
                return Err(Error::new(ErrorKind::TooLarge, file, message).with_line(line).with_hint(
                    "each line must be one record; if the file is one JSON value, name it .json",
                ));
            }
            _ => {}
        }
        if text.trim_ascii().is_empty() {
            continue;
        }
        records.line = Some(line);
        let row = records.table.rows() + 1;
        let mut json = Deserializer::from_slice(&text);
        records.deserialize(&mut json).and_then(|()| json.end()).map_err(|error| {
            let hint = "each line must be one whole record; if the file is one JSON value, name it .json";
            problem(file, error, line - 1, hint).with_row(row)
        })?;
    }
    let findings = records.findings(file);
    table.finish();
    no_table(file, table).map_or(Ok(findings), Err)
}

/// Whether JSON that starts so is rather NDJSON: its first line is a whole object, and more follows, or it is one
/// record and no object of columns.
pub(crate) fn looks_like_lines(start: &[u8], complete: bool) -> bool {
    let start = start.trim_ascii_start();
    let length = start.iter().position(|&byte| byte == b'\n').unwrap_or(start.len());
    let (line, rest) = start.split_at(length);
    match serde_json::from_slice::<Map<String, Value>>(line) {
        Ok(object) => {
            !rest.trim_ascii().is_empty()
                || !object.values().all(|value| value.is_array() || value.is_object())
        }
        // A first line that is longer than the sample: a record has a plain value first, mostly, and columns never.
        Err(_) if rest.is_empty() && !complete && line.starts_with(b"{") => {
            let colon = line.windows(2).position(|pair| pair == b"\":");
            let value = colon.and_then(|colon| line[colon + 2..].trim_ascii_start().first());
            !matches!(value, Some(b'[' | b'{') | None)
        }
        Err(_) => false,
    }
}
