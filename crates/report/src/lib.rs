//! The report as text: a page, Markdown, a terminal table, and what build servers read, all of them views of [`driftglass_core::Report`].
//!
//! Names, levels and messages in a report come from the data and are hostile: every surface shows them as
//! text, with characters that cannot be seen made visible.

mod chart;
mod component;
mod explain;
mod facts;
mod format;
#[cfg(feature = "files")]
mod github;
#[cfg(feature = "files")]
mod gitlab;
mod headline;
#[cfg(feature = "files")]
mod junit;
#[cfg(feature = "files")]
mod markdown;
mod markup;
#[cfg(feature = "files")]
mod minify;
#[cfg(feature = "files")]
mod packed;
#[cfg(feature = "files")]
mod page;
#[cfg(feature = "files")]
mod problem;
#[cfg(feature = "files")]
mod sarif;
#[cfg(feature = "files")]
mod terminal;
mod theme;
mod together;

pub use component::{
    ColumnProps, ColumnRow, Columns, ColumnsProps, DriftMap, Findings, Head, Provenance, Relations,
    ReportProps, ReportView, ToldApart, ViewProps, detail, evidence, summary,
};
pub use format::number::size_in_words;
pub use format::text::visible;
#[cfg(feature = "files")]
pub use github::github;
#[cfg(feature = "files")]
pub use gitlab::gitlab;
pub use headline::{headline, meaning};
#[cfg(feature = "files")]
pub use junit::junit;
#[cfg(feature = "files")]
pub use markdown::markdown;
#[cfg(all(feature = "files", not(target_family = "wasm")))]
pub use page::html;
#[cfg(feature = "files")]
pub use page::{Viewer, html_async};
#[cfg(feature = "files")]
pub use sarif::sarif;
#[cfg(feature = "files")]
pub use terminal::{TerminalOptions, terminal};
pub use theme::Theme;

/// The style of the report's components, for a page that shows them: it styles `.report` and what is in it,
/// and defines the colours for light and dark as custom properties on `:root`. `data-theme="light"` or
/// `"dark"` on the root element overrides the system's choice.
pub const STYLE: &str = concat!(
    include_str!("css/theme.css"),
    include_str!("css/status.css"),
    include_str!("css/report.css"),
    include_str!("css/column.css"),
    include_str!("css/chart.css"),
    include_str!("css/tools.css"),
    include_str!("css/print.css"),
);
