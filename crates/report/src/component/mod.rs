//! The report as markup. Every part is a pure function of the report, so that whoever draws one draws the same.

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
mod over_time;
mod provenance;
mod relations;
mod section;
mod summary_table;
mod time_map;
mod timeline;
mod told_apart;
mod value_lists;
mod view;
mod why;
mod windows;

pub(crate) use badge::badge;
pub use column::{row, summary};
pub use columns::{columns, list};
pub use detail::{Evidence, detail};
pub use drift_map::drift_map;
pub use findings::findings;
pub use head::head;
pub use provenance::provenance;
pub use relations::relations;
pub use timeline::timeline;
pub use told_apart::told_apart;
pub(crate) use view::view;
pub use windows::comparison;
