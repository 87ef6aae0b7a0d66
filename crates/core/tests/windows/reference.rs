//! Like is compared with like.

use crate::data::{DAY, MONDAY, drifted, over_time, rows};
use driftglass_core::report::Window;

#[test]
fn a_weekly_pattern_alarms_unless_weekends_are_compared_with_weekends() {
    let weekly = |day: u32, x: f64| if day % 7 >= 5 { x + 2.0 } else { x };
    let reference = rows(0..56, 80, 1, weekly);
    let current = rows(56..84, 80, 2, weekly);
    let without = over_time(Some(&reference), &current, ["1d", "", "", "", ""]);
    let weekend =
        |window: &&Window| window.span.from.get().is_some_and(|from| (from - MONDAY) / DAY % 7.0 >= 5.0);
    assert!(without.windows.iter().filter(weekend).all(|window| window.summary.drifted > 0));
    let with = over_time(Some(&reference), &current, ["1d", "", "", "week", ""]);
    assert_eq!(drifted(&with.windows), Vec::<&str>::new());
    assert!(with.timeline.unwrap().changes.is_empty());
    // A weekend that is not like a weekend is seen.
    let odd = rows(56..84, 80, 2, |day, x| if day == 75 { x } else { weekly(day, x) });
    let with = over_time(Some(&reference), &odd, ["1d", "", "", "week", ""]);
    assert_eq!(drifted(&with.windows), ["2026-03-21"]);
}

#[test]
fn a_moving_reference_is_what_it_says() {
    let data = rows(0..20, 50, 3, |_, x| x);
    for (reference, label, rows) in [
        ("expanding", "2026-01-05 to 2026-01-23", 19 * 50),
        ("rolling:7d", "2026-01-17 to 2026-01-23", 7 * 50),
        ("previous", "2026-01-23", 50),
        ("first:3", "2026-01-05 to 2026-01-07", 150),
    ] {
        let report = over_time(None, &data, ["1d", "", reference, "", ""]);
        let last = report.windows.last().unwrap();
        let span = last.reference.as_ref().unwrap();
        assert_eq!((span.label.as_str(), span.rows), (label, rows), "{reference}");
        assert_eq!((report.reference.rows, report.current.rows), (rows, 50), "{reference}");
    }
    let report = over_time(None, &data, ["", "300rows", "", "", ""]);
    assert_eq!(report.windows.len(), 1);
    assert_eq!(report.windows[0].span.label, "rows 701 to 1000");
    assert_eq!(report.windows[0].reference.as_ref().unwrap().label, "rows 1 to 700");
}

#[test]
fn the_day_before_is_that_of_the_week_before_where_there_is_a_season() {
    let report = over_time(None, &rows(0..21, 50, 3, |_, x| x), ["1d", "", "previous", "week", ""]);
    let last = report.windows.last().unwrap();
    assert_eq!(last.span.label, "2026-01-25");
    assert_eq!(last.reference.as_ref().unwrap().label, "2026-01-18");
    // Of a week without rows the one before it.
    let mut data = rows(0..7, 50, 3, |_, x| x);
    data.extend(rows(14..21, 50, 4, |_, x| x));
    let report = over_time(None, &data, ["1d", "", "previous", "week", ""]);
    assert_eq!(report.windows.last().unwrap().reference.as_ref().unwrap().label, "2026-01-11");
}
