//! The report as Yew components. Every one is a pure view of the shared report.

mod aspects;
mod badge;
mod column;
mod columns;
mod contributions;
mod detail;
mod distribution;
mod drift_map;
mod findings;
mod head;
mod method_table;
mod provenance;
mod relations;
mod section;
mod shared;
mod summary_table;
mod told_apart;
mod value_lists;
mod view;
mod why;

pub use column::{ColumnRow, summary};
pub use columns::{Columns, ColumnsProps};
pub use detail::{detail, evidence};
pub use drift_map::DriftMap;
pub use findings::Findings;
pub use head::Head;
pub use provenance::Provenance;
pub use relations::Relations;
pub use shared::{ColumnProps, ReportProps};
pub use told_apart::ToldApart;
pub use view::{ReportView, ViewProps};
