//! Limits that are learned.

use crate::data::{DAY, drifted, over_time, rows};
use driftglass_core::report::Window;

#[test]
fn a_window_teaches_no_limit_to_one_that_holds_its_rows() {
    // The change begins on day 30; windows of a week that hold some of it must not raise the limit for one that holds more.
    let data = rows(0..40, 60, 5, |day, x| if day < 30 { x } else { x + 2.0 });
    let report = over_time(None, &data, ["1d", "7d", "expanding", "", "q1"]);
    let limit = |place: usize| {
        let x = report.windows[place].columns.iter().find(|column| column.name == "x").unwrap();
        x.threshold.get().unwrap()
    };
    // The window of days 30 to 36, and that of the seven days before them.
    assert!(report.windows[30].span.label.starts_with("2026-02-04"), "{}", report.windows[30].span.label);
    assert!(limit(30) < 0.1, "{}", limit(30));
}

#[test]
fn limits_are_learned_from_the_reference_and_decide() {
    // The level of x changes from day to day, so that every day is unlike the others.
    let restless = |day: u32, x: f64| x + f64::from(day * 7 % 5) * 0.4;
    let reference = rows(0..40, 100, 1, restless);
    let current = rows(40..70, 100, 2, |day, x| restless(day, x) + if day == 65 { 3.0 } else { 0.0 });
    let usual = over_time(Some(&reference), &current, ["1d", "", "", "", ""]);
    assert!(drifted(&usual.windows).len() > 10, "{:?}", drifted(&usual.windows));
    for learn in ["mean+3sd", "q1"] {
        let learned = over_time(Some(&reference), &current, ["1d", "", "", "", learn]);
        assert_eq!(drifted(&learned.windows), ["2026-03-11"], "{learn}");
        let x = learned.windows[0].columns.iter().find(|column| column.name == "x").unwrap();
        assert!(x.is_learned && x.threshold.get().unwrap() > 0.1, "{x:?}");
    }
    let moving = over_time(None, &current, ["1d", "", "expanding", "", "q1"]);
    assert_eq!(drifted(&moving.windows[10..]), ["2026-03-11"]);
}

#[test]
fn a_reference_that_moves_teaches_what_is_in_it() {
    let mut data = rows(0..30, 60, 5, |day, x| x + f64::from(day * 7 % 5) * 0.4);
    // Without a day, which has no effect.
    data.retain(|row| !row[0].starts_with("2026-01-15"));
    for (reference, days) in [("expanding", 1000.0), ("rolling:8d", 8.0), ("previous", 1000.0)] {
        let report = over_time(None, &data, ["1d", "2d", reference, "", "q0.5"]);
        let x = |window: &Window| window.columns.iter().find(|column| column.name == "x").cloned();
        let mut learned = 0;
        for window in &report.windows {
            let Some(column) = x(window) else { continue };
            let from = window.span.from.get().unwrap();
            let is_in = |other: &&Window| {
                other.span.to.get().unwrap() <= from && other.span.from.get().unwrap() >= from - days * DAY
            };
            let effects = report.windows.iter().filter(is_in).filter_map(x);
            let mut effects: Vec<f64> = effects.filter_map(|column| column.effect?.value.get()).collect();
            effects.sort_by(f64::total_cmp);
            assert_eq!(column.is_learned, effects.len() >= 5, "{reference}, {}", window.span.label);
            if column.is_learned {
                learned += 1;
                let median = f64::midpoint(effects[(effects.len() - 1) / 2], effects[effects.len() / 2]);
                assert!((column.threshold.get().unwrap() - median).abs() < 1e-9, "{reference}");
            }
        }
        assert!(learned > 10, "{reference}: {learned}");
    }
}

#[test]
fn a_part_of_a_window_teaches_no_limit() {
    // Six weeks from a Sunday, which is unlike other days: that day alone is no week.
    let weekly = |day: u32, x: f64| if day % 7 == 6 { x + 4.0 } else { x };
    let (reference, current) = (rows(6..48, 60, 1, weekly), rows(49..63, 60, 2, weekly));
    let report = over_time(Some(&reference), &current, ["1d", "7d", "", "", "q1"]);
    let x = report.windows[0].columns.iter().find(|column| column.name == "x").unwrap();
    assert!(x.is_learned && x.threshold.get().unwrap() < 0.1, "{x:?}");
}
