//! Windows of time, and of rows.

use crate::desk::Desk;
use driftglass_core::Report;
use std::fmt::Write;

/// So many days of 48 rows each from 2026-03-25 on, every half hour; x moves from a day on.
fn days(count: u32, moved: u32) -> String {
    let mut text = "at,x,y\n".to_owned();
    for row in 0..count * 48 {
        let (day, half) = (row / 48, row % 48);
        let date =
            if day < 7 { format!("2026-03-{:02}", day + 25) } else { format!("2026-04-{:02}", day - 6) };
        let x = (row * 7919) % 101 + if day >= moved { 60 } else { 0 };
        writeln!(text, "{date} {:02}:{:02},{x},{}", half / 2, half % 2 * 30, (row * 31) % 17).unwrap();
    }
    text
}

fn report(desk: &Desk, arguments: &[&str]) -> Report {
    let all = [&["report"], arguments, &["-o", "a.json", "-q"]].concat();
    let run = desk.run(&all);
    assert_eq!(run.code, Some(0), "{arguments:?} {run:?}");
    Report::from_json(&desk.read("a.json")).unwrap()
}

#[test]
fn current_data_are_cut_and_their_body_is_that_of_the_whole() {
    let desk = Desk::new().with("r.csv", days(10, 99)).with("c.csv", days(20, 12));
    let plain = report(&desk, &["r.csv", "c.csv", "--timestamp", "at"]);
    let mut cut = report(&desk, &["r.csv", "c.csv", "--timestamp", "at", "--every", "1d"]);
    assert_eq!(cut.windows.len(), 20);
    let (timeline, windows) = (cut.timeline.take().unwrap(), std::mem::take(&mut cut.windows));
    assert_eq!(cut.to_json(), plain.to_json());
    let [change] = timeline.changes.as_slice() else { panic!("{:?}", timeline.changes) };
    assert_eq!(change.column, "x");
    assert_eq!(windows[change.window as usize].span.label, "2026-04-06");
    for (place, window) in windows.iter().enumerate() {
        assert_eq!(window.summary.drifted > 0, place >= 12, "{}", window.span.label);
        assert_eq!(
            window.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(),
            ["at", "x", "y"]
        );
    }
}

#[test]
fn threads_stdin_and_several_files_give_the_same_windows() {
    let whole = days(20, 12);
    let (header, rows) = whole.split_once('\n').unwrap();
    let place = rows.match_indices('\n').nth(450).unwrap().0 + 1;
    let part = |rows: &str| format!("{header}\n{rows}");
    let desk = Desk::new()
        .with("c.csv", &whole)
        .with("parts/1.csv", part(&rows[..place]))
        .with("parts/2.csv", part(&rows[place..]));
    for every in ["1d", "100rows"] {
        let options = ["--timestamp", "at", "--every", every];
        let expected = report(&desk, &[&["c.csv", "--threads", "1"], options.as_slice()].concat());
        let windows = |report: &Report| serde_json::to_string(&(&report.windows, &report.timeline)).unwrap();
        let other = report(&desk, &[&["c.csv", "--threads", "4"], options.as_slice()].concat());
        assert_eq!(other.to_json(), expected.to_json());
        let several = report(&desk, &[&["parts"], options.as_slice()].concat());
        assert_eq!(windows(&several), windows(&expected));
        let piped = desk.run_with(&[&["report", "-", "-o", "-"], options.as_slice()].concat(), whole.clone());
        assert_eq!(windows(&Report::from_json(&piped.stdout).unwrap()), windows(&expected));
    }
}

/// Rows without a time are counted over the data set: a file of it may have no other, and need not have the column.
#[test]
fn a_file_without_times_is_a_part_like_any_other() {
    let rows = |header: &str, row: &str, count| header.to_owned() + &row.repeat(count);
    let desk = Desk::new()
        .with("blank/1.csv", days(20, 12))
        .with("blank/2.csv", rows("at,x,y\n", ",1,2\n", 40))
        .with("absent/1.csv", days(20, 12))
        .with("absent/2.csv", rows("x,y\n", "1,2\n", 40))
        .with("most/1.csv", days(1, 99))
        .with("most/2.csv", rows("at,x,y\n", ",1,2\n", 49));
    for folder in ["blank", "absent"] {
        let report = report(&desk, &[folder, "--timestamp", "at", "--every", "1d"]);
        assert_eq!((report.windows.len(), report.timeline.unwrap().undated), (20, 40), "{folder}");
    }
    let most = desk.run(&["report", "most", "--timestamp", "at", "--every", "1d"]);
    let complaint = "error: most: column \"at\" cannot be read as a time in 49 of 97 rows";
    assert!(most.stderr.starts_with(complaint), "{most:?}");
}

#[test]
fn the_last_of_the_data_is_one_option() {
    let desk = Desk::new().with("r.csv", days(10, 99)).with("c.csv", days(20, 12));
    for (arguments, reference, current) in [
        (
            vec!["c.csv", "--timestamp", "at", "--window", "3d", "--reference", "rolling:10d"],
            ("c.csv (2026-04-01 to 2026-04-10)", 480),
            ("c.csv (2026-04-11 to 2026-04-13)", 144),
        ),
        (
            vec!["c.csv", "--window", "100rows"],
            ("c.csv (rows 1 to 860)", 860),
            ("c.csv (rows 861 to 960)", 100),
        ),
        (vec!["r.csv", "c.csv", "--window", "100rows"], ("r.csv", 480), ("c.csv (rows 861 to 960)", 100)),
    ] {
        let report = report(&desk, &arguments);
        assert_eq!((report.reference.name.as_str(), report.reference.rows), reference);
        assert_eq!((report.current.name.as_str(), report.current.rows), current);
        assert_eq!(report.windows.len(), 1);
    }
}

