//! How the data were cut, and when they changed, in words.

use crate::format::number::count;
use crate::format::text::{plural, visible};
use driftglass_core::Report;
use driftglass_core::report::{ChangePoint, ColumnReport, Window};

/// So many changes are told; the rest is a number.
pub(crate) const CHANGES: usize = 10;

/// `60 windows of 7 days, a new one every day, each compared with the first 30 windows`. Nothing where the data were not cut.
pub(crate) fn cut(report: &Report) -> Option<String> {
    let timeline = report.timeline.as_ref()?;
    let (window, every) = (amount(&timeline.window), amount(&timeline.every));
    let step = if window == every {
        String::new()
    } else {
        format!(", a new one every {}", every.strip_prefix("1\u{a0}").unwrap_or(&every))
    };
    let windows = plural(report.windows.len() as u64, "window");
    let each = if report.windows.len() == 1 { "" } else { "each " };
    let like = timeline
        .season
        .as_deref()
        .map_or_else(String::new, |season| format!(" at the same time of the {}", visible(season)));
    Some(format!("{windows} of {window}{step}, {each}compared with {}{like}", reference(&timeline.reference)))
}

/// What else there is to know of the windows, a sentence each.
pub(crate) fn remarks(report: &Report) -> Vec<String> {
    let Some(timeline) = &report.timeline else { return Vec::new() };
    let count_of = |is_it: fn(&&Window) -> bool| report.windows.iter().filter(is_it).count() as u64;
    let empty = count_of(|window| window.span.rows == 0);
    let untested = count_of(|window| window.span.rows > 0 && window.reason.is_some());
    let told =
        |n: u64, words: [&str; 2]| (n > 0).then(|| format!("{} {}.", count(n), words[usize::from(n > 1)]));
    [
        told(untested, ["was not compared", "were not compared"]),
        told(empty, ["has no rows", "have no rows"]),
        timeline.zone.as_deref().map(|zone| format!("Times are those of {}.", visible(zone))),
        // Else it is about both data sets whole. The only window there is may be the last one of those that nobody asked for.
        (timeline.reference != "fixed" || report.windows.len() == 1)
            .then(|| "The rest of this report is about the last window that was compared.".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What became of a window.
pub(crate) fn outcome(window: &Window) -> String {
    match (&window.reason, window.summary.drifted) {
        (Some(_), _) => "not compared".to_owned(),
        (None, 0) => "none drifted".to_owned(),
        (None, drifted) => format!("{} of {} drifted", count(drifted), count(window.summary.tested)),
    }
}

/// The same behind its label: `2017-06-14: 3 of 8 drifted`.
pub(crate) fn in_a_line(window: &Window) -> String {
    format!("{}: {}", visible(&window.span.label), outcome(window))
}

/// The columns that changed, the surest first, each with the moment: `on 2017-06-14`, `at 2017-06-14 06:00`, `at row 1001`.
pub(crate) fn changes(report: &Report) -> Vec<(&str, String)> {
    let changes = report.timeline.iter().flat_map(|timeline| &timeline.changes);
    changes.filter_map(|change| Some((change.column.as_str(), moment_of(report, change)?))).collect()
}

/// The moments at which one column changed.
pub(crate) fn moments_of(report: &Report, column: &ColumnReport) -> Vec<String> {
    let changes = report.timeline.iter().flat_map(|timeline| &timeline.changes);
    let own = changes.filter(|change| change.column == column.name);
    own.filter_map(|change| moment_of(report, change)).collect()
}

fn moment_of(report: &Report, change: &ChangePoint) -> Option<String> {
    Some(moment(&since(report, change)?))
}

/// Where the change is, in the words of labels, which are in the report's time zone.
fn since(report: &Report, change: &ChangePoint) -> Option<String> {
    let window = report.windows.get(usize::try_from(change.window).ok()?)?;
    // Where windows overlap, the change is in the last step of its window, and another window may begin with that.
    let windows = &report.windows[change.window as usize..];
    if let Some(begun) = windows.iter().find(|window| window.span.from == change.at) {
        return Some(start(&begun.span.label));
    }
    let last = window.span.label.split(" to ").last().filter(|last| last.len() == DATE);
    Some(last.map_or_else(|| start(&window.span.label), visible))
}

fn moment(since: &str) -> String {
    match since.strip_prefix("rows ") {
        Some(row) => format!("at row {row}"),
        None if since.len() > DATE => format!("at {since}"),
        None => format!("on {since}"),
    }
}

/// The length of a date.
const DATE: usize = 10;

/// Where a span begins: what its label has before `to`.
pub(crate) fn start(label: &str) -> String {
    visible(label.split(" to ").next().unwrap_or_default())
}

/// What the windows are compared with.
fn reference(rule: &str) -> String {
    match rule.split_once(':') {
        None if rule == "fixed" => "the reference".to_owned(),
        None if rule == "previous" => "the window before".to_owned(),
        None if rule == "expanding" => "everything before".to_owned(),
        Some(("first", windows)) => match windows.parse() {
            Ok(windows) => format!("the first {}", plural(windows, "window")),
            Err(_) => format!("the first {}", amount(windows)),
        },
        Some(("rolling", span)) => format!("the {} before", amount(span)),
        _ => visible(rule),
    }
}

/// `7d` as `7 days`, `1000rows` as `1000 rows`; what is neither as it is.
fn amount(text: &str) -> String {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let noun = match unit {
        "s" => "second",
        "m" | "min" => "minute",
        "h" => "hour",
        "d" => "day",
        "w" => "week",
        "rows" => "row",
        _ => return visible(text),
    };
    text[..text.len() - unit.len()].parse().map_or_else(|_| visible(text), |n| plural(n, noun))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::text::plain;

    #[test]
    fn amounts_and_references_are_words() {
        let cases = [("1d", "1 day"), ("7d", "7 days"), ("1h", "1 hour"), ("10000rows", "10 000 rows")];
        for (text, words) in cases {
            assert_eq!(plain(&amount(text)), words);
        }
        assert_eq!(
            [amount("d"), amount("soon"), amount("99999999999999999999d")].map(|it| it.len() > 20),
            [false, false, true]
        );
        let cases = [
            ("fixed", "the reference"),
            ("first:30", "the first 30 windows"),
            ("rolling:30d", "the 30 days before"),
            ("previous", "the window before"),
            ("expanding", "everything before"),
            ("<b>", "<b>"),
        ];
        for (rule, words) in cases {
            assert_eq!(plain(&reference(rule)), words);
        }
    }

    #[test]
    fn a_moment_is_where_the_window_begins() {
        let of = |label: &str| moment(&start(label));
        assert_eq!(of("2017-06-14"), "on 2017-06-14");
        assert_eq!(of("2017-06-14 to 2017-06-20"), "on 2017-06-14");
        assert_eq!(of("2026-11-23 06:00 to 07:00"), "at 2026-11-23 06:00");
        assert_eq!(of("rows 1001 to 2000"), "at row 1001");
    }
}
