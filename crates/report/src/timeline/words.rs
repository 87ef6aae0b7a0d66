//! How the data were cut, and when they changed, in words.

use crate::format::text::{plural, visible};
use driftglass_core::Report;
use driftglass_core::report::ChangePoint;

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
    Some(format!("{windows} of {window}{step}, each compared with {}", reference(&timeline.reference)))
}

/// What else there is to know of the windows, a sentence each.
pub(crate) fn remarks(report: &Report, gaps: u64) -> Vec<String> {
    let Some(timeline) = &report.timeline else { return Vec::new() };
    let untested = report.windows.iter().filter(|window| window.reason.is_some()).count() as u64;
    let told = |n: u64, sentence: String| (n > 0).then_some(sentence);
    let was = |n: u64| if n == 1 { "was" } else { "were" };
    [
        told(untested, format!("{} {} not compared.", plural(untested, "window"), was(untested))),
        told(gaps, format!("The data have {}.", plural(gaps, "gap"))),
        told(
            timeline.late,
            format!("{} came late, behind rows of a later window.", plural(timeline.late, "row")),
        ),
        told(
            timeline.undated,
            format!(
                "{} without a readable time {} left out.",
                plural(timeline.undated, "row"),
                was(timeline.undated)
            ),
        ),
        timeline.zone.as_deref().map(|zone| format!("Times are those of {}.", visible(zone))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The columns that changed, the surest first, each with the moment: `on 2017-06-14`, `at 2017-06-14 06:00`, `at row 1001`.
pub(crate) fn changes(report: &Report) -> Vec<(&str, String)> {
    let told = |change: &ChangePoint| {
        let label = &report.windows.get(usize::try_from(change.window).ok()?)?.span.label;
        Some(moment(label))
    };
    let changes = report.timeline.iter().flat_map(|timeline| &timeline.changes);
    changes.filter_map(|change| Some((change.column.as_str(), told(change)?))).collect()
}

fn moment(label: &str) -> String {
    let start = start(label);
    match start.strip_prefix("rows ") {
        Some(row) => format!("at row {row}"),
        None if start.len() > DATE => format!("at {start}"),
        None => format!("on {start}"),
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
        assert_eq!(moment("2017-06-14"), "on 2017-06-14");
        assert_eq!(moment("2017-06-14 to 2017-06-20"), "on 2017-06-14");
        assert_eq!(moment("2026-11-23 06:00 to 07:00"), "at 2026-11-23 06:00");
        assert_eq!(moment("rows 1001 to 2000"), "at row 1001");
    }
}
