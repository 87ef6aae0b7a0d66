//! Windows of time in words, for the terminal and for Markdown.

use crate::format::text::plural;
use driftglass_core::Report;
use driftglass_core::report::{Timeline, Window};

/// Columns that are named of a window or of a moment; the others are a number.
const NAMED: usize = 5;

/// What the windows come to: `304 windows of 1d against the reference: 153 have drifted columns, the first is 2019-03-31`.
pub(crate) fn windows(report: &Report) -> Option<String> {
    let timeline = report.timeline.as_ref()?;
    let compared = report.windows.iter().filter(|window| window.reason.is_none()).count() as u64;
    let mut drifted = report.windows.iter().filter(|window| window.summary.drifted > 0);
    let first = drifted.next();
    let length = format!("of {} against {}", timeline.window, against(timeline));
    let tail = match (first, 1 + drifted.count()) {
        (None, _) => "none has a drifted column".to_owned(),
        (Some(first), 1) => format!("one has drifted columns, {}", first.span.label),
        (Some(first), count) => format!("{count} have drifted columns, the first is {}", first.span.label),
    };
    Some(format!("{} {length}: {tail}", plural(compared, "window")))
}

/// What windows are compared with.
fn against(timeline: &Timeline) -> String {
    let what = match timeline.reference.split_once(':') {
        Some(("first", count)) => format!("the first {count} windows"),
        Some(("rolling", length)) => format!("the {length} before"),
        _ => match timeline.reference.as_str() {
            "previous" => "the one before".to_owned(),
            "expanding" => "everything before".to_owned(),
            _ => "the reference".to_owned(),
        },
    };
    match &timeline.season {
        Some(season) => format!("{what}, at the same time of the {season}"),
        None => what,
    }
}

/// What came of one window, without the names of its columns.
pub(crate) fn outcome(window: &Window) -> String {
    match &window.reason {
        Some(reason) => format!("{}: not compared, {reason}", window.span.label),
        None => format!(
            "{}: {} of {} drifted",
            window.span.label,
            window.summary.drifted,
            plural(window.summary.tested, "column")
        ),
    }
}

/// The columns of a window that drifted.
pub(crate) fn drifted(window: &Window) -> Vec<&str> {
    window.columns.iter().filter(|column| column.drifted).map(|column| column.name.as_str()).collect()
}

/// The moments at which columns changed, in the order of time, with the columns.
pub(crate) fn changes(report: &Report) -> Vec<(&str, Vec<&str>)> {
    let mut places: Vec<u64> =
        report.timeline.iter().flat_map(|timeline| &timeline.changes).map(|change| change.window).collect();
    places.sort_unstable();
    places.dedup();
    let at = |place: u64| {
        let window = report.windows.get(usize::try_from(place).ok()?)?;
        let changes = report.timeline.iter().flat_map(|timeline| &timeline.changes);
        let columns = changes.filter(|change| change.window == place).map(|change| change.column.as_str());
        Some((window.span.label.as_str(), columns.collect()))
    };
    places.into_iter().filter_map(at).collect()
}

/// Names in a row; of many the last are a number.
pub(crate) fn named(names: &[&str], show: impl Fn(&str) -> String) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| show(name)).collect();
    match names.len().saturating_sub(NAMED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
