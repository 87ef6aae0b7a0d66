//! The readers as their callers use them.
#![expect(clippy::unwrap_used, reason = "what tests share is a test too")]

mod common;
mod delimited;
mod json;
mod parquet;
mod pieces;
mod round_trip;
mod stored;
