//! Charts as SVG with no script and no measured text: positions across are percentages, heights are pixels,
//! so that a chart fills its place at any width while its letters keep their size.

mod axis;
mod bars;
mod change;
mod effect;
mod histogram;
mod path;
mod scale;
mod share;
mod sparkline;
mod ticks;

pub(crate) use bars::level_bars;
pub(crate) use change::change_bar;
pub(crate) use effect::effect_scale;
pub(crate) use histogram::{has_tails, histogram};
pub(crate) use share::share_bar;
pub(crate) use sparkline::{Side, sparkline};
