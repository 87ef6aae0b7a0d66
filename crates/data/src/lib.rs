//! Tabular files as column chunks: CSV, TSV, JSON and NDJSON, plain or in gzip.
//!
//! [`read`] takes bytes from any [`std::io::Read`] and gives [`Chunk`](driftglass_core::Chunk)s of cells as the file
//! spells them. What the cells mean (types, missing values) is told elsewhere. Whatever is odd about a file is either
//! an [`Error`] or a finding in the [`ReadSummary`], with the row, the line and the column where there are any; nothing
//! is dropped in silence.

mod csv;
mod error;
mod format;
mod json;
mod notes;
mod profile;
mod read;
mod sniff;
mod table;
mod tally;
mod text;

pub use error::{Error, ErrorKind};
pub use format::Format;
pub use profile::profile;
pub use read::{ReadOptions, ReadSummary, read};
