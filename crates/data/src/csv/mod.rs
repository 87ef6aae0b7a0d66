//! CSV and TSV: the input is cut into blocks of whole records, the blocks are read apart from each other, and what is odd
//! about them is put together again in their order.

mod blocks;
mod boundary;
mod delimiter;
mod header;
mod marks;
mod names;
mod pieces;
mod ragged;
mod record;
mod rows;

use crate::error::{Error, ErrorKind, quoted};
use crate::notes::{counted, finding};
use crate::read::Content;
use crate::selection::Selection;
use crate::sink::Sink;
use crate::table::Limits;
use blocks::{Block, Blocks, MAX_RECORD};
use driftglass_core::report::{FindingCode, Severity};
use driftglass_core::{Chunk, Column, TextColumn};
use encoding_rs::WINDOWS_1252;
use header::Header;
pub(crate) use names::unique_names;
pub use pieces::{Piece, WholeFile};
use rows::{Fault, FaultKind, Form, Notes, Rows};
use std::borrow::Cow;
use std::io::{self, Read};
use std::sync::Arc;

/// Blocks that each thread reads before the next ones are cut, so that threads seldom wait for each other.
const BLOCKS: usize = 16;

/// The delimiter of a text that starts so; `complete` is whether that is the whole text.
pub(crate) fn sniff_delimiter(start: &[u8], complete: bool) -> u8 {
    delimiter::sniff(start, complete)
}

/// Reads a text in blocks and hands their rows on.
///
/// A cell that is not UTF-8 is read as windows-1252, where every byte is a character: other than with U+FFFD,
/// different values stay different, and the usual case, a file saved by a western spreadsheet, comes out right.
pub(crate) fn read(
    file: &str,
    input: impl Read,
    delimiter: u8,
    selection: &Selection,
    limits: Limits,
    sink: &mut impl Sink,
) -> Result<Content, Error> {
    let failed = |error: io::Error| Error::io(file, &error);
    let mut blocks = Blocks::new(input, delimiter, limits.block);
    let (header, first) = loop {
        let mut block = blocks.next().map_err(failed)?.ok_or_else(|| Error::empty(file))?;
        if let Some(header) = Header::read(file, &mut block, delimiter)? {
            break (header, block);
        }
    };
    blocks.grow(first.start * limits.block_rows);
    let wanted: Vec<bool> = header.names.iter().map(|name| selection.wants(name)).collect();
    let form = Form { delimiter, wanted: &wanted };
    let mut gathered = Gathered { file, header, form, rows: 0, notes: Notes::default() };
    let mut ready = vec![first];
    loop {
        // What fails behind these blocks is told after what is wrong in them.
        let more = blocks.gather(&mut ready, sink.threads() * BLOCKS).map_err(failed);
        gathered.take(std::mem::take(&mut ready), sink)?;
        if !more? {
            return gathered.finish();
        }
    }
}

/// What is known of the rows so far, which have been handed on.
struct Gathered<'a> {
    file: &'a str,
    header: Header,
    form: Form<'a>,
    rows: u64,
    notes: Notes,
}

impl Gathered<'_> {
    /// Reads the next blocks and hands their rows on.
    fn take(&mut self, blocks: Vec<Block>, sink: &mut impl Sink) -> Result<(), Error> {
        let (form, names) = (&self.form, &self.header.names);
        let read = |block| match Rows::of(block, form) {
            Ok(rows) => (Some(chunk(names, form, rows.count, rows.columns)), Ok((rows.count, rows.notes))),
            Err(fault) => (None, Err(fault)),
        };
        for read in sink.take_all(blocks, read) {
            let (rows, notes) = read.map_err(|fault| self.error(fault))?;
            self.notes.append(notes, self.rows);
            self.rows += rows;
        }
        Ok(())
    }

    fn error(&self, fault: Fault) -> Error {
        let Fault { place, field, kind } = fault;
        let error = match kind {
            FaultKind::Quote => open_quote(self.file),
            FaultKind::TooLong => too_long(self.file),
            FaultKind::Nul(value) => binary(self.file, &value),
        };
        let error = error.at(place.behind(self.rows));
        match self.header.names.get(field) {
            Some(name) => error.with_column(&**name),
            None => error,
        }
    }

    /// What was noticed on the way; an error where the rows make no table.
    fn finish(self) -> Result<Content, Error> {
        let Self { file, header, rows, notes, .. } = self;
        let width = header.names.len();
        if rows == 0 {
            return Err(Error::new(ErrorKind::NoRows, file, "the file has a header and no rows")
                .with_hint("check that the whole file was written; drift needs rows on both sides"));
        }
        let mut findings = header.findings;
        findings.extend(notes.ragged.findings(file, rows, width)?);
        let what = "not UTF-8 and read as windows-1252";
        let name = |column: usize| &*header.names[column];
        findings.extend(notes.not_utf8.findings(file, FindingCode::InvalidUtf8, what, name));
        // In a file of one column a blank line may have been meant as a missing value.
        let blank = header.blank_lines + notes.blank_lines;
        if blank > 0 && width == 1 {
            let message =
                format!("{file}: {} passed over", counted(blank, "blank line was", "blank lines were"));
            findings.push(finding(FindingCode::Other, Severity::Info, message));
        }
        Ok(Content { rows, columns: width as u64, findings })
    }
}

