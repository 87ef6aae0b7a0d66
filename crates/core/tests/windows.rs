//! Windows: what they hold does not depend on how the rows come in, and like is compared with like.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::Random;
use driftglass_core::policy::{Policy, Rule, Settings};
use driftglass_core::report::{Quantile, Report, Window};
use driftglass_core::series::{Series, WindowError};
use driftglass_core::windows::{OverTime, WindowSettings, compare_over_time};
use driftglass_core::{
    Chunk, Column, ColumnType, Memory, MissingTokens, Number, Profile, Role, Sequential, Value, datetime,
};
use proptest::prelude::*;

const NAMES: [&str; 3] = ["at", "x", "level"];
const DAY: f64 = 86_400.0;
/// Monday, 2026-01-05.
const MONDAY: f64 = 1_767_571_200.0;

type Row = [String; 3];

fn row(day: f64, x: f64, level: &str) -> Row {
    [datetime::iso((MONDAY + day * DAY).floor()), format!("{x:.3}"), level.to_owned()]
}

fn policy() -> Policy {
    let mut time = Rule::for_columns("at");
    time.role = Some(Role::Timestamp);
    // So strict that the tests do not meet the false alarms that a policy allows.
    Settings { alpha: Some(0.001), rules: vec![time], ..Settings::default() }.policy().unwrap()
}

/// The word, unless there is none.
fn of<T: std::str::FromStr<Err = WindowError>>(word: &str) -> Option<T> {
    (!word.is_empty()).then(|| word.parse().unwrap())
}

