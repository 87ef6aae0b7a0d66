//! Parquet: the columns and row groups that are needed, as typed chunks.
//!
//! The parquet crate decodes pages to values; which columns there are, what their values mean, and how many bytes and
//! rows are held at a time is decided here.

mod cells;
mod checked;
mod column;
mod file;
mod footer;
mod header;
mod schema;

use crate::csv::unique_names;
use crate::error::{Error, ErrorKind, Place, quoted};
use crate::guard::guard;
use crate::input::ReadSeek;
use crate::notes::CellNotes;
use crate::read::Given;
use crate::selection::Selection;
use crate::table::{Limits, MAX_COLUMNS};
use crate::tally;
use column::Cells;
use driftglass_core::report::{Finding, FindingCode, Severity};
use driftglass_core::{Chunk, Column};
use file::{Pages, SharedFile};
pub(crate) use footer::{ENCRYPTED, MAGIC, encrypted};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use parquet::schema::types::SchemaDescriptor;
use schema::{Field, Kind};
use std::io;
use std::sync::Arc;

/// Bytes of pages that are held for all columns of a row group together, beside the page that each decodes.
const REACH: usize = 64 << 20;

/// Bytes that are read of a column at a time: not less, so that reading is not all seeking, and not more.
const REACH_OF_COLUMN: std::ops::RangeInclusive<usize> = 16 << 10..=256 << 10;

/// Reads a whole file and hands on its rows.
pub(crate) fn read(
    name: &str,
    input: Box<dyn ReadSeek>,
    selection: &Selection,
    limits: Limits,
    on_chunk: &mut dyn FnMut(Chunk),
) -> Result<Given, Error> {
    let file = SharedFile::new(input).map_err(|error| Error::io(name, &error))?;
    let metadata = footer::read(name, &file)?;
    let (columns, mut findings) = columns(name, metadata.file_metadata().schema_descr(), selection)?;
    let mut reader =
        Reader { name, file, columns, limits, rows: 0, not_utf8: CellNotes::default(), on_chunk };
    reader.read(&metadata)?;
    let Reader { file, columns, rows, not_utf8, .. } = reader;
    if rows == 0 {
        return Err(Error::new(ErrorKind::NoRows, name, "the file has columns and no rows")
            .with_hint("check that the whole file was written; drift needs rows on both sides"));
    }
    let what = "not UTF-8 and read as windows-1252";
    findings.extend(not_utf8.findings(name, FindingCode::InvalidUtf8, what, |place| &columns[place].name));
    // A digest takes all bytes, and who leaves columns out wants them left alone.
    let all = columns.iter().all(|column| column.stored.is_some());
    let sha256 = if all { Some(digest(name, &file)?) } else { None };
    Ok(Given { findings, rows, columns: columns.len() as u64, bytes: file.length(), sha256 })
}

/// A column of the table.
struct TableColumn {
    name: Arc<str>,
    /// Which of the stored columns it is, and what that holds; none where nobody wants it.
    stored: Option<(usize, Kind)>,
}

/// The columns of the table, and what is said of the fields that are none.
fn columns(
    name: &str,
    schema: &SchemaDescriptor,
    selection: &Selection,
) -> Result<(Vec<TableColumn>, Vec<Finding>), Error> {
    if schema.num_columns() > MAX_COLUMNS {
        let message =
            format!("the file has {} columns, and at most {MAX_COLUMNS} are read", schema.num_columns());
        return Err(Error::new(ErrorKind::TooLarge, name, message));
    }
    let (mut names, mut stored, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = None;
    for leaf in 0..schema.num_columns() {
        let root = schema.get_column_root(leaf);
        // The leaves of a group come one after the other.
        let place = schema.get_column_root_idx(leaf);
        if last.replace(place) == Some(place) {
            continue;
        }
        match schema::field(root, &schema.column(leaf)) {
            Field::Column(kind) => {
                names.push(root.name().to_owned());
                stored.push((leaf, kind));
            }
            Field::SetAside(what) => findings.push(Finding {
                code: FindingCode::Nested,
                severity: Severity::Warning,
                column: Some(root.name().to_owned()),
                message: format!("{name}, column {}: it holds {what} and was set aside", quoted(root.name())),
            }),
        }
    }
    if names.is_empty() {
        return Err(Error::new(ErrorKind::Shape, name, "no column of the file holds plain values")
            .with_hint("give a table of numbers, texts, dates and truth values"));
    }
    let (names, renamed) = unique_names(name, names);
    findings.extend(renamed);
    let columns = names.into_iter().zip(stored).map(|(name, stored)| TableColumn {
        stored: selection.wants(&name).then_some(stored),
        name: name.into(),
    });
    Ok((columns.collect(), findings))
}

struct Reader<'a> {
    name: &'a str,
    file: SharedFile,
    columns: Vec<TableColumn>,
    limits: Limits,
    rows: u64,
    not_utf8: CellNotes,
    on_chunk: &'a mut dyn FnMut(Chunk),
}

