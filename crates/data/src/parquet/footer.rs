//! The table of contents at the end of a Parquet file, and whether the file can be what it says.

use super::file::SharedFile;
use super::guarded;
use crate::error::{Error, ErrorKind};
use parquet::basic::CompressionCodec;
use parquet::file::metadata::{
    ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData,
};

/// What a Parquet file begins and ends with.
pub(crate) const MAGIC: &[u8] = b"PAR1";

/// The same where the table of contents is encrypted.
pub(crate) const ENCRYPTED: &[u8] = b"PARE";

/// The length of the table of contents, and the mark behind it.
const TAIL: u64 = 8;

const WHOLE: &str = "check that the whole file was written; copy or download it again";

/// Reads the table of contents.
pub(super) fn read(name: &str, file: &SharedFile) -> Result<ParquetMetaData, Error> {
    let damaged = |message: &str| Error::new(ErrorKind::Parquet, name, message).with_hint(WHOLE);
    let failed = |error| Error::io(name, &error);
    let Some(tail_start) = file.length().checked_sub(TAIL).filter(|start| *start >= MAGIC.len() as u64)
    else {
        return Err(damaged("the Parquet file is cut off"));
    };
    let tail = file.bytes(tail_start, TAIL as usize).map_err(failed)?;
    let (length, mark) = tail.split_at(4);
    if mark == ENCRYPTED {
        return Err(encrypted(name));
    }
    if mark != MAGIC {
        return Err(damaged(
            "the Parquet file is cut off: its table of contents, which comes last, is missing",
        ));
    }
    let length = length.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes));
    let Some(start) = tail_start.checked_sub(length.into()) else {
        return Err(damaged("the Parquet file is damaged: its table of contents is longer than the file"));
    };
    let contents = file.bytes(start, length as usize).map_err(failed)?;
    let metadata = guarded(|| ParquetMetaDataReader::decode_metadata(&contents)).map_err(|error| {
        damaged(&format!("the table of contents of the Parquet file is damaged: {error}"))
    })?;
    for (place, group) in metadata.row_groups().iter().enumerate() {
        if let Some(column) = group.columns().iter().find(|column| !is_unpacked(column)) {
            let codec = column.compression_codec();
            let message = format!("its pages are compressed with {codec:?}, which is not read here");
            return Err(Error::new(ErrorKind::Unsupported, name, message)
                .with_row_group(place + 1)
                .with_column(column.column_path().string())
                .with_hint("write the file again with snappy, gzip, lz4 or zstd"));
        }
        check(group, file.length()).map_err(|(what, column)| {
            let error = damaged(&format!("the Parquet file is damaged: {what}")).with_row_group(place + 1);
            match column {
                Some(column) => error.with_column(column),
                None => error,
            }
        })?;
    }
    Ok(metadata)
}

/// An error for a file of which nothing can be read.
pub(crate) fn encrypted(name: &str) -> Error {
    Error::new(ErrorKind::Unsupported, name, "this is an encrypted Parquet file")
        .with_hint("write it again without encryption")
}

/// What is impossible about a row group, and the column that it is about.
fn check(group: &RowGroupMetaData, length: u64) -> Result<(), (&'static str, Option<String>)> {
    if group.num_rows() < 0 {
        return Err(("it has less than no rows", None));
    }
    if group.num_columns() != group.schema_descr().num_columns() {
        return Err(("it has other columns than the file", None));
    }
    for column in group.columns() {
        let name = || Some(column.column_path().string());
        if column.column_type() != column.column_descr().physical_type() {
            return Err(("its type is not that of the file", name()));
        }
        if end(column).is_none_or(|end| end > length) {
            return Err(("it is beyond the end of the file", name()));
        }
    }
    Ok(())
}

/// Brotli alone would be larger than the rest of the reader, and nobody writes LZO.
fn is_unpacked(column: &ColumnChunkMetaData) -> bool {
    !matches!(column.compression_codec(), CompressionCodec::BROTLI | CompressionCodec::LZO)
}

/// Where a column of a row group ends, unless it begins or ends before the file does.
pub(super) fn end(column: &ColumnChunkMetaData) -> Option<u64> {
    let start = column.dictionary_page_offset().unwrap_or(column.data_page_offset());
    u64::try_from(start).ok()?.checked_add(u64::try_from(column.compressed_size()).ok()?)
}
