//! Stands in for the crate `zstd`, which binds to a C library and so does not build for wasm without a C compiler.
//!
//! It has what the readers of Parquet and Arrow call, over `ruzstd`, which is Rust alone; the root Cargo.toml puts it in
//! place by `[patch.crates-io]`. Nothing here compresses: nothing of ours writes those formats.

pub mod bulk;
pub mod zstd_safe;

use std::ops::RangeInclusive;

/// The levels of compression, of which there is one to name and none to use.
pub fn compression_level_range() -> RangeInclusive<i32> {
    1..=22
}
