//! The way from an input to chunks.

use crate::compression::Compression;
use crate::error::{Error, ErrorKind};
use crate::format::Format;
use crate::input::Input;
use crate::selection::Selection;
use crate::sink::{InOrder, Sink};
use crate::sniff::{self, Kind};
use crate::table::{Limits, Table};
use crate::tally::Tally;
use crate::{csv, json, parquet, text};
use driftglass_core::report::{Finding, Source};
use driftglass_core::{Chunk, Memory};
use std::io::{BufReader, Cursor, Read};

/// How much text is looked at to tell formats and delimiters.
pub(crate) const SAMPLE: u64 = 64 * 1024;

/// Bytes that are read of a file of text at a time: enough that calls are few.
const BUFFER: usize = 1 << 20;

/// What the caller knows of the input, and wants of it. By default: nothing, and the name and content tell; and everything.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// The format, whatever the name and content say.
    pub format: Option<Format>,
    /// The byte between fields of CSV or TSV.
    pub delimiter: Option<u8>,
    /// The columns to read.
    pub columns: Selection,
    /// The memory of each profile that is made.
    pub memory: Memory,
}

impl ReadOptions {
    /// The same, and the column that tells rows apart is read whether it is wanted or not.
    pub(crate) fn with_column(&self, column: Option<&str>) -> Self {
        let Some(column) = column.map(str::to_owned) else { return self.clone() };
        let wanted = self.columns.clone();
        let columns = Selection::of(move |name| name == column || wanted.wants(name));
        Self { columns, ..self.clone() }
    }
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSummary {
    /// The input's name, size and digest.
    pub source: Source,
    /// What the reader of the report should know of the file.
    pub findings: Vec<Finding>,
}

/// What a reader of text knows of it at its end.
pub(crate) struct Content {
    pub(crate) rows: u64,
    pub(crate) columns: u64,
    pub(crate) findings: Vec<Finding>,
}

/// What a reader knows of an input at its end.
pub(crate) struct Given {
    pub(crate) findings: Vec<Finding>,
    pub(crate) rows: u64,
    pub(crate) columns: u64,
    pub(crate) bytes: u64,
    pub(crate) sha256: Option<String>,
}

/// Reads a whole input and hands its rows to `on_chunk`, some thousands at a time.
///
/// `name` is how findings, errors and the report call the input; its ending tells the format where the options do
/// not, and where that tells nothing the content does. Gzip, zstd and Parquet are recognised by their content. A chunk has the
/// columns known so far: one whose JSON key comes late is not in the chunks before. Memory is bounded by a few megabytes, the
/// longest row and the number of columns; only a JSON object of columns is held whole, and a Parquet file that comes as a stream.
/// The digest is left out for a Parquet file of which not all columns are wanted, since it would take all bytes.
///
/// After an error, the chunks given so far are part of a file that makes no sense as a whole: drop them.
/// To stop early, let `input` fail.
pub fn read(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
    on_chunk: &mut dyn FnMut(Chunk),
) -> Result<ReadSummary, Error> {
    read_into(name, input, options, Limits::default(), &mut InOrder(on_chunk))
}

/// [`read`] with chunks of any size, into anything that takes them.
pub(crate) fn read_into(
    name: &str,
    input: Input<'_>,
    options: &ReadOptions,
    limits: Limits,
    sink: &mut impl Sink,
) -> Result<ReadSummary, Error> {
    let failed = |error| Error::io(name, &error);
    let (start, input) = input.peek(MARK).map_err(failed)?;
    let is_parquet = is_parquet(name, &start)?;
    let Given { findings, rows, columns, bytes, sha256 } = match input {
        Input::File(file) if is_parquet => {
            parquet::read(name, file, &options.columns, limits, &mut |chunk| sink.take(chunk))?
        }
        Input::Stream(mut stream) if is_parquet => {
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).map_err(failed)?;
            let file = Box::new(Cursor::new(bytes));
            parquet::read(name, file, &options.columns, limits, &mut |chunk| sink.take(chunk))?
        }
        Input::File(file) => read_text(name, BufReader::with_capacity(BUFFER, file), options, limits, sink)?,
        Input::Stream(stream) => read_text(name, stream, options, limits, sink)?,
    };
    let source = Source { name: name.to_owned(), rows, columns, bytes: Some(bytes), sha256 };
    Ok(ReadSummary { source, findings })
}

/// Bytes that tell a binary format from text.
const MARK: u64 = 8;

fn is_parquet(name: &str, start: &[u8]) -> Result<bool, Error> {
    if start.starts_with(parquet::ENCRYPTED) {
        Err(parquet::encrypted(name))
    } else {
        Ok(start.starts_with(parquet::MAGIC))
    }
}

