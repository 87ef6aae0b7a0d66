//! What the page shows beside the report: pure views of what they are given.

mod brand;
mod dialog;
mod drop_banner;
mod field;
mod file_slot;
mod help_dialog;
mod over_time_fields;
mod paste_button;
mod privacy;
mod problem_note;
pub(crate) mod progress;
mod report_host;
mod report_screen;
mod rule_fields;
mod save_buttons;
mod settings_dialog;
mod settings_line;
mod split_fields;
mod start_screen;
mod toolbar;

pub(crate) use drop_banner::DropBanner;
pub(crate) use help_dialog::HelpDialog;
pub(crate) use report_screen::ReportScreen;
pub(crate) use settings_dialog::SettingsDialog;
pub(crate) use start_screen::StartScreen;
pub(crate) use toolbar::Toolbar;
