//! The first record, which names the columns.

use super::blocks::Block;
use super::names::unique_names;
use super::record::{Open, RecordReader, line_ends};
use super::{binary, decode, open_quote, too_long};
use crate::error::{Error, ErrorKind, quoted};
use crate::notes::{counted, finding};
use crate::table::MAX_COLUMNS;
use driftglass_core::report::{Finding, FindingCode, Severity};
use memchr::memchr_iter;
use std::sync::Arc;

/// The names of the columns, and what is odd about them.
pub(super) struct Header {
    pub(super) names: Vec<Arc<str>>,
    pub(super) findings: Vec<Finding>,
    /// Lines with nothing in them before the names.
    pub(super) blank_lines: u64,
}

impl Header {
    /// Reads the first record of a block, which then starts with the next; `None` where nothing but line ends is in it.
    pub(super) fn read(file: &str, block: &mut Block, delimiter: u8) -> Result<Option<Self>, Error> {
        let start = line_ends(&block.text);
        let newlines = memchr_iter(b'\n', &block.text[..start]).count() as u64;
        let line = block.line + newlines;
        if start == block.text.len() {
            return Ok(None);
        }
        let mut record = RecordReader::new(delimiter);
        let length = record.read(&block.text[start..]).map_err(|Open { .. }| {
            let error = if block.is_last { open_quote(file) } else { too_long(file) };
            error.with_line(line)
        })?;
        block.start = start + length;
        let mut not_utf8 = 0;
        let names: Vec<String> =
            record.fields().map(|field| decode(field, &mut not_utf8).into_owned()).collect();
        if let Some(name) = names.iter().find(|name| name.contains('\0')) {
            return Err(binary(file, name).with_line(line));
        }
        if names.len() > MAX_COLUMNS {
            let message =
                format!("the header has {} fields, and at most {MAX_COLUMNS} are read", names.len());
            return Err(Error::new(ErrorKind::TooLarge, file, message)
                .with_line(line)
                .with_hint("check that the file has line ends, and its delimiter"));
        }
        let mut findings = Vec::from_iter(looks_like_data(file, line, &names));
        if not_utf8 > 0 {
            let count = counted(not_utf8, "name in the header is", "names in the header are");
            let message = format!("{file}: {count} not UTF-8 and read as windows-1252");
            findings.push(finding(FindingCode::InvalidUtf8, Severity::Warning, message));
        }
        let (names, renamed) = unique_names(file, names);
        findings.extend(renamed);
        // A \r\n is one line end, and so is either alone.
        let blank_lines = block.text[..start]
            .iter()
            .zip([&b' '].into_iter().chain(&block.text))
            .filter(|(byte, before)| **byte == b'\r' || **before != b'\r')
            .count() as u64;
        Ok(Some(Self { names: names.into_iter().map(Arc::from).collect(), findings, blank_lines }))
    }
}

/// A warning where every name is a number, as in a file without a header.
fn looks_like_data(file: &str, line: u64, names: &[String]) -> Option<Finding> {
    let is_number = |name: &String| name.trim().parse::<f64>().is_ok_and(f64::is_finite);
    names.iter().all(is_number).then(|| {
        let first = quoted(names.first().map_or("", |name| name));
        let message = format!(
            "{file}, line {line}: every name in the header is a number ({first} is the first); \
             if the file has no header, its first row was taken for one"
        );
        finding(FindingCode::Other, Severity::Warning, message)
    })
}
