//! The rows of a block, and what is odd about them.

use super::blocks::Block;
use super::decode;
use super::marks::Marks;
use super::ragged::Ragged;
use super::record::{Open, RecordReader, line_ends};
use crate::error::{Place, quoted};
use crate::notes::CellNotes;
use driftglass_core::{Span, TextColumn};
use memchr::{memchr, memchr_iter};
use std::sync::Arc;

/// What all blocks of a file have in common.
pub(super) struct Form<'a> {
    pub(super) delimiter: u8,
    /// Of each column of the header, whether somebody wants it.
    pub(super) wanted: &'a [bool],
}

/// The rows of a block.
pub(super) struct Rows {
    pub(super) count: u64,
    /// The cells by column; none of a column that nobody wants.
    pub(super) columns: Vec<TextColumn>,
    pub(super) notes: Notes,
}

/// What is odd about some rows; rows are counted from the first of them.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) ragged: Ragged,
    pub(super) not_utf8: CellNotes,
    pub(super) blank_lines: u64,
}

impl Notes {
    /// Adds those of later rows, before which there are so many rows.
    pub(super) fn append(&mut self, later: Self, rows: u64) {
        self.ragged.append(later.ragged, rows);
        self.not_utf8.append(later.not_utf8, rows);
        self.blank_lines += later.blank_lines;
    }
}

/// Why the rows of a block make no sense, and in which field of which row.
pub(super) struct Fault {
    pub(super) place: Place,
    pub(super) field: usize,
    pub(super) kind: FaultKind,
}

pub(super) enum FaultKind {
    /// A quote opens and is never closed.
    Quote,
    /// The record is longer than any sensible one.
    TooLong,
    /// A value with a NUL byte.
    Nul(String),
}

impl Rows {
    /// Reads a block.
    pub(super) fn of(block: Block, form: &Form<'_>) -> Result<Self, Fault> {
        if memchr(0, &block.text).is_some()
            && let Some(fault) = nul(&block, form.delimiter)
        {
            return Err(fault);
        }
        let mut reader = Reader::new(&block, form);
        reader.read()?;
        let Reader { rows, cells, unquoted, mut notes, .. } = reader;
        let Block { text, line, .. } = block;
        let (text, cells) = match String::from_utf8(text) {
            Ok(mut text) => {
                text.push_str(&unquoted);
                (text, cells)
            }
            Err(error) => {
                let mut not_utf8 = CellNotes::default();
                let decoded = decoded(&error.into_bytes(), &unquoted, cells, line, &mut not_utf8);
                notes.not_utf8.append(not_utf8, 0);
                decoded
            }
        };
        let text = Arc::new(text);
        let columns = cells.into_iter().map(|cells| TextColumn::within(Arc::clone(&text), cells)).collect();
        Ok(Self { count: rows, columns, notes })
    }
}

/// Reads the records of a block. One without a quote at the beginning of a field needs no grammar: its fields are what is between
/// the delimiters. Any other is read by [`RecordReader`].
struct Reader<'a> {
    block: &'a Block,
    form: &'a Form<'a>,
    /// Made for the first record with quotes: it is a machine of some size.
    quoted: Option<RecordReader>,
    rows: u64,
    cells: Vec<Vec<Span>>,
    /// The fields of records with quotes, which lie behind the text of the block.
    unquoted: String,
    notes: Notes,
}

impl<'a> Reader<'a> {
    fn new(block: &'a Block, form: &'a Form<'a>) -> Self {
        Self {
            block,
            form,
            quoted: None,
            rows: 0,
            cells: form
                .wanted
                .iter()
                .map(|&wanted| Vec::with_capacity(if wanted { block.newlines } else { 0 }))
                .collect(),
            unquoted: String::new(),
            notes: Notes::default(),
        }
    }

    fn read(&mut self) -> Result<(), Fault> {
        let text = self.block.text.as_slice();
        let mut record = self.block.start;
        let (mut field, mut start) = (0, record);
        let mut marks = Marks::new(text, self.form.delimiter, record);
        while let Some(mark) = marks.next() {
            let byte = text[mark];
            if byte == self.form.delimiter {
                self.push(field, Span { start, end: mark });
                (field, start) = (field + 1, mark + 1);
            } else if byte != b'"' {
                if mark == record {
                    // The \n of a \r\n ends no line of its own.
                    let is_half =
                        byte == b'\n' && record.checked_sub(1).is_some_and(|last| text[last] == b'\r');
                    self.notes.blank_lines += u64::from(!is_half);
                } else {
                    self.push(field, Span { start, end: mark });
                    self.end_row(field + 1, record);
                }
                record = mark + 1;
                (field, start) = (0, record);
            } else if mark == start {
                record += self.read_quoted(record)?;
                (field, start) = (0, record);
                marks.seek(record);
            }
        }
        // What the last mark leaves is a record whose end did not fit.
        if record < text.len() { Err(self.fault(record, field, FaultKind::TooLong)) } else { Ok(()) }
    }