fn asked(words: [&str; 5]) -> WindowSettings {
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

fn series(chunks: &[Chunk], cut: &driftglass_core::series::Cut, memory: Memory) -> Series {
    let mut series = Series::new(cut.clone(), MissingTokens::default(), memory);
    for chunk in chunks {
        let places = series.cut().places(chunk, series.rows_before());
        series.observe(chunk, &places);
        series.pass(&places);
    }
    series.finish().unwrap()
}

fn over_time(reference: Option<&[Row]>, current: &[Row], words: [&str; 5]) -> Report {
    in_chunks(reference, current, current.len().max(1), words)
}

fn in_chunks(reference: Option<&[Row]>, current: &[Row], chunk: usize, words: [&str; 5]) -> Report {
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

/// The report without what follows the order of the file.
fn json(mut report: Report) -> String {
    report.timeline.as_mut().unwrap().late = 0;
    report.findings.retain(|finding| !finding.message.contains("later window"));
    report.to_json()
}

fn rows(days: std::ops::Range<u32>, a_day: u32, seed: u64, x: impl Fn(u32, f64) -> f64) -> Vec<Row> {
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

fn any_rows(number: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Row>> {
    let any = (0.0..20.0_f64, -5..5_i32, prop::sample::select(vec!["a", "b", "?"]));
    prop::collection::vec(any.prop_map(|(day, x, level)| row(day, f64::from(x), level)), number)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_order_of_rows_and_any_chunks_give_the_same_report(
        // So many that windows of a day are compared.
        rows in any_rows(1000..1500).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        chunk in 1..50_usize,
        words in prop::sample::select(vec![
            ["1d", "", "", "", ""],
            ["1d", "7d", "expanding", "", ""],
            ["2d", "", "rolling:10d", "", "q0.9"],
            ["", "7d", "previous", "", ""],
            ["1d", "", "first:4", "week", ""],
        ]),
    ) {
        let (one, other) = (in_chunks(None, &rows.0, rows.0.len(), words), in_chunks(None, &rows.1, chunk, words));
        prop_assert!(one.windows.iter().any(|window| window.reason.is_none()));
        prop_assert_eq!(json(one), json(other));
    }

    #[test]
    fn parts_of_the_rows_merge_to_the_series_of_all(rows in any_rows(60..300), place in 0..60_usize) {
        let plan = asked(["1d", "", "", "", ""]).plan(Some("at"), false).unwrap().unwrap();
        let cut = plan.cut(0);
        let chunks = |rows: &[Row]| vec![common::chunk(&NAMES, rows)];
        let (first, last) = rows.split_at(place);
        let part = |rows: &[Row]| series(&chunks(rows), &cut, Memory::UNBOUNDED);
        let merged = if first.is_empty() { part(last) } else { part(first).merge(part(last)) };
        let whole = common::profile(&NAMES, &rows);
        let saved = |profile: &Profile| serde_json::to_string(profile).unwrap();
        prop_assert_eq!(saved(&merged.whole(&Sequential)), saved(&part(&rows).whole(&Sequential)));
        prop_assert_eq!(saved(&merged.whole(&Sequential)), saved(&whole), "the merge of windows is the whole");
    }

    #[test]
    fn little_memory_is_little_in_any_order(
        rows in prop::collection::vec((0.0..6.0_f64, -1e6..1e6_f64), 10_000..11_000)
            .prop_map(|rows| rows.into_iter().map(|(day, x)| row(day, x, "a")).collect::<Vec<_>>()),
        chunk in 200..4000_usize,
    ) {
        let plan = asked(["1d", "", "", "", ""]).plan(Some("at"), false).unwrap().unwrap();
        let held = |rows: &[Row]| {
            let chunks: Vec<Chunk> = rows.chunks(chunk).map(|rows| common::chunk(&NAMES, rows)).collect();
            let series = series(&chunks, &plan.cut(0), Memory::bytes(1 << 10));
            serde_json::to_string(&series.whole(&Sequential)).unwrap()
        };
        let mut backwards = rows.clone();
        backwards.reverse();
        let held = [rows, backwards].map(|rows| held(&rows));
        prop_assert!(held[0].contains("\"bits\""), "nothing was rounded");
        prop_assert_eq!(&held[0], &held[1]);
    }
}

#[test]
fn many_texts_of_a_step_are_packed() {
    let plan = asked(["1d", "", "", "", ""]).plan(Some("at"), false).unwrap().unwrap();
    let texts = 3 * 2000_i32;
    let data: Vec<Row> = (0..texts).map(|n| row(f64::from(n / 2000), 0.0, &format!("text {n}"))).collect();
    let series = series(&[common::chunk(&NAMES, &data)], &plan.cut(0), Memory::UNBOUNDED);
    assert!(series.bytes() < 32 * u64::from(texts.cast_unsigned()), "{}", series.bytes());
    assert_eq!(series.whole(&Sequential).column("level"), common::profile(&NAMES, &data).column("level"));
}

#[test]
fn parts_that_come_together_share_the_memory_as_they_come() {
    let plan = asked(["1d", "", "", "", ""]).plan(Some("at"), false).unwrap().unwrap();
    let days: Vec<Vec<Row>> =
        (0..64).map(|day| rows(day..day + 1, 1500, day.into(), |_, x| 1e3 * x)).collect();
    let part = |day: &Vec<Row>| series(&[common::chunk(&NAMES, day)], &plan.cut(0), Memory::bytes(0));
    let all = days.iter().map(part).reduce(Series::merge).unwrap();
    let (before, after) = (all.bytes(), all.finish().unwrap().bytes());
    assert!(before < after + after / 4, "{before} before the end, {after} at the end");
}

fn drifted(windows: &[Window]) -> Vec<&str> {
    windows
        .iter()
        .filter(|window| window.summary.drifted > 0)
        .map(|window| window.span.label.as_str())
        .collect()
}

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
fn values_are_read_as_all_data_spell_them() {
    // Of days 1 to 12 alone the month could come first, and three digits behind the comma alone could be thousands.
    let data: Vec<Row> = (0..38 * 40)
        .map(|n| {
            let day = n / 40;
            let (of_month, month) = if day < 27 { (day + 5, 1) } else { (day - 26, 2) };
            let price =
                if day < 27 { format!("{},{:02}", n % 9, n % 97) } else { format!("1,{:03}", 200 + n % 97) };
            [row(f64::from(day), 0.0, "")[0].clone(), format!("{of_month:02}/{month:02}/2026"), price]
        })
        .collect();
    let report = over_time(None, &data, ["1d", "", "previous", "", ""]);
    let last = report.windows.last().unwrap();
    assert_eq!(last.span.label, "2026-02-11");
    let median =
        |quantiles: &[Quantile]| quantiles.iter().find(|one| one.p.get() == Some(0.5)).unwrap().value;
    let of_window = |name: &str| median(&last.columns.iter().find(|one| one.name == name).unwrap().quantiles);
    let of_body = |name: &str| {
        median(
            &report.columns.iter().find(|one| one.name == name).unwrap().current.as_ref().unwrap().quantiles,
        )
    };
    for of in [&of_window as &dyn Fn(&str) -> Number, &of_body] {
        assert_eq!(of("x").get(), Some(MONDAY + 37.0 * DAY));
        let price = of("level").get().unwrap();
        assert!((1.2..1.3).contains(&price), "{price}");
    }
}

#[test]
fn texts_of_one_data_set_are_texts() {
    let text = |n: u32| format!("they said {} of it", n * 7919 % 700);
    let data: Vec<Row> = (0..1000_u32).map(|n| row(f64::from(n) / 100.0, 0.0, &text(n))).collect();
    let report = over_time(None, &data, ["1d", "", "previous", "", ""]);
    let window = report.windows.last().unwrap().columns.iter().find(|column| column.name == "level").unwrap();
    assert!(!window.quantiles.is_empty(), "of their lengths: {window:?}");
    assert_eq!(report.columns.iter().find(|column| column.name == "level").unwrap().kind, ColumnType::Text);
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

#[test]
fn what_makes_no_sense_says_what_to_do() {
    let refused = |words, column, has_reference| {
        let error = asked(words).plan(column, has_reference).unwrap_err();
        assert!(error.hint().is_some());
        error.to_string()
    };
    for (words, column, has_reference, expected) in [
        (["1d", "", "", "", ""], None, true, "need a column that says when"),
        (["1d", "100rows", "", "", ""], Some("at"), true, "of time or of rows, not of both"),
        (["1d", "", "fixed", "", ""], Some("at"), false, "one data set was given"),
        (["100rows", "", "previous", "", ""], None, true, "no order among them"),
        (["7d", "", "", "week", ""], Some("at"), true, "holds a whole week"),
        (["100rows", "", "", "day", ""], None, true, "no part of a day"),
        (["", "", "previous", "", ""], Some("at"), false, "there are none"),
    ] {
        let message = refused(words, column, has_reference);
        assert!(message.contains(expected), "{message}");
    }
    for wrong in ["", "1", "0d", "d", "1 month", "-1d", "99999999999d", "4000000000w"] {
        assert!(wrong.parse::<driftglass_core::series::Length>().is_err(), "{wrong}");
    }
}
