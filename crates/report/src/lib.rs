//! The report as text: a page, Markdown, a terminal table, and what build servers read, all of them views of [`driftglass_core::Report`].
//!
//! Names, levels and messages in a report come from the data and are hostile: every surface shows them as
//! text, with characters that cannot be seen made visible.

mod chart;
mod component;
mod document;
mod explain;
mod facts;
mod format;
mod github;
mod gitlab;
mod headline;
mod junit;
mod markdown;
mod markup;
mod minify;
mod opened;
mod over_time;
mod packed;
mod page;
mod problem;
mod sarif;
mod shortened;
mod stop;
mod terminal;
mod theme;
mod timeline;
mod together;
mod trend;

pub use component::{
    Evidence, columns, comparison, detail, drift_map, findings, head, list, provenance, relations, row,
    summary, timeline, told_apart,
};
pub use format::number::size_in_words;
pub use format::text::visible;
pub use github::{github, github_stops};
pub use gitlab::gitlab;
pub use headline::{headline, meaning};
pub use junit::junit;
pub use markdown::{markdown, markdown_stops};
pub use opened::opened;
pub use page::{Viewer, html, html_in_parallel};
pub use sarif::sarif;
pub use stop::Stop;
pub use terminal::{TerminalOptions, terminal};
pub use theme::Theme;
pub use trend::{
    Remark, RemarkKind, RunEvidence, Stretch, Trend, TrendColumn, TrendOutcome, TrendRun, is_trend_page,
    run_page, trend_page,
};

/// The style of a report: it styles `.report` and what is in it,
/// and defines the colours for light and dark as custom properties on `:root`. `data-theme="light"` or
/// `"dark"` on the root element overrides the system's choice.
const STYLE: &str = concat!(
    include_str!("css/theme.css"),
    include_str!("css/status.css"),
    include_str!("css/report.css"),
    include_str!("css/column.css"),
    include_str!("css/chart.css"),
    include_str!("css/time.css"),
    include_str!("css/tools.css"),
    include_str!("css/print.css"),
);

/// What the pages of a trend have beside it.
const TREND_STYLE: &str = include_str!("css/trend.css");
