//! Charts as SVG with no script and no measured text: positions across are percentages, heights are pixels,
//! so that a chart fills its place at any width while its letters keep their size. Shapes are paths in whole units of a space of their own, which
//! is stretched to the chart; what is the same in every chart is style's.

mod axis;
mod bars;
mod change;
mod ecdf;
mod effect;
mod fan;
mod histogram;
mod level_lines;
mod marks;
mod missing;
mod over_runs;
mod path;
mod plot;
mod quantiles;
mod scale;
mod score;
mod share;
mod shared;
mod sparkline;
mod strip;
mod ticks;
mod time_plot;

pub(crate) use axis::Axis;
pub(crate) use bars::level_bars;
pub(crate) use change::change_bar;
pub(crate) use ecdf::ecdf;
pub(crate) use effect::effect_scale;
pub(crate) use fan::fan;
pub(crate) use histogram::histogram;
pub(crate) use level_lines::level_lines;
pub(crate) use marks::carry_the_change;
pub(crate) use missing::missing;
pub(crate) use over_runs::{effect_over_runs, share_over_runs};
pub(crate) use quantiles::quantiles;
pub(crate) use score::score;
pub(crate) use share::share_bar;
pub(crate) use shared::{Ids, shared};
pub(crate) use sparkline::sparkline;
pub(crate) use strip::{links, shares_of_drifted, strip};
pub(crate) use time_plot::times;
