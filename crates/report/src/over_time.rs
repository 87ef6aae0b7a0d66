//! Windows of time in words, for the terminal and for Markdown.

use crate::format::text::visible;
use crate::timeline::{changes, cut, in_a_line};
use driftglass_core::Report;
use driftglass_core::report::Window;

/// Columns that are named of a window or of a moment; the others are a number.
const NAMED: usize = 5;

/// What the windows come to: `304 windows of 1 day, each compared with the reference: 153 have drifted columns, the first is 2019-03-31`.
pub(crate) fn windows(report: &Report) -> Option<String> {
    let cut = cut(report)?;
    let mut drifted = report.windows.iter().filter(|window| window.summary.drifted > 0);
    let first = drifted.next();
    let tail = match (first, 1 + drifted.count()) {
        (None, _) => "none has a drifted column".to_owned(),
        (Some(first), 1) => format!("one has drifted columns, {}", visible(&first.span.label)),
        (Some(first), count) => {
            format!("{count} have drifted columns, the first is {}", visible(&first.span.label))
        }
    };
    Some(format!("{cut}: {tail}"))
}

/// What came of one window and why, without the names of its columns.
pub(crate) fn outcome(window: &Window) -> String {
    let reason = window.reason.as_ref().map_or_else(String::new, |reason| format!(", {}", visible(reason)));
    in_a_line(window) + &reason
}

/// The columns of a window that drifted.
pub(crate) fn drifted(window: &Window) -> Vec<&str> {
    window.columns.iter().filter(|column| column.drifted).map(|column| column.name.as_str()).collect()
}

/// The moments at which columns changed, the surest first, with the columns.
pub(crate) fn moments(report: &Report) -> Vec<(String, Vec<&str>)> {
    let mut moments: Vec<(String, Vec<&str>)> = Vec::new();
    for (column, moment) in changes(report) {
        match moments.iter_mut().find(|(known, _)| *known == moment) {
            Some((_, columns)) => columns.push(column),
            None => moments.push((moment, vec![column])),
        }
    }
    moments
}

/// Names in a row; of many the last are a number.
pub(crate) fn named(names: &[&str], show: impl Fn(&str) -> String) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| show(name)).collect();
    match names.len().saturating_sub(NAMED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
