//! Why a file could not be read, and where.

use std::fmt::{self, Display, Formatter};
use std::io;

/// The kinds of error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The input itself failed.
    Io,
    /// A compressed stream that is cut off or damaged.
    Compression,
    /// A Parquet file that is cut off or damaged.
    Parquet,
    /// A saved profile that is damaged, makes no sense or does not fit.
    Profile,
    /// A known format that is not read here, such as a workbook.
    Unsupported,
    /// Bytes that are not text.
    Binary,
    /// Text that is not in the encoding that its byte order mark or its format promises.
    Encoding,
    /// Nothing in the file.
    Empty,
    /// A header, or an empty array, and no rows.
    NoRows,
    /// A delimiter that cannot be one.
    Delimiter,
    /// A quote that is never closed.
    Quote,
    /// Most rows have more or fewer fields than the header.
    Ragged,
    /// A row or a number of columns beyond any sensible size.
    TooLarge,
    /// JSON that cannot be parsed.
    Json,
    /// JSON that is no table.
    Shape,
    /// Rows that a rule does not split in two.
    Split,
}

/// Why a file could not be read. Its `Display` is one line, whatever the file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Details>);

/// In a box, so that results stay small.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Details {
    kind: ErrorKind,
    file: String,
    row: Option<u64>,
    line: Option<u64>,
    row_group: Option<usize>,
    column: Option<String>,
    message: String,
    hint: Option<String>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, file: &str, message: impl Into<String>) -> Self {
        Self(Box::new(Details {
            kind,
            file: file.to_owned(),
            row: None,
            line: None,
            row_group: None,
            column: None,
            message: message.into(),
            hint: None,
        }))
    }

    /// A failure of the input, or of a layer that reports through it.
    pub(crate) fn io(file: &str, error: &io::Error) -> Self {
        if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<MalformedUtf16>) {
            return Self::new(ErrorKind::Encoding, file, MalformedUtf16.to_string())
                .with_hint("the file is cut off or damaged; save it again, best as UTF-8");
        }
        Self::new(ErrorKind::Io, file, format!("the input failed: {error}"))
    }

    /// A file with nothing in it.
    pub(crate) fn empty(file: &str) -> Self {
        Self::new(ErrorKind::Empty, file, "the file is empty")
            .with_hint("check that the whole file was written")
    }

    pub(crate) fn at(mut self, place: Place) -> Self {
        (self.0.row, self.0.line) = (Some(place.row), place.line);
        self
    }

    pub(crate) fn with_row(mut self, row: u64) -> Self {
        self.0.row = Some(row);
        self
    }

    pub(crate) fn with_line(mut self, line: u64) -> Self {
        self.0.line = Some(line);
        self
    }

    /// The first row group is 1.
    pub(crate) fn with_row_group(mut self, row_group: usize) -> Self {
        self.0.row_group = Some(row_group);
        self
    }

    pub(crate) fn with_column(mut self, column: impl Into<String>) -> Self {
        self.0.column = Some(column.into());
        self
    }

    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hint = Some(hint.into());
        self
    }

    /// What kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The row that it is about, where there is one; 1 is the first row of data.
    pub fn row(&self) -> Option<u64> {
        self.0.row
    }

    /// The column that it is about, where there is one.
    pub fn column(&self) -> Option<&str> {
        self.0.column.as_deref()
    }

    /// What to do about it, where there is something to do.
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", one_line(&self.0.file))?;
        match (self.0.row, self.0.line) {
            (Some(row), line) => write!(f, ", {}", Place { row, line })?,
            (None, Some(line)) => write!(f, ", line {line}")?,
            (None, None) => {}
        }
        if let Some(row_group) = self.0.row_group {
            write!(f, ", row group {row_group}")?;
        }
        if let Some(column) = &self.0.column {
            write!(f, ", column {}", quoted(column))?;
        }
        write!(f, ": {}", one_line(&self.0.message))
    }
}

impl std::error::Error for Error {}

/// UTF-16 with half a character in it.
#[derive(Debug)]
pub(crate) struct MalformedUtf16;

impl Display for MalformedUtf16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("the byte order mark says UTF-16, but the text is not")
    }
}

impl std::error::Error for MalformedUtf16 {}

/// A row, and the line where it starts: they differ by the header, embedded newlines and blank lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) row: u64,
    pub(crate) line: Option<u64>,
}

impl Place {
    /// The place in a whole of which so many rows come before.
    pub(crate) fn behind(self, rows: u64) -> Self {
        Self { row: self.row + rows, ..self }
    }
}

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "row {}", self.row)?;
        match self.line {
            // Lines end in \n; in a file of bare \r the count of lines says nothing.
            Some(line) if line > self.row => write!(f, " (line {line})"),
            _ => Ok(()),
        }
    }
}

/// A value or name as messages show it: in quotes, on one line, cut to a readable length.
pub(crate) fn quoted(value: &str) -> String {
    const LONGEST: usize = 60;
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{:?}…", &value[..end]),
        None => format!("{value:?}"),
    }
}

/// Text with its control characters escaped.
fn one_line(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut line, character| {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
        line
    })
}