#[test]
fn a_check_judges_the_body_and_lists_the_windows() {
    let desk = Desk::new().with("r.csv", days(10, 99)).with("c.csv", days(20, 18));
    // Two days of twenty are no drift of the whole; they are of the last day.
    let whole =
        desk.run(&["check", "r.csv", "c.csv", "--timestamp", "at", "--every", "1d", "--fail-on", "any"]);
    assert_eq!(whole.code, Some(0), "{whole:?}");
    assert!(
        whole.stdout.contains(
            "over time   20 windows of 1 day, each compared with the reference: 2 have drifted columns, the first is 2026-04-12"
        ),
        "{}",
        whole.stdout
    );
    assert!(whole.stdout.contains("            2026-04-13: 1 of 2 drifted: x"), "{}", whole.stdout);
    assert!(whole.stdout.contains("changed     on 2026-04-12: x"), "{}", whole.stdout);
    let last =
        desk.run(&["check", "r.csv", "c.csv", "--timestamp", "at", "--window", "1d", "--fail-on", "any"]);
    assert_eq!(last.code, Some(1), "{last:?}");
    let markdown =
        desk.run(&["report", "r.csv", "c.csv", "--timestamp", "at", "--every", "1d", "-o", "a.md"]);
    assert_eq!(markdown.code, Some(0), "{markdown:?}");
    assert!(desk.read("a.md").contains("- Changed on 2026-04-12: `x`"), "{}", desk.read("a.md"));
}

#[test]
fn days_begin_in_a_zone_and_a_configuration_says_the_same() {
    let desk = Desk::new().with("c.csv", days(20, 99).replace(":00,", ":00Z,").replace(":30,", ":30Z,"));
    let utc = report(&desk, &["c.csv", "--timestamp", "at", "--every", "1d"]);
    assert_eq!(utc.windows.len(), 20);
    let berlin = report(&desk, &["c.csv", "--timestamp", "at", "--every", "1d", "--zone", "Europe/Berlin"]);
    // The night of 2026-03-29 is an hour short there.
    let rows: Vec<(&str, u64)> =
        berlin.windows.iter().map(|window| (window.span.label.as_str(), window.span.rows)).collect();
    assert_eq!((rows[0], rows[4], rows[20]), (("2026-03-25", 46), ("2026-03-29", 46), ("2026-04-14", 4)));
    let offset = report(&desk, &["c.csv", "--timestamp", "at", "--every", "1d", "--zone", "+01:00"]);
    assert_eq!(offset.windows[0].span.rows, 46);
    let desk = desk.with(
        "driftglass.toml",
        "[run]\nevery = \"1d\"\nzone = \"Europe/Berlin\"\nreference = \"rolling:5d\"\n[[rule]]\ncolumns = \"at\"\nrole = \"timestamp\"\n",
    );
    let configured = report(&desk, &["c.csv"]);
    let timeline = configured.timeline.unwrap();
    assert_eq!((timeline.every.as_str(), timeline.reference.as_str()), ("1d", "rolling:5d"));
    assert_eq!(timeline.zone.as_deref(), Some("Europe/Berlin"));
}

#[test]
fn what_cannot_be_cut_says_what_to_do() {
    let desk = Desk::new().with("c.csv", days(5, 99));
    assert_eq!(desk.run(&["profile", "c.csv", "-o", "c.profile"]).code, Some(0));
    for (arguments, expected) in [
        (vec!["c.csv", "--every", "1d"], "hint: timestamp names it; every 1000rows needs none"),
        (
            vec!["c.csv", "--every", "1d", "--timestamp", "att"],
            "no column is called \"att\"\nhint: did you mean \"at\"?",
        ),
        (vec!["c.csv", "--every", "1d", "--timestamp", "x"], "cannot be read as a time in 240 of 240 rows"),
        (vec!["c.csv", "--every", "soon"], "\"soon\" is no length of time and no number of rows"),
        (
            vec!["c.csv", "--every", "1d", "--timestamp", "at", "--zone", "Berlin"],
            "no time zone is called \"Berlin\"",
        ),
        (
            vec!["c.csv", "--every", "1d", "--timestamp", "at", "--zone", "UTC1"],
            "no time zone is called \"UTC1\"",
        ),
        (
            vec!["c.profile", "--every", "1d", "--timestamp", "at"],
            "a saved profile has no rows to cut into windows",
        ),
        (vec!["c.csv"], "there is no current file"),
        (
            vec!["c.csv", "c.csv", "--timestamp", "at", "--window", "12h"],
            "no window could be compared; of the last one: 24 rows are too few",
        ),
        (vec!["-", "--window", "10rows"], "the last rows of stdin are not known"),
    ] {
        let run = desk.run(&[&["report"], arguments.as_slice()].concat());
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
}

/// Every 20th row of the car loans, in whose current file the drift sets in half way, in the night of 2019-03-31.
#[test]
fn the_change_half_way_through_the_car_loans_is_dated() {
    let golden = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/evidently/data");
        std::fs::read(format!("{folder}/car_loan_{name}.csv.gz")).unwrap()
    };
    let desk = Desk::new().with("r.csv.gz", golden("reference")).with("c.csv.gz", golden("current"));
    let report = report(&desk, &["r.csv.gz", "c.csv.gz", "--timestamp", "timestamp", "--every", "7d"]);
    let timeline = report.timeline.unwrap();
    let car_value = timeline.changes.iter().find(|change| change.column == "car_value").unwrap();
    assert_eq!(report.windows[car_value.window as usize].span.label, "2019-04-01 to 2019-04-07");
    assert_eq!(car_value.at.get(), Some(1_554_076_800.0));
}
