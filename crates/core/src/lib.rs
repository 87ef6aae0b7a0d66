//! Profiles that merge, their comparison under a policy, and the report that comes of it.

mod chunk;
mod kind;
mod method;
mod number;
pub mod policy;
pub mod report;

pub use chunk::{Chunk, TextColumn};
pub use kind::{ColumnType, Role};
pub use method::Method;
pub use number::Number;
pub use report::Report;
