//! The page's state, in small handles with verbs.

mod comparison;
mod focus;
mod inputs;
mod options;
mod session;
mod shortcuts;
mod theme;
mod title;
mod window_drop;
mod window_paste;

pub(crate) use comparison::{Comparison, UseComparison, Work, use_comparison};
pub(crate) use focus::use_focus;
pub(crate) use inputs::{UseInputs, use_inputs};
pub(crate) use options::{UseOptions, use_options};
pub(crate) use session::{Session, use_session};
pub(crate) use shortcuts::use_shortcuts;
pub(crate) use theme::use_theme;
pub(crate) use title::use_title;
pub(crate) use window_drop::{Dropped, use_window_drop};
pub(crate) use window_paste::use_window_paste;
