//! The windows one by one, each opening to its comparison.

use super::time_map::address;
use crate::facts::{mark, p_heading, shown_p_value};
use crate::format::effect::effect_with_interval;
use crate::format::number::{NONE, count, p_value, percent_of};
use crate::format::text::{plural, shorten, visible};
use crate::markup::{name, names};
use crate::timeline::outcome;
use driftglass_core::report::{Status, Window, WindowColumn};
use driftglass_core::{Report, order};
use maud::{Markup, html};

/// Up to so many columns in all windows together, each window lists all of its own.
const ALL: usize = 1000;
/// Of more, a window lists its strongest, so many in all windows together and a few at least, and those alone that changed.
const STRONGEST: usize = 1000;
const FEW: usize = 3;
/// So many columns are named before a window is opened.
const NAMED: usize = 3;

/// Of more windows with rows than this, those alone are listed in which a column drifted, and of those the last.
const WINDOWS: usize = 400;

/// The windows that have a line, by their places.
pub(super) fn listed(report: &Report) -> Vec<usize> {
    let windows = &report.windows;
    let all: Vec<usize> = (0..windows.len()).filter(|place| windows[*place].span.rows > 0).collect();
    if all.len() <= WINDOWS {
        return all;
    }
    let drifted: Vec<usize> = all.into_iter().filter(|place| windows[*place].summary.drifted > 0).collect();
    drifted[drifted.len().saturating_sub(WINDOWS)..].to_vec()
}

/// How many columns a window of this report lists; nothing where it lists all.
fn columns_of_each(report: &Report) -> Option<usize> {
    let cells: usize = report.windows.iter().map(|window| window.columns.len()).sum();
    (cells > ALL).then(|| (STRONGEST / report.windows.len().max(1)).max(FEW))
}

/// A line for each window, which opens to its columns; a link to it opens it.
pub(super) fn windows(report: &Report) -> Markup {
    let (listed, most) = (listed(report), columns_of_each(report));
    html! {
        details.windows {
            summary { h3 { "Window by window" } " " small { (said(&listed, report)) } }
            ol { @for place in listed { (item(report, place, &report.windows[place], most)) } }
        }
    }
}

fn said(listed: &[usize], report: &Report) -> String {
    let all = report.windows.iter().filter(|window| window.span.rows > 0).count();
    let windows = plural(all as u64, "window");
    match listed.len() {
        some if some == all => windows,
        0 => format!("a column drifted in none of {windows}"),
        some => format!("the last {} in which a column drifted, of {windows}", count(some as u64)),
    }
}

fn item(report: &Report, place: usize, window: &Window, most: Option<usize>) -> Markup {
    let strongest = strongest_first(window);
    let drifted: Vec<String> =
        strongest.iter().filter(|it| it.drifted).take(NAMED).map(|it| shorten(&it.name, 40)).collect();
    html! {
        li {
            details.window {
                summary {
                    span.label { (visible(&window.span.label)) }
                    span class={ "badge " (overall(window).name()) } { (outcome(window)) }
                    span.most { (names(&drifted)) @if window.summary.drifted as usize > NAMED { " …" } }
                }
                div id=(&address(place)[1..]) { (comparison(report, window, most)) }
            }
        }
    }
}

/// The mark of a window: that of the data set in a report of its own.
fn overall(window: &Window) -> Status {
    if window.reason.is_some() { Status::Untested } else { mark(&window.summary) }
}

/// What a window was compared with, and what its columns came to; `most` of them where that is a number.
pub fn comparison(report: &Report, window: &Window, most: Option<usize>) -> Markup {
    let strongest = strongest_first(window);
    let is_listed = |(place, it): (usize, &&WindowColumn)| {
        most.is_none_or(|most| place < most && !matches!(it.status, Status::Stable | Status::Untested))
    };
    let shown = strongest.iter().enumerate().take_while(|(place, it)| is_listed((*place, it))).count();
    let (rows, rest) = strongest.split_at(shown);
    html! {
        p.quiet { (plural(window.span.rows, "row")) (against(report, window)) "." }
        @if let Some(reason) = &window.reason { p { "Not compared: " (visible(reason).trim_end_matches('.')) "." } }
        @if !rows.is_empty() {
            table {
                thead { tr { th { "Column" } th { "Status" } th { "Effect" } th { (p_heading(&report.policy)) } th { "Missing" } } }
                tbody { @for it in rows { (row(report, window, it)) } }
            }
        }
        @if !rest.is_empty() { p.caption.rest { (left_out(rest, rows.is_empty())) } }
    }
}

/// What the window was compared with, where that is not the same for all.
fn against(report: &Report, window: &Window) -> String {
    let rule = report.timeline.as_ref().map_or("", |timeline| &timeline.reference);
    let is_same = rule == "fixed" || rule.starts_with("first");
    window.reference.as_ref().filter(|_| !is_same).map_or_else(String::new, |span| {
        format!(", compared with {} ({})", visible(&span.label), plural(span.rows, "row"))
    })
}

fn row(report: &Report, window: &Window, it: &WindowColumn) -> Markup {
    html! {
        tr {
            th { (name(&it.name)) }
            td class=(it.status.name()) { (it.status.name()) }
            td { (it.effect.as_ref().map_or_else(|| NONE.to_owned(), effect_with_interval)) }
            td { (p_value(shown_p_value(it.p_value, it.q_value, &report.policy))) }
            td { (percent_of(it.missing, window.span.rows)) }
        }
    }
}

/// `42 more columns: 3 slight, 39 stable.`
fn left_out(rest: &[&WindowColumn], is_all: bool) -> String {
    let of = |status: Status| rest.iter().filter(|it| it.status == status).count() as u64;
    let counts: Vec<String> = Status::WORST_FIRST
        .into_iter()
        .filter(|status| of(*status) > 0)
        .map(|status| format!("{} {}", count(of(status)), status.name()))
        .collect();
    let noun = if is_all { "column" } else { "more column" };
    format!("{}: {}.", plural(rest.len() as u64, noun), counts.join(", "))
}

/// The window's columns, the strongest change first, those without a test last.
fn strongest_first(window: &Window) -> Vec<&WindowColumn> {
    let rank = |it: &WindowColumn| if it.status == Status::Untested { None } else { Some(it.status) };
    let size = |it: &WindowColumn| it.effect.as_ref().and_then(|effect| effect.value.get()).unwrap_or(0.0);
    let columns = &window.columns;
    let stronger = |a: usize, b: usize| {
        let (a, b) = (&columns[a], &columns[b]);
        rank(b).cmp(&rank(a)).then(size(b).total_cmp(&size(a)))
    };
    order(columns.len(), &stronger).into_iter().map(|place| &columns[place]).collect()
}
