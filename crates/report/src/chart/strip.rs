//! The status of a column, window by window, as small as a line of text.

use super::scale::{across, fixed};
use super::time_plot::{HIGH_OVER_TIME, change_line, runs};
use crate::format::number::percent;
use crate::timeline::Slots;
use driftglass_core::report::{Status, Verdict, Window};
use maud::{Markup, html};
use std::fmt::Write;

/// How much of its place a status fills, from below: as its disc does.
const FILLS: [(Status, u8); 4] =
    [(Status::Stable, 4), (Status::Slight, 1), (Status::Moderate, 2), (Status::Severe, 4)];

/// A place for each window, which fills as the change grows: a path for each status. What was not tested is a broken line, and what is
/// not there is empty. `changes` are the windows before which the column changed.
pub(crate) fn strip(words: &str, statuses: &[Option<Status>], slots: &Slots, changes: &[usize]) -> Markup {
    let of = |wanted: Status| {
        runs(statuses.iter().map(|status| status.filter(|it| has_ground(*it, wanted))))
            .into_iter()
            .map(|run| (run[0].0 as usize, run.len()))
            .collect::<Vec<_>>()
    };
    html! {
        svg.strip role="img" aria-label=(words) {
            svg viewBox={ "0 0 " (slots.count) " 4" } preserveAspectRatio="none" {
                @for (status, fill) in FILLS { (filled(status, fill, &of(status))) }
                (broken(&of(Status::Untested)))
            }
            @for &change in changes { (change_line(slots.share(change), "100%")) }
        }
    }
}

/// Whether a window has the ground of this status: each that was tested has that of a stable one.
fn has_ground(window: Status, status: Status) -> bool {
    window == status || (status == Status::Stable && window != Status::Untested)
}

fn filled(status: Status, fill: u8, runs: &[(usize, usize)]) -> Markup {
    let (mut path, mut from) = (String::new(), 0);
    for &(at, windows) in runs {
        let top = 4 - fill;
        let start = if path.is_empty() { format!("M{at} {top}") } else { format!("m{} 0", at - from) };
        // Closing a bar goes back to where it began. Writing to a String cannot fail.
        let _ = write!(path, "{start}h{windows}v{fill}h-{windows}z");
        from = at;
    }
    html! { @if !path.is_empty() { path class=(status.name()) d=(path) {} } }
}

fn broken(runs: &[(usize, usize)]) -> Markup {
    let mut path = String::new();
    for (at, windows) in runs {
        let _ = write!(path, "M{at} 2h{windows}");
    }
    html! { @if !path.is_empty() { path.untested d=(path) {} } }
}

/// The share of drifted columns as a bar for each window, darker where the data set drifted, and the share from which on it does.
pub(crate) fn shares_of_drifted(
    words: &str,
    windows: &[Window],
    limit: Option<f64>,
    slots: &Slots,
) -> Markup {
    let bars = |is_shown: &dyn Fn(&Window) -> bool| {
        let share = |window: &Window| {
            window.summary.share.get().filter(|_| window.reason.is_none() && is_shown(window))
        };
        let mut path = String::new();
        for run in runs(windows.iter().map(share)) {
            let _ = write!(path, "M{} {HIGH_OVER_TIME}", run[0].0);
            let mut level = 0;
            for (_, share) in &run {
                let height = (share * HIGH_OVER_TIME).round() as i32;
                let _ =
                    if height == level { write!(path, "h1") } else { write!(path, "v{}h1", level - height) };
                level = height;
            }
            let _ = write!(path, "V{HIGH_OVER_TIME}z");
        }
        path
    };
    let limit = limit.filter(|limit| (0.0..=1.0).contains(limit));
    html! {
        svg.shares role="img" aria-label=(words) {
            svg viewBox={ "0 0 " (slots.count) " 100" } preserveAspectRatio="none" {
                path.share d=(bars(&|_| true)) {}
                @let drifted = bars(&|window| window.summary.verdict == Verdict::Drifted);
                @if !drifted.is_empty() { path.severe d=(drifted) {} }
                @if let Some(limit) = limit { path.limit d={ "M0 " (fixed(HIGH_OVER_TIME * (1.0 - limit))) "H" (slots.count) } {} }
            }
            @if let Some(limit) = limit { text y=(across(1.0 - limit)) { "limit " (percent(limit)) } }
        }
    }
}

/// A link for each window over its whole height, for those who point: others have the list of windows.
/// Of each its place, its address and what it is in words.
pub(crate) fn links(slots: &Slots, windows: impl Iterator<Item = (usize, String, String)>) -> Markup {
    html! {
        svg.links viewBox={ "0 0 " (slots.count) " 1" } preserveAspectRatio="none" aria-hidden="true" {
            @for (place, address, words) in windows {
                a href=(address) tabindex="-1" {
                    title { (words) }
                    rect x=(place) {}
                }
            }
        }
    }
}
