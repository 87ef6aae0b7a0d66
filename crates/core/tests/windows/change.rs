//! Changes are dated, and nothing else is.

use crate::common;
use crate::common::Random;
use crate::data::{DAY, MONDAY, NAMES, asked, drifted, over_time, row, rows, series};
use driftglass_core::policy::{Rule, Settings};
use driftglass_core::windows::{OverTime, compare_over_time};
use driftglass_core::{ColumnType, Memory, Sequential};

#[test]
fn a_change_is_dated() {
    let reference = rows(0..30, 100, 1, |_, x| x);
    let current = rows(30..90, 100, 2, |day, x| if day < 62 { x } else { x + 1.0 });
    let report = over_time(Some(&reference), &current, ["1d", "", "", "", ""]);
    let timeline = report.timeline.unwrap();
    let [change] = timeline.changes.as_slice() else { panic!("{:?}", timeline.changes) };
    assert_eq!((change.column.as_str(), change.window), ("x", 32));
    assert_eq!(change.at.get(), Some(MONDAY + 62.0 * DAY));
    assert_eq!(report.windows[32].span.from, change.at);
    assert_eq!(drifted(&report.windows[..32]), Vec::<&str>::new());
    assert_eq!(drifted(&report.windows[32..]).len(), 28);
}

#[test]
fn days_that_are_held_otherwise_are_no_change() {
    // Days of few rows, then days of many, which are rounded; a value that 3 in 100 have, amid others.
    let mut random = Random(7);
    let mut data = Vec::new();
    for day in 0..40 {
        let rows = if day < 20 { 300 } else { 3000 };
        for n in 0..rows {
            let x = if random.uniform() < 0.03 { 9.99 } else { 10.0 * random.normal() };
            data.push(row(f64::from(day) + f64::from(n) / f64::from(rows), x, "a"));
        }
    }
    let chunks = [common::chunk(&NAMES, &data)];
    let plan = asked(["1d", "", "", "", ""]).plan(Some("at"), false).unwrap().unwrap();
    let changes = |memory, kind| {
        let series = series(&chunks, &plan.cut(0), memory);
        let current = series.whole(&Sequential);
        let data = OverTime { reference: None, reference_series: None, current: &current, series: &series };
        let mut rule = Rule::for_columns("x");
        rule.kind = kind;
        let policy =
            Settings { rules: vec![rule], alpha: Some(0.001), ..Settings::default() }.policy().unwrap();
        compare_over_time(&data, &plan, &policy, &Sequential).unwrap().timeline.unwrap().changes
    };
    assert_eq!(changes(Memory::bytes(1 << 10), None), []);
    assert_eq!(changes(Memory::bytes(1 << 10), Some(ColumnType::Categorical)), []);
    // As it is spelled in a day of few, 9.990, and as a number in one of many.
    assert_eq!(changes(Memory::UNBOUNDED, Some(ColumnType::Categorical)), []);
}
