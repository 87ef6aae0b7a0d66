//! The page's state, in small handles with verbs.

mod comparison;
mod focus;
mod inputs;
mod title;
mod window_drop;

pub(crate) use comparison::{Comparison, Finished, use_comparison};
pub(crate) use focus::use_focus;
pub(crate) use inputs::{Inputs, use_inputs};
pub(crate) use title::use_title;
pub(crate) use window_drop::{Dropped, use_window_drop};
