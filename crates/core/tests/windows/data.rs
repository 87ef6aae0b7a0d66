//! Days of rows, and their reports.

use crate::common;
use crate::common::Random;
use driftglass_core::policy::{Policy, Rule, Settings};
use driftglass_core::report::{Report, Window};
use driftglass_core::series::{Series, WindowError};
use driftglass_core::windows::{OverTime, WindowSettings, compare_over_time};
use driftglass_core::{Chunk, Memory, MissingTokens, Role, Sequential, datetime};

pub(crate) const NAMES: [&str; 3] = ["at", "x", "level"];
pub(crate) const DAY: f64 = 86_400.0;

/// Monday, 2026-01-05.
pub(crate) const MONDAY: f64 = 1_767_571_200.0;

pub(crate) type Row = [String; 3];

pub(crate) fn row(day: f64, x: f64, level: &str) -> Row {
    [datetime::iso((MONDAY + day * DAY).floor()), format!("{x:.3}"), level.to_owned()]
}

pub(crate) fn policy() -> Policy {
    let mut time = Rule::for_columns("at");
    time.role = Some(Role::Timestamp);
    // So strict that the tests do not meet the false alarms that a policy allows.
    Settings { alpha: Some(0.001), rules: vec![time], ..Settings::default() }.policy().unwrap()
}

/// The word, unless there is none.
pub(crate) fn of<T: std::str::FromStr<Err = WindowError>>(word: &str) -> Option<T> {
    (!word.is_empty()).then(|| word.parse().unwrap())
}

pub(crate) fn asked(words: [&str; 5]) -> WindowSettings {
    let [every, window, reference, season, learn] = words;
    WindowSettings {
        every: of(every),
        window: of(window),
        reference: of(reference),
        season: of(season),
        learn: of(learn),
        zone: None,
    }
}

pub(crate) fn series(chunks: &[Chunk], cut: &driftglass_core::series::Cut, memory: Memory) -> Series {
    let mut series = Series::new(cut.clone(), MissingTokens::default(), memory);
    for chunk in chunks {
        let places = series.cut().places(chunk, series.rows_before());
        series.observe(chunk, &places);
        series.pass(&places);
    }
    series.finish().unwrap()
}

pub(crate) fn over_time(reference: Option<&[Row]>, current: &[Row], words: [&str; 5]) -> Report {
    in_chunks(reference, current, current.len().max(1), words)
}

pub(crate) fn in_chunks(
    reference: Option<&[Row]>,
    current: &[Row],
    chunk: usize,
    words: [&str; 5],
) -> Report {
    let plan = asked(words).plan(Some("at"), reference.is_some()).unwrap().unwrap();
    let cut = plan.cut(current.len() as u64);
    let chunks: Vec<Chunk> = current.chunks(chunk).map(|rows| common::chunk(&NAMES, rows)).collect();
    let series_of_current = series(&chunks, &cut, Memory::UNBOUNDED);
    let of_reference =
        reference.map(|rows| series(&[common::chunk(&NAMES, rows)], &plan.cut(0), Memory::UNBOUNDED));
    let whole = of_reference.as_ref().map(|series| series.whole(&Sequential));
    let data = OverTime {
        reference: whole.as_ref(),
        reference_series: of_reference.as_ref(),
        current: &series_of_current.whole(&Sequential),
        series: &series_of_current,
    };
    compare_over_time(&data, &plan, &policy(), &Sequential).unwrap()
}

pub(crate) fn rows(
    days: std::ops::Range<u32>,
    a_day: u32,
    seed: u64,
    x: impl Fn(u32, f64) -> f64,
) -> Vec<Row> {
    let mut random = Random(seed);
    let mut rows = Vec::new();
    for day in days {
        for n in 0..a_day {
            let at = f64::from(day) + f64::from(n) / f64::from(a_day);
            let level = ["a", "b", "c"][(random.uniform() * 3.0) as usize];
            let normal = random.normal();
            rows.push(row(at, x(day, normal), level));
        }
    }
    rows
}

pub(crate) fn drifted(windows: &[Window]) -> Vec<&str> {
    windows
        .iter()
        .filter(|window| window.summary.drifted > 0)
        .map(|window| window.span.label.as_str())
        .collect()
}
