//! The report as text: a page, Markdown and a terminal table, all of them views of [`driftglass_core::Report`].
//!
//! Names, levels and messages in a report come from the data and are hostile: every surface shows them as
//! text, with characters that cannot be seen made visible.

mod chart;
mod component;
mod explain;
mod facts;
mod format;
mod headline;
mod junit;
mod markdown;
mod markup;
mod minify;
mod page;
mod terminal;
mod together;

pub use component::{
    ColumnProps, ColumnRow, DriftMap, Findings, Head, Provenance, Relations, ReportProps, ReportView,
    ToldApart,
};
pub use format::number::size_in_words;
pub use format::text::visible;
pub use headline::{headline, meaning};
pub use junit::junit;
pub use markdown::markdown;
#[cfg(not(target_family = "wasm"))]
pub use page::html;
pub use page::html_async;
pub use terminal::{TerminalOptions, terminal};

/// The style of the report's components, for a page that shows them: it styles `.report` and what is in it,
/// and defines the colours for light and dark as custom properties on `:root`. `data-theme="light"` or
/// `"dark"` on the root element overrides the system's choice.
pub const STYLE: &str = concat!(
    include_str!("css/theme.css"),
    include_str!("css/status.css"),
    include_str!("css/report.css"),
    include_str!("css/column.css"),
    include_str!("css/chart.css"),
    include_str!("css/print.css"),
);
