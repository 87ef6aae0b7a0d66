//! The readers as their callers use them.

mod common;
mod delimited;
mod json;
mod round_trip;
mod stored;
