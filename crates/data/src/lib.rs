//! Tabular files as column chunks: CSV, TSV, JSON and NDJSON, plain or in gzip or zstd, and Parquet.
//!
//! [`read`] takes bytes from an [`Input`] and gives [`Chunk`](driftglass_core::Chunk)s of cells as the file
//! spells them, or of values where the file knows their types. What the cells mean (types, missing values) is told elsewhere. Whatever is odd about a file is either
//! an [`Error`] or a finding in the [`ReadSummary`], with the row, the line and the column where there are any; nothing
//! is dropped in silence.

mod compression;
mod csv;
mod error;
mod format;
mod guard;
mod input;
mod json;
mod notes;
mod parquet;
mod parts;
mod per_thread;
mod profile;
mod read;
mod saved;
mod selection;
mod series;
mod sink;
mod sniff;
mod split;
mod table;
mod tally;
mod text;
mod zstd;

pub use csv::{Piece, WholeFile};
pub use error::{Error, ErrorKind};
pub use format::Format;
pub use guard::is_guarded;
pub use input::{Input, ReadSeek};
pub use parts::Parts;
pub use profile::profile;
pub use read::{ReadOptions, ReadSummary, read};
pub use saved::{decode, encode, is_saved, open, save};
pub use selection::Selection;
pub use series::{count_rows, finish_series, profile_steps, series, whole};
pub use split::profile_split;
