//! The share of missing values, window by window.

use super::plot::{Words, grid, percents};
use super::time_plot::{Of, line, time_plot};
use crate::format::number::percent;
use crate::format::text::shorten;
use crate::timeline::Slots;
use maud::{Markup, html};

/// The share as a line. Nothing where no window misses a value.
pub(crate) fn missing(name: &str, shares: &[Option<f64>], slots: &Slots, changes: &[usize]) -> Markup {
    let max = shares.iter().flatten().copied().fold(0.0, f64::max);
    if max <= 0.0 {
        return html! {};
    }
    let back = grid(percents(max));
    let words = Words {
        title: format!("{}: missing values over time", shorten(name, 80)),
        description: format!("At most {} of a window.", percent(max)),
    };
    let shapes = html! { path.course d=(line(slots, shares.iter().map(|share| share.map(|it| it / max)), Of::Highest)) {} };
    time_plot(&words, slots, changes, &back, &shapes)
}
