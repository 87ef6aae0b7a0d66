//! One column of one row group, some rows at a time.

use super::cells;
use super::checked::CheckedPages;
use super::file::Pages;
use super::schema::Kind;
use driftglass_core::{Column, TextColumn, Value};
use encoding_rs::WINDOWS_1252;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl, get_column_reader};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::Result;
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::serialized_reader::SerializedPageReader;
use std::sync::Arc;

/// Reads the cells of a column.
pub(super) struct Cells {
    reader: ColumnReader,
    kind: Kind,
}

impl Cells {
    pub(super) fn new(pages: Pages, metadata: &ColumnChunkMetaData, kind: Kind, rows: usize) -> Result<Self> {
        let pages = SerializedPageReader::new(Arc::new(pages), metadata, rows, None)?;
        let pages = CheckedPages::new(pages, metadata, rows);
        Ok(Self { reader: get_column_reader(metadata.column_descr_ptr(), Box::new(pages)), kind })
    }

    /// The next rows, or fewer at the end. `not_utf8` is told of text that is none, by its place in these rows and as it
    /// was read in its stead.
    pub(super) fn next(&mut self, rows: usize, not_utf8: impl FnMut(usize, &str)) -> Result<Column> {
        let kind = self.kind;
        match &mut self.reader {
            ColumnReader::BoolColumnReader(reader) => {
                Ok(Stored::read(reader, rows)?.values(|&it| Value::Boolean(it)))
            }
            ColumnReader::Int32ColumnReader(reader) => {
                let stored = Stored::read(reader, rows)?;
                Ok(match kind {
                    Kind::Unsigned => stored.values(|&it| Value::Integer(it.cast_unsigned().into())),
                    Kind::Clock { parts } => stored.clocks(parts),
                    _ => stored.values(|&it| cells::whole(kind, it.into())),
                })
            }
            ColumnReader::Int64ColumnReader(reader) => {
                let stored = Stored::read(reader, rows)?;
                Ok(match kind {
                    Kind::Clock { parts } => stored.clocks(parts),
                    _ => stored.values(|&it| cells::whole(kind, it)),
                })
            }
            ColumnReader::Int96ColumnReader(reader) => Ok(Stored::read(reader, rows)?.values(cells::int96)),
            ColumnReader::FloatColumnReader(reader) => {
                Ok(Stored::read(reader, rows)?.values(|&it| cells::single(it)))
            }
            ColumnReader::DoubleColumnReader(reader) => {
                Ok(Stored::read(reader, rows)?.values(|&it| Value::Number(it)))
            }
            ColumnReader::ByteArrayColumnReader(reader) => {
                let stored = Stored::read(reader, rows)?;
                Ok(match kind {
                    Kind::Decimal { scale } => stored.values(|it| cells::decimal_of_bytes(it.data(), scale)),
                    _ => stored.strings(not_utf8),
                })
            }
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                let stored = Stored::read(reader, rows)?;
                Ok(match kind {
                    Kind::Decimal { scale } => stored.values(|it| cells::decimal_of_bytes(it.data(), scale)),
                    Kind::Half => stored.values(|it| cells::half(it.data())),
                    _ => Column::Strings(stored.texts(|it, text| cells::uuid(it.data(), text))),
                })
            }
        }
    }
}

/// Values as they are stored: those that are there, and for each row whether it has one.
struct Stored<T> {
    values: Vec<T>,
    levels: Vec<i16>,
    optional: bool,
}

impl<T> Stored<T> {
    fn read<D: DataType<T = T>>(reader: &mut ColumnReaderImpl<D>, rows: usize) -> Result<Self> {
        let mut stored = Self { values: Vec::new(), levels: Vec::new(), optional: false };
        let (_, values, _) = reader.read_records(rows, Some(&mut stored.levels), None, &mut stored.values)?;
        stored.values.truncate(values);
        // A column whose rows must all have a value has no levels.
        stored.optional = !stored.levels.is_empty();
        Ok(stored)
    }

    fn cells(&self) -> impl Iterator<Item = Option<&T>> {
        let mut values = self.values.iter();
        let rows = if self.optional { self.levels.len() } else { self.values.len() };
        (0..rows).map(move |row| {
            let is_there = !self.optional || self.levels[row] > 0;
            if is_there { values.next() } else { None }
        })
    }

    fn values(&self, of: impl Fn(&T) -> Value) -> Column {
        Column::Values(self.cells().map(|cell| cell.map(&of)).collect())
    }

    fn texts(&self, mut write: impl FnMut(&T, &mut String)) -> TextColumn {
        let (mut texts, mut text) = (TextColumn::default(), String::new());
        for cell in self.cells() {
            match cell {
                Some(value) => {
                    write(value, &mut text);
                    texts.push(&text);
                }
                None => texts.push_absent(),
            }
        }
        texts
    }
}

impl<T: Copy + Into<i64>> Stored<T> {
    /// Times of day, spelled as in a file of text, so that they mean the same.
    fn clocks(&self, parts: i64) -> Column {
        Column::Spelled(self.texts(|&it, text| cells::clock(it.into(), parts, text)))
    }
}

impl Stored<ByteArray> {
    /// Text; where it is not UTF-8 it is read as a file of text would be.
    fn strings(&self, mut not_utf8: impl FnMut(usize, &str)) -> Column {
        let bytes = self.values.iter().map(ByteArray::len).sum();
        let mut texts = TextColumn::with_capacity(self.levels.len().max(self.values.len()), bytes);
        for (row, cell) in self.cells().enumerate() {
            match cell.map(|cell| (cell, std::str::from_utf8(cell.data()))) {
                None => texts.push_absent(),
                Some((_, Ok(text))) => texts.push(text),
                Some((cell, Err(_))) => {
                    let text = WINDOWS_1252.decode_without_bom_handling(cell.data()).0;
                    not_utf8(row, &text);
                    texts.push(&text);
                }
            }
        }
        Column::Strings(texts)
    }
}
