//! Profiles that merge, their comparison under a policy, and the report that comes of it.

mod chunk;
mod compare;
pub mod datetime;
mod infer;
mod judge;
mod kind;
mod label;
mod method;
mod number;
mod parallel;
pub mod policy;
mod profile;
pub mod report;
pub mod schema;
pub mod series;
pub mod split;
pub mod windows;

pub use chunk::{Chunk, Column, Span, TextColumn, Value};
pub use compare::{compare, compare_in_parallel};
pub use infer::Look;
pub use judge::{choices, judge};
pub use kind::{ColumnType, Role};
pub use method::Method;
pub use number::Number;
pub use parallel::{Parallel, Sequential};
pub use profile::{ColumnProfile, Memory, MissingTokens, Profile, UnsoundProfile};
pub use report::Report;
pub use schema::Schema;
pub use series::{Series, WindowError};
pub use split::Split;

pub use driftglass_stats::order;