/// The rows of a block, with the names of their columns.
fn chunk(names: &[Arc<str>], form: &Form<'_>, rows: u64, columns: Vec<TextColumn>) -> Chunk {
    let columns = names.iter().zip(form.wanted).zip(columns).map(|((name, wanted), cells)| {
        let cells = if *wanted { cells.into() } else { Column::Unread(rows as usize) };
        (Arc::clone(name), cells)
    });
    Chunk::new(columns.collect())
}

/// A field as text; counts it if it is not UTF-8.
fn decode<'a>(field: &'a [u8], not_utf8: &mut u64) -> Cow<'a, str> {
    std::str::from_utf8(field).map_or_else(
        |_| {
            *not_utf8 += 1;
            WINDOWS_1252.decode_without_bom_handling(field).0
        },
        Cow::Borrowed,
    )
}

const CLOSE: &str = "close the quote; a quote within a quoted value is written twice (\"\")";

fn open_quote(file: &str) -> Error {
    Error::new(ErrorKind::Quote, file, "a quote opens here and is never closed").with_hint(CLOSE)
}

fn too_long(file: &str) -> Error {
    let message = format!("the row is longer than {} MB", MAX_RECORD >> 20);
    Error::new(ErrorKind::TooLarge, file, message).with_hint(CLOSE)
}

fn binary(file: &str, value: &str) -> Error {
    let message = format!("there is a NUL byte in {}, so the file is not text", quoted(value));
    Error::new(ErrorKind::Binary, file, message)
        .with_hint("check that it is a CSV, TSV, JSON or NDJSON file, and was not damaged on its way")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sink::InOrder;
    use proptest::prelude::*;

    /// The cells of all rows, which are as long as the header, and how many rows were longer or shorter.
    fn rows(text: &str, size: usize) -> Option<Vec<Vec<Option<String>>>> {
        let mut rows = Vec::new();
        let mut on_chunk = |chunk: Chunk| {
            let start = rows.len();
            rows.resize(start + chunk.rows(), Vec::new());
            for (_, column) in chunk.columns() {
                let Column::Spelled(cells) = column else { panic!("a file of text spells its cells") };
                let cells = cells.iter().map(|cell| cell.map(str::to_owned));
                rows[start..].iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
            }
        };
        let mut sink = InOrder(&mut on_chunk);
        let limits = Limits { block: size, block_rows: 1, ..Limits::default() };
        match read("a.csv", text.as_bytes(), b',', &Selection::default(), limits, &mut sink) {
            Err(error) if error.kind() == ErrorKind::Quote => None,
            _ => Some(rows),
        }
    }

    /// The same by another reader.
    fn expected(text: &str) -> Vec<Vec<Option<String>>> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let width = reader.headers().unwrap().len();
        let records = reader.records().map(|record| {
            let record = record.unwrap();
            (0..width).map(|column| record.get(column).map(str::to_owned)).collect()
        });
        records.collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn blocks_of_any_size_read_as_another_reader_does(
            rows_of_text in proptest::collection::vec("[,\"\r\n a5é]{0,12}", 0..12), size in 1_usize..80
        ) {
            let text = format!("a,b,c\n{}\n", rows_of_text.join("\n"));
            // An open quote is an error here, and the end of the file there.
            if let Some(rows) = rows(&text, size) {
                prop_assert_eq!(rows, expected(&text), "{:?}", text);
            }
        }
    }
}
