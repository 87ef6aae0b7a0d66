//! Tables of any size for measurements: the same bytes for the same seed.

mod column;
mod table;

pub use table::{Side, Table};
