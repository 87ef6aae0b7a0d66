//! What is held of steps, in whatever order, chunks and parts their rows come.

use crate::common;
use crate::data::{NAMES, Row, asked, in_chunks, row, rows, series};
use driftglass_core::report::Report;
use driftglass_core::series::Series;
use driftglass_core::{Chunk, Memory, Profile, Sequential};
use proptest::prelude::*;

/// The report without what follows the order of the file.
fn json(mut report: Report) -> String {
    report.timeline.as_mut().unwrap().late = 0;
    report.findings.retain(|finding| !finding.message.contains("later window"));
    report.to_json()
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
