//! What the reader has chosen: which columns to see, and under which policy.

mod draft;
mod selection;

pub(crate) use draft::{ColumnDraft, Draft};
pub(crate) use selection::{Selection, Sort};
