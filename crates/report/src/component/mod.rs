//! The report as Yew components. Every one is a pure view of the shared report.

mod badge;
mod column;
mod contributions;
mod detail;
mod findings;
mod head;
mod method_table;
mod provenance;
mod shared;
mod summary_table;
mod value_lists;
mod view;

pub use column::ColumnRow;
pub use findings::Findings;
pub use head::Head;
pub use provenance::Provenance;
pub use shared::{ColumnProps, ReportProps};
pub use view::ReportView;
