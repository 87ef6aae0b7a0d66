//! What the reader can press and type into: its markup, and what it shows of the viewer's state.

mod banner;
mod column_rules;
mod copy;
mod field;
mod help;
mod panel;
mod theme;
mod toolbar;

pub(crate) use banner::banner;
pub(crate) use column_rules::column_rules;
pub(crate) use copy::copy;
pub(crate) use help::help;
pub(crate) use panel::Panel;
pub(crate) use theme::next_theme;
pub(crate) use toolbar::Toolbar;
