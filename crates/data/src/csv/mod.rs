//! CSV and TSV.

mod delimiter;
mod header;
mod ragged;
mod records;

use crate::error::{Error, ErrorKind, Place, quoted};
use crate::notes::{CellNotes, counted, finding};
use crate::table::{MAX_COLUMNS, Table};
use driftglass_core::report::{Finding, FindingCode, Severity};
use encoding_rs::WINDOWS_1252;
pub(crate) use header::unique_names;
use ragged::Ragged;
use records::{Failure, Records};
use std::io::{BufReader, Read};

/// The delimiter of a text that starts so; `complete` is whether that is the whole text.
pub(crate) fn sniff_delimiter(start: &[u8], complete: bool) -> u8 {
    delimiter::sniff(start, complete)
}

/// Reads records into the table and gives the findings.
///
/// A cell that is not UTF-8 is read as windows-1252, where every byte is a character: other than with U+FFFD,
/// different values stay different, and the usual case, a file saved by a western spreadsheet, comes out right.
pub(crate) fn read(
    file: &str,
    input: impl Read,
    delimiter: u8,
    table: &mut Table<'_>,
) -> Result<Vec<Finding>, Error> {
    let records = Records::new(BufReader::with_capacity(64 * 1024, input), delimiter);
    let mut reader =
        Reader { file, records, table, ragged: Ragged::default(), not_utf8: CellNotes::default() };
    let mut findings = reader.header()?;
    while reader.advance()? {
        reader.row()?;
    }
    reader.table.finish();
    findings.extend(reader.findings()?);
    Ok(findings)
}

struct Reader<'a, 'b, R> {
    file: &'a str,
    records: Records<BufReader<R>>,
    table: &'a mut Table<'b>,
    ragged: Ragged,
    not_utf8: CellNotes,
}

impl<R: Read> Reader<'_, '_, R> {
    /// Makes the columns from the first record.
    fn header(&mut self) -> Result<Vec<Finding>, Error> {
        if !self.advance()? {
            return Err(Error::empty(self.file));
        }
        let mut not_utf8 = 0;
        let names: Vec<String> = self.records.iter().map(|field| decode(field, &mut not_utf8)).collect();
        if let Some(column) = names.iter().position(|name| name.contains('\0')) {
            return Err(binary(self.file, &names[column]).with_line(self.records.line()));
        }
        if names.len() > MAX_COLUMNS {
            let message =
                format!("the header has {} fields, and at most {MAX_COLUMNS} are read", names.len());
            return Err(Error::new(ErrorKind::TooLarge, self.file, message)
                .with_line(self.records.line())
                .with_hint("check that the file has line ends, and its delimiter"));
        }
        let mut findings = Vec::from_iter(header::looks_like_data(self.file, self.records.line(), &names));
        if not_utf8 > 0 {
            let count = counted(not_utf8, "name in the header is", "names in the header are");
            let message = format!("{}: {count} not UTF-8 and read as windows-1252", self.file);
            findings.push(finding(FindingCode::InvalidUtf8, Severity::Warning, message));
        }
        let (names, renamed) = unique_names(self.file, names);
        findings.extend(renamed);
        for (index, name) in names.iter().enumerate() {
            self.table.column(name, index);
        }
        Ok(findings)
    }

    /// Adds the record to the table.
    fn row(&mut self) -> Result<(), Error> {
        let Self { file, records, table, ragged, not_utf8 } = self;
        let place = Place { row: table.rows() + 1, line: Some(records.line()) };
        if records.text().contains(&0) {
            let (column, value) =
                records.iter().enumerate().find(|(_, field)| field.contains(&0)).unwrap_or_default();
            let error = binary(file, &String::from_utf8_lossy(value)).at(place);
            return Err(if column < table.width() { error.with_column(table.name(column)) } else { error });
        }
        ragged.see(records.ends().len(), table.width(), place);
        // The record as a whole is quicker to check and to push than each of its fields.
        match std::str::from_utf8(records.text()) {
            Ok(text) if records.ends().iter().all(|&end| text.is_char_boundary(end)) => {
                table.push_fields(text, records.ends());
            }
            _ => {
                for (column, field) in records.iter().take(table.width()).enumerate() {
                    let mut wrong = 0;
                    let cell = decode(field, &mut wrong);
                    if wrong > 0 {
                        not_utf8.add(column, place, || quoted(&cell));
                    }
                    table.push(column, &cell);
                }
            }
        }
        table.end_row();
        Ok(())
    }

    /// Goes to the next record; false at the end.
    fn advance(&mut self) -> Result<bool, Error> {
        self.records.advance().map_err(|failure| {
            let (error, field) = match failure {
                Failure::Io(error) => return Error::io(self.file, &error),
                Failure::OpenQuote { field } => {
                    let message = "a quote opens here and is never closed";
                    (Error::new(ErrorKind::Quote, self.file, message), field)
                }
                Failure::TooLong { field } => {
                    let message = format!("the row is longer than {} MB", records::MAX_RECORD >> 20);
                    (Error::new(ErrorKind::TooLarge, self.file, message), field)
                }
            };
            let error = error
                .with_line(self.records.line())
                .with_hint("close the quote; a quote within a quoted value is written twice (\"\")");
            match self.table.width() {
                0 => error,
                width if field < width => {
                    error.with_row(self.table.rows() + 1).with_column(self.table.name(field))
                }
                _ => error.with_row(self.table.rows() + 1),
            }
        })
    }

    /// What was noticed on the way; an error where the rows make no table.
    fn findings(&self) -> Result<Vec<Finding>, Error> {
        let (file, rows, width) = (self.file, self.table.rows(), self.table.width());
        if rows == 0 {
            return Err(Error::new(ErrorKind::NoRows, file, "the file has a header and no rows")
                .with_hint("check that the whole file was written; drift needs rows on both sides"));
        }
        let mut findings = self.ragged.findings(file, rows, width)?;
        let what = "not UTF-8 and read as windows-1252";
        findings.extend(
            self.not_utf8.findings(file, FindingCode::InvalidUtf8, what, |column| self.table.name(column)),
        );
        // In a file of one column a blank line may have been meant as a missing value.
        let blank = self.records.blank_lines();
        if blank > 0 && width == 1 {
            let message =
                format!("{file}: {} passed over", counted(blank, "blank line was", "blank lines were"));
            findings.push(finding(FindingCode::Other, Severity::Info, message));
        }
        Ok(findings)
    }
}

/// A field as text; counts it if it is not UTF-8.
fn decode(field: &[u8], not_utf8: &mut u64) -> String {
    std::str::from_utf8(field).map_or_else(
        |_| {
            *not_utf8 += 1;
            WINDOWS_1252.decode_without_bom_handling(field).0.into_owned()
        },
        str::to_owned,
    )
}

fn binary(file: &str, value: &str) -> Error {
    let message = format!("there is a NUL byte in {}, so the file is not text", quoted(value));
    Error::new(ErrorKind::Binary, file, message)
        .with_hint("check that it is a CSV, TSV, JSON or NDJSON file, and was not damaged on its way")
}