/// Reads a file of text, which may be compressed.
fn read_text(
    name: &str,
    input: impl Read,
    options: &ReadOptions,
    limits: Limits,
    sink: &mut impl Sink,
) -> Result<Given, Error> {
    let mut tally = Tally::new(input);
    let (start, stored) = text::peek(&mut tally, MARK).map_err(|error| Error::io(name, &error))?;
    let compression = Compression::of(&start);
    let result = match compression {
        Some(compression) => read_plain(name, compression.unpack(stored), options, limits, sink),
        None => read_plain(name, stored, options, limits, sink),
    };
    let Content { rows, columns, findings } = match (result, compression) {
        (Err(error), Some(compression)) if error.kind() == ErrorKind::Io && !tally.failed() => {
            let tool = compression.name();
            return Err(Error::new(
                ErrorKind::Compression,
                name,
                format!("the {tool} stream is cut off or damaged"),
            )
            .with_hint(format!("copy or download the file again; `{tool} -t` checks it")));
        }
        (result, _) => result?,
    };
    let (bytes, sha256) = tally.finish().map_err(|error| Error::io(name, &error))?;
    Ok(Given { findings, rows, columns, bytes, sha256: Some(sha256) })
}

/// Reads an input that is not compressed.
fn read_plain(
    name: &str,
    input: impl Read,
    options: &ReadOptions,
    limits: Limits,
    sink: &mut impl Sink,
) -> Result<Content, Error> {
    let failed = |error| Error::io(name, &error);
    let (start, input) = text::peek(input, SAMPLE).map_err(failed)?;
    sniff::refuse_known(name, &start)?;
    let input = text::decode(input).map_err(failed)?;
    let (start, input) = text::peek(input, SAMPLE).map_err(failed)?;
    let complete = (start.len() as u64) < SAMPLE;
    sniff::refuse_binary(name, &start)?;
    let columns = &options.columns;
    let read = match sniff::kind(name, &start, complete, options)? {
        Kind::Delimited(delimiter) => {
            return csv::read(name, input, delimiter, columns, limits, sink);
        }
        Kind::Json => json::read,
        Kind::Ndjson => json::read_lines,
    };
    let mut on_chunk = |chunk| sink.take(chunk);
    let mut table = Table::new(limits, columns, &mut on_chunk);
    let findings = read(name, input, &mut table)?;
    Ok(Content { rows: table.rows(), columns: table.width() as u64, findings })
}

#[cfg(test)]
mod tests {
    use super::*;
    use driftglass_core::Column;
    use std::fmt::Write;

    /// The rows as one text, and how many chunks they came in.
    fn rows(name: &str, content: &str, limits: Limits) -> (String, usize) {
        let (mut text, mut chunks) = (String::new(), 0);
        let mut on_chunk = |chunk: Chunk| {
            chunks += 1;
            let mut columns: Vec<_> = chunk
                .columns()
                .map(|(name, column)| match column {
                    Column::Spelled(cells) => (name, cells.iter()),
                    _ => panic!("a file of text spells its cells"),
                })
                .collect();
            for _ in 0..chunk.rows() {
                for (name, cells) in &mut columns {
                    // A column that comes late is absent before, whether its chunk knows of it or not.
                    if let Some(cell) = cells.next().unwrap() {
                        write!(text, "{name}={cell};").unwrap();
                    }
                }
                text += "\n";
            }
        };
        let (input, options) = (Input::stream(content.as_bytes()), ReadOptions::default());
        read_into(name, input, &options, limits, &mut InOrder(&mut on_chunk)).unwrap();
        (text, chunks)
    }

    #[test]
    fn rows_do_not_depend_on_the_size_of_chunks() {
        let (mut csv, mut lines) = ("a,b\n".to_owned(), String::new());
        for row in 0..100 {
            writeln!(csv, "{row},\"x\n{}\"", row * row).unwrap();
            writeln!(lines, r#"{{"a":{row},"k{}":null,"b{}":1}}"#, row % 7, row / 50).unwrap();
        }
        let array = format!("[{}]", lines.trim_end().replace('\n', ","));
        let columns = r#"{"a":[1,2,3,4,5,6,7],"b":["a","b","c","d","e","f","g"]}"#;
        let contents =
            [("a.csv", csv), ("a.ndjson", lines), ("a.json", array), ("a.json", columns.to_owned())];
        for (name, content) in contents {
            let (whole, chunks) = rows(name, &content, Limits::default());
            assert_eq!(chunks, 1);
            let large = Limits::default();
            let limits = [
                Limits { rows: 1, ..large },
                Limits { rows: 5, ..large },
                Limits { cells: 9, ..large },
                Limits { text: 10, ..large },
            ];
            let limits = if name == "a.csv" {
                [1, 2, 64, 300].map(|block| Limits { block, block_rows: 1, ..large })
            } else {
                limits
            };
            for limits in limits {
                let (split, chunks) = rows(name, &content, limits);
                assert_eq!(split, whole, "{name} {limits:?}");
                assert!(chunks > 1, "{name} {limits:?}");
            }
        }
    }
}
