//! What the page shows beside the report: pure views of what they are given.

mod brand;
mod drop_banner;
mod file_slot;
mod privacy;
mod problem_note;
pub(crate) mod progress;
mod report_screen;
mod start_screen;

pub(crate) use drop_banner::DropBanner;
pub(crate) use report_screen::ReportScreen;
pub(crate) use start_screen::StartScreen;
