//! Runs as the pages of a trend show them.

mod folder;
mod history;

pub(crate) use folder::{Folder, of_folder};
pub(crate) use history::{of_history, report_of};