    /// Reads the record that begins here anew, and gives its length.
    fn read_quoted(&mut self, record: usize) -> Result<usize, Fault> {
        let rows = self.rows as usize;
        self.cells.iter_mut().for_each(|cells| cells.truncate(rows));
        let reader = self.quoted.get_or_insert_with(|| RecordReader::new(self.form.delimiter));
        let length = match reader.read(&self.block.text[record..]) {
            Ok(length) => length,
            Err(Open { field }) => {
                let kind = if self.block.is_last { FaultKind::Quote } else { FaultKind::TooLong };
                return Err(self.fault(record, field, kind));
            }
        };
        let place = || place(self.block, rows as u64, record);
        let mut fields = 0;
        for (column, bytes) in reader.fields().enumerate() {
            fields = column + 1;
            if !self.form.wanted.get(column).is_some_and(|wanted| *wanted) {
                continue;
            }
            let start = self.block.text.len() + self.unquoted.len();
            let mut wrong = 0;
            self.unquoted.push_str(&decode(bytes, &mut wrong));
            let span = Span { start, end: self.block.text.len() + self.unquoted.len() };
            if wrong > 0 {
                let value = || quoted(&self.unquoted[start - self.block.text.len()..]);
                self.notes.not_utf8.add(column, place, value);
            }
            self.cells[column].push(span);
        }
        self.end_row(fields, record);
        Ok(length)
    }

    fn push(&mut self, field: usize, span: Span) {
        if self.form.wanted.get(field).is_some_and(|wanted| *wanted) {
            self.cells[field].push(span);
        }
    }

    /// Ends a row of so many fields, which begins at a place.
    fn end_row(&mut self, fields: usize, record: usize) {
        let width = self.form.wanted.len();
        if fields != width {
            let (block, rows) = (self.block, self.rows);
            self.notes.ragged.see(fields, width, || place(block, rows, record));
            for (cells, _) in
                self.cells.iter_mut().zip(self.form.wanted).skip(fields).filter(|(_, wanted)| **wanted)
            {
                cells.push(Span::ABSENT);
            }
        }
        self.rows += 1;
    }

    fn fault(&self, record: usize, field: usize, kind: FaultKind) -> Fault {
        Fault { place: place(self.block, self.rows, record), field, kind }
    }
}

/// Where the record is that begins here, before which there are so many rows in the block.
fn place(block: &Block, rows: u64, record: usize) -> Place {
    let lines = memchr_iter(b'\n', &block.text[..record]).count() as u64;
    Place { row: rows + 1, line: Some(block.line + lines) }
}

/// The first value with a NUL byte.
fn nul(block: &Block, delimiter: u8) -> Option<Fault> {
    let mut reader = RecordReader::new(delimiter);
    let (mut rows, mut record) = (0, block.start);
    loop {
        record += line_ends(&block.text[record..]);
        let length = reader.read(&block.text[record..]).ok()?;
        if let Some((field, value)) = reader.fields().enumerate().find(|(_, value)| value.contains(&0)) {
            let kind = FaultKind::Nul(String::from_utf8_lossy(value).into_owned());
            return Some(Fault { place: place(block, rows, record), field, kind });
        }
        (rows, record) = (rows + 1, record + length);
    }
}

/// The cells of a block whose bytes are not UTF-8, one behind the other.
fn decoded(
    bytes: &[u8],
    unquoted: &str,
    cells: Vec<Vec<Span>>,
    line: u64,
    not_utf8: &mut CellNotes,
) -> (String, Vec<Vec<Span>>) {
    let mut text = String::with_capacity(bytes.len() + unquoted.len());
    let mut decoded = |column: usize, row: usize, span: Span| {
        if span == Span::ABSENT {
            return span;
        }
        let start = text.len();
        if let Some(offset) = span.start.checked_sub(bytes.len()) {
            text.push_str(&unquoted[offset..span.end - bytes.len()]);
        } else {
            let mut wrong = 0;
            let cell = decode(&bytes[span.start..span.end], &mut wrong);
            if wrong > 0 {
                let place = || {
                    let lines = memchr_iter(b'\n', &bytes[..span.start]).count() as u64;
                    Place { row: row as u64 + 1, line: Some(line + lines) }
                };
                not_utf8.add(column, place, || quoted(&cell));
            }
            text.push_str(&cell);
        }
        Span { start, end: text.len() }
    };
    let cells = cells
        .into_iter()
        .enumerate()
        .map(|(column, spans)| {
            spans.into_iter().enumerate().map(|(row, span)| decoded(column, row, span)).collect()
        })
        .collect();
    (text, cells)
}