impl Reader<'_> {
    fn read(&mut self, metadata: &ParquetMetaData) -> Result<(), Error> {
        for (place, group) in metadata.row_groups().iter().enumerate() {
            self.row_group(place + 1, group)?;
        }
        Ok(())
    }

    /// Reads a row group, all its columns side by side.
    fn row_group(&mut self, number: usize, group: &RowGroupMetaData) -> Result<(), Error> {
        let mut left = group.num_rows().unsigned_abs();
        let failed =
            |name: &str, column: &str, error| problem(name, error).with_row_group(number).with_column(column);
        let wanted = self.columns.iter().filter(|column| column.stored.is_some()).count().max(1);
        let reach = (REACH / wanted).clamp(*REACH_OF_COLUMN.start(), *REACH_OF_COLUMN.end());
        let mut cells = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let Some((leaf, kind)) = column.stored else {
                cells.push(None);
                continue;
            };
            let metadata = group.column(leaf);
            let (end, codec) = (footer::end(metadata).unwrap_or_default(), metadata.compression_codec());
            let pages = Pages::new(self.file.clone(), end, codec, reach);
            let opened = guarded(|| Cells::new(pages, metadata, kind, left as usize));
            cells.push(Some(opened.map_err(|error| failed(self.name, &column.name, error))?));
        }
        let most = self.chunk_rows(group, wanted);
        while left > 0 {
            let rows = most.min(usize::try_from(left).unwrap_or(usize::MAX));
            let mut chunk = Vec::with_capacity(cells.len());
            for (place, (column, cells)) in self.columns.iter().zip(&mut cells).enumerate() {
                let Some(cells) = cells else {
                    chunk.push((Arc::clone(&column.name), Column::Unread(rows)));
                    continue;
                };
                let (before, not_utf8) = (self.rows, &mut self.not_utf8);
                let on_not_utf8 = |row, text: &str| {
                    let cell = Place { row: before + row as u64 + 1, line: None };
                    not_utf8.add(place, || cell, || quoted(text));
                };
                let read = guarded(|| cells.next(rows, on_not_utf8));
                let read = read.map_err(|error| failed(self.name, &column.name, error))?;
                if read.len() != rows {
                    let error =
                        ParquetError::General("it has fewer values than the row group has rows".into());
                    return Err(failed(self.name, &column.name, error));
                }
                chunk.push((Arc::clone(&column.name), read));
            }
            (self.on_chunk)(Chunk::new(chunk));
            left -= rows as u64;
            self.rows += rows as u64;
        }
        Ok(())
    }

    /// Rows of a chunk: as many as the limits allow, if all rows of the group are alike.
    fn chunk_rows(&self, group: &RowGroupMetaData, wanted: usize) -> usize {
        let stored = self.columns.iter().filter_map(|column| column.stored);
        let bytes: f64 = stored.map(|(leaf, _)| group.column(leaf).uncompressed_size() as f64).sum();
        let by_text = self.limits.text as f64 * group.num_rows() as f64 / bytes.max(1.0);
        self.limits.rows.min(self.limits.cells / wanted).min(by_text as usize).max(1)
    }
}

/// What the parquet crate gives, and what it complains of even where it panics.
fn guarded<T>(work: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, ParquetError> {
    guard(work).unwrap_or_else(|| Err(ParquetError::General("it cannot be decoded".to_owned())))
}

/// What the parquet crate complains of, as an error of the file.
fn problem(name: &str, error: ParquetError) -> Error {
    let what = match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) if error.kind() == io::ErrorKind::UnexpectedEof => "it is cut off".to_owned(),
            Ok(error) if error.kind() == io::ErrorKind::InvalidData => error.to_string(),
            Ok(error) => return Error::io(name, &error),
            Err(error) => error.to_string(),
        },
        ParquetError::General(message) | ParquetError::NYI(message) | ParquetError::EOF(message) => message,
        other => other.to_string(),
    };
    Error::new(ErrorKind::Parquet, name, format!("the Parquet file is damaged: {what}"))
        .with_hint("check that the whole file was written; copy or download it again")
}

fn digest(name: &str, file: &SharedFile) -> Result<String, Error> {
    file.at(0, |file| tally::sha256(file)).map_err(|error| Error::io(name, &error))
}
