//! When windows begin and end, and what is in none.

use crate::common;
use crate::data::{DAY, MONDAY, NAMES, Row, asked, over_time, policy, row, rows, series};
use driftglass_core::windows::{OverTime, WindowSettings, compare_over_time};
use driftglass_core::{Chunk, Column, Memory, Sequential, Value, datetime};

#[test]
fn gaps_small_windows_late_rows_and_rows_without_a_time_are_told() {
    let mut data = rows(0..4, 50, 3, |_, x| x);
    data.extend(rows(6..9, 50, 4, |_, x| x));
    data.extend(rows(9..10, 5, 5, |_, x| x));
    data.push(row(1.5, 0.0, "a"));
    data.push(["soon".to_owned(), "1".to_owned(), "a".to_owned()]);
    let report = over_time(None, &data, ["1d", "", "", "", ""]);
    let timeline = report.timeline.unwrap();
    assert_eq!((timeline.late, timeline.undated), (1, 1));
    let reasons: Vec<Option<&str>> = report.windows.iter().map(|window| window.reason.as_deref()).collect();
    assert_eq!(
        reasons,
        [
            Some("no rows before it to compare with"),
            None,
            None,
            None,
            Some("no rows"),
            Some("no rows"),
            None,
            None,
            None,
            Some("5 rows are too few to tell"),
        ]
    );
    let words: Vec<&str> = report.findings.iter().map(|finding| finding.message.as_str()).collect();
    for expected in [
        "rows without a time in \"at\", which are in no window: 1",
        "rows behind those of a later window, each counted in the window of its own time: 1",
        "2 of 10 windows have no rows: 2026-01-09, 2026-01-10",
        "2 of 10 windows were not compared, for too few rows or none on one side: 2026-01-05, 2026-01-14",
    ] {
        assert!(words.contains(&expected), "{words:?}");
    }
}

#[test]
fn days_begin_in_the_zone() {
    let plan = |zone: i8, every: &str| {
        let asked = WindowSettings { zone: Some(format!("{zone:+03}:00")), ..asked([every, "", "", "", ""]) };
        asked.plan(Some("at"), false).unwrap().unwrap()
    };
    let cells = |texts: &[&str]| {
        let rows: Vec<[String; 1]> = texts.iter().map(|text| [(*text).to_owned()]).collect();
        common::chunk(&["at"], &rows)
    };
    let chunk =
        cells(&["2026-01-05T23:30:00Z", "2026-01-06 00:30", "2026-01-05T23:30:00-02:00", "1767655800"]);
    let [plain, west] = [0, -5].map(|zone| plan(zone, "1d").cut(0).places(&chunk, 0));
    assert_eq!(
        plain,
        plan(0, "1d").cut(0).places(&cells(&["2026-01-05", "2026-01-06", "2026-01-06", "2026-01-05"]), 0)
    );
    // A time without an offset is what the clock there shows.
    assert_eq!(
        west,
        plan(0, "1d").cut(0).places(&cells(&["2026-01-05", "2026-01-06", "2026-01-05", "2026-01-05"]), 0)
    );
    // So is the day of a typed file.
    let day = Column::Values(vec![Some(Value::Day(20_458))]);
    let typed = Chunk::new(vec![("at".into(), day)]);
    assert_eq!(
        plan(-5, "1d").cut(0).places(&typed, 0),
        plan(-5, "1d").cut(0).places(&cells(&["2026-01-05"]), 0)
    );
}

#[test]
fn clocks_that_change_lose_no_row() {
    // The last Sunday of March and of October, hour by hour: instants, then what clocks showed, of which one was not turned.
    let zone = Some("Europe/Berlin".to_owned());
    let (march, october) = (MONDAY + 83.0 * DAY, MONDAY + 293.0 * DAY);
    let mut two_at_once = [40; 24];
    two_at_once[2] = 80;
    for (midnight, offset, hours, expected) in [
        (march - 3600.0, "Z", 23, &[40; 23][..]),
        (october - 7200.0, "Z", 25, &two_at_once),
        (march, "", 24, &[40; 24]),
        (october, "", 24, &[40; 24]),
    ] {
        let data: Vec<Row> = (0..hours * 40)
            .map(|n| {
                let at = datetime::iso(midnight + f64::from(n / 40) * 3600.0 + 60.0);
                [format!("{at}{offset}"), (n % 7).to_string(), "a".to_owned()]
            })
            .collect();
        let asked = WindowSettings { zone: zone.clone(), ..asked(["1h", "", "", "", ""]) };
        let plan = asked.plan(Some("at"), false).unwrap().unwrap();
        let series = series(&[common::chunk(&NAMES, &data)], &plan.cut(0), Memory::UNBOUNDED);
        let current = series.whole(&Sequential);
        let over_time =
            OverTime { reference: None, reference_series: None, current: &current, series: &series };
        let report = compare_over_time(&over_time, &plan, &policy(), &Sequential).unwrap();
        let held: Vec<u64> = report.windows.iter().map(|window| window.span.rows).collect();
        assert_eq!(held, expected, "from {}{offset}", datetime::iso(midnight));
    }
}
