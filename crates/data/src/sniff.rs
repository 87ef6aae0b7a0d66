//! What a content is, from its first bytes.

use crate::compression::Compression;
use crate::csv;
use crate::error::{Error, ErrorKind, quoted};
use crate::format::Format;
use crate::json;
use crate::parquet;
use crate::read::ReadOptions;
use crate::saved::is_saved;
use encoding_rs::Encoding;

/// What is to be read.
pub(crate) enum Kind {
    /// CSV or TSV with this byte between fields.
    Delimited(u8),
    /// One JSON value.
    Json,
    /// One JSON value a line.
    Ndjson,
}

/// Tells the content by the options, or else the name, or else the text itself. What the name calls JSON may be
/// NDJSON, as many programs write it.
pub(crate) fn kind(name: &str, start: &[u8], complete: bool, options: &ReadOptions) -> Result<Kind, Error> {
    if start.trim_ascii().is_empty() && complete {
        return Err(Error::empty(name));
    }
    if let Some(delimiter) = options.delimiter.filter(|byte| !byte.is_ascii() || b"\"\r\n\0".contains(byte)) {
        let message = format!("{} cannot be a delimiter", quoted(&char::from(delimiter).to_string()));
        return Err(
            Error::new(ErrorKind::Delimiter, name, message).with_hint("use a comma, semicolon, tab or |")
        );
    }
    let by_text = || match start.trim_ascii_start().first() {
        Some(b'{' | b'[') if options.delimiter.is_none() => Format::Json,
        _ => Format::Csv,
    };
    let format = options.format.or_else(|| Format::from_name(name)).unwrap_or_else(by_text);
    Ok(match format {
        Format::Csv => {
            Kind::Delimited(options.delimiter.unwrap_or_else(|| csv::sniff_delimiter(start, complete)))
        }
        Format::Tsv => Kind::Delimited(options.delimiter.unwrap_or(b'\t')),
        Format::Json if options.format.is_none() && json::looks_like_lines(start, complete) => Kind::Ndjson,
        Format::Json => Kind::Json,
        Format::Ndjson => Kind::Ndjson,
        Format::Parquet => {
            return Err(Error::new(
                ErrorKind::Parquet,
                name,
                "this is no Parquet file, whatever it is called",
            )
            .with_hint("a Parquet file begins with PAR1; check what was written"));
        }
    })
}

/// Whether a content begins as text that is stored as it is: not packed, without a byte order mark, and no saved profile.
pub(crate) fn is_plain(start: &[u8]) -> bool {
    !is_saved(start)
        && Encoding::for_bom(start).is_none()
        && refuse_known("", start).is_ok()
        && refuse_binary("", start).is_ok()
}

/// An error for formats that are known and not read.
pub(crate) fn refuse_known(name: &str, start: &[u8]) -> Result<(), Error> {
    const CSV: &str = "save it as CSV or NDJSON";
    const UNPACK: &str = "unpack it first; only gzip and zstd are unpacked here";
    const PAGE: &str = "this may be an error page of a server; download the data itself";
    let lower = start[..start.len().min(64)].trim_ascii_start().to_ascii_lowercase();
    let begins = |bytes: &[u8]| start.starts_with(bytes);
    let is_page = [&b"<!doctype html"[..], b"<html", b"<?xml"].iter().any(|mark| lower.starts_with(mark));
    let names_workbook =
        |mark: &[u8]| start[..start.len().min(4096)].windows(mark.len()).any(|window| window == mark);
    let (what, hint) =
        if begins(b"PK\x03\x04") && (names_workbook(b"[Content_Types].xml") || names_workbook(b"xl/")) {
            ("an Excel workbook (xlsx)", CSV)
        } else if begins(b"\xd0\xcf\x11\xe0") {
            ("an old Excel workbook or another Office file", CSV)
        } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
            ("a zip archive", UNPACK)
        } else if begins(b"BZh") && start.get(4..10) == Some(b"\x31\x41\x59\x26\x53\x59") {
            ("compressed with bzip2", UNPACK)
        } else if begins(b"\xfd7zXZ\0") {
            ("compressed with xz", UNPACK)
        } else if Compression::of(start).is_some() {
            ("compressed twice", UNPACK)
        } else if begins(parquet::MAGIC) || begins(parquet::ENCRYPTED) {
            ("a Parquet file that is compressed as a whole", "unpack it; Parquet compresses its own pages")
        } else if begins(b"ARROW1") || begins(b"FEA1") {
            ("an Arrow or Feather file", "save it as Parquet, CSV or NDJSON")
        } else if begins(b"SQLite format 3\0") {
            ("an SQLite database", CSV)
        } else if is_page {
            ("an HTML or XML page", PAGE)
        } else {
            return Ok(());
        };
    Err(Error::new(ErrorKind::Unsupported, name, format!("this is {what}")).with_hint(hint))
}

/// An error for bytes that are not text.
pub(crate) fn refuse_binary(name: &str, start: &[u8]) -> Result<(), Error> {
    let nul = start.split(|&byte| byte == 0).count() - 1;
    // Now and then a NUL is a damaged value, and reading on tells where it is.
    if nul * 10 <= start.len() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Binary, name, "the content is not text")
        .with_hint("give a CSV, TSV, JSON or NDJSON file; UTF-16 is read only with a byte order mark"))
}
