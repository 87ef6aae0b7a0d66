//! `--history`, and what `driftglass history` makes of it.

use crate::desk::{Desk, Run};

const REFERENCE: &[&str] = &["check", "reference.csv"];

/// A desk on which four checks ran: one passed, two drifted, one passed.
fn four_runs() -> Desk {
    let desk = Desk::new()
        .with("reference.csv", days("2026-11-01", 0))
        .with("stable.csv", days("2026-11-02", 0))
        .with("moved.csv", days("2026-11-03", 40));
    for (current, code) in [("stable.csv", 0), ("moved.csv", 1), ("moved.csv", 1), ("stable.csv", 0)] {
        let arguments =
            [REFERENCE, &[current, "--fail-on", "any", "--timestamp", "at"], &["--history", "h.db"]];
        assert_eq!(desk.run(&arguments.concat()).code, Some(code));
    }
    desk
}

/// An hour of data: its minute, an amount that may be moved, a level.
fn days(day: &str, moved: u32) -> String {
    let row = |i: u32| {
        format!("{day}T10:{:02}:00Z,{},{}\n", i % 60, i * 7 % 60 + moved, ["a", "b"][(i % 2) as usize])
    };
    "at,amount,level\n".to_owned() + &(0..240).map(row).collect::<String>()
}

fn history(desk: &Desk, arguments: &[&str]) -> Run {
    desk.run(&[&["history", "--history", "h.db"], arguments].concat())
}

/// What a machine and a moment decide, as a letter of its own for each kind.
fn timeless(text: &str) -> String {
    let user = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    let user = user.into_iter().find(|name| !name.is_empty());
    text.lines()
        .map(|line| {
            let line = user.iter().fold(line.to_owned(), |line, user| {
                line.replace(&format!(" by {user}"), "").replace(&format!("UTC {user}:"), "UTC:")
            });
            let mut words: Vec<String> = Vec::new();
            for word in line.split(' ') {
                let is_today =
                    |word: &str| word.len() == 10 && word.starts_with("20") && !word.starts_with("2026-11-0");
                let after_date = words.last().is_some_and(|word| word == "YYYY-MM-DD");
                words.push(match word {
                    word if is_today(word) => "YYYY-MM-DD".to_owned(),
                    word if after_date && word.len() == 5 => "HH:MM".to_owned(),
                    word => word.to_owned(),
                });
            }
            words.join(" ") + "\n"
        })
        .collect()
}

#[test]
fn every_run_is_listed_newest_first() {
    let desk = four_runs();
    assert_eq!(history(&desk, &["note", "2", "retrained as v8"]).code, Some(0));
    let list = timeless(&history(&desk, &["list"]).stdout);
    let (table, means) = list.split_once("\n\n").unwrap();
    insta::assert_snapshot!(table);
    assert!(means.starts_with("4 runs, 1 incident; mean time to detection "), "{means}");
    let last = history(&desk, &["list", "--last", "1"]).stdout;
    assert!(last.contains("stable.csv") && !last.contains("moved.csv"), "{last}");
}

#[test]
fn a_run_is_shown_with_all_that_is_known_of_it() {
    let desk = four_runs();
    history(&desk, &["note", "2", "retrained as v8 \u{1b}[31m"]);
    insta::assert_snapshot!(timeless(&history(&desk, &["show", "2"]).stdout));
}

#[test]
fn a_report_is_a_run_too_and_says_where_it_is() {
    let desk = Desk::new().with_sample();
    let run = desk.run(&[
        "report",
        "reference.csv",
        "current.csv",
        "-o",
        "a.json",
        "-o",
        "b.md",
        "--history",
        "h.db",
    ]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let shown = history(&desk, &["show", "1"]).stdout;
    assert!(shown.contains("a.json") && shown.contains("b.md"), "{shown}");
    assert!(shown.contains("outcome    passed, exit code 0 (report, gate dataset)"), "{shown}");
}

#[test]
fn it_is_exported_as_json_and_tables() {
    let desk = four_runs();
    let json: serde_json::Value = serde_json::from_str(&history(&desk, &["export"]).stdout).unwrap();
    assert_eq!(json["schema"], "driftglass.history/1");
    assert_eq!(json["runs"].as_array().unwrap().len(), 4);
    assert_eq!(json["runs"][1]["outcome"], "drifted");
    assert_eq!(json["runs"][1]["columns"][0]["name"], "amount");
    assert_eq!(json["incidents"][0]["runs"], 2);
    assert_eq!(json["incidents"][0]["resolved"]["run"], 4);
    assert!(json["mean_seconds_to_detection"].as_f64().is_some());
    for (arguments, rows) in
        [(&["export", "-o", "runs.csv"][..], 4), (&["export", "-o", "scores.csv", "--scores"], 12)]
    {
        assert_eq!(history(&desk, arguments).code, Some(0));
        let text = desk.read(arguments[2]);
        let header = text.lines().next().unwrap().split(',').count();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let records: Vec<_> = reader.records().map(|record| record.unwrap().len()).collect();
        assert_eq!(records, vec![header; rows], "{text}");
    }
}

#[test]
fn old_runs_go_and_numbers_are_not_given_twice() {
    let desk = four_runs();
    assert_eq!(history(&desk, &["prune", "--before", "1d"]).stderr, "removed 0 runs\n");
    assert_eq!(history(&desk, &["prune", "--before", "2999-01-01"]).stderr, "removed 4 runs\n");
    assert_eq!(history(&desk, &["list"]).stdout, "0 runs, 0 incidents\n");
    desk.run(&["check", "reference.csv", "stable.csv", "--history", "h.db"]);
    assert!(history(&desk, &["show", "5"]).stdout.starts_with("run        5, "));
}

#[test]
fn what_cannot_be_a_history_is_said_before_the_work() {
    let desk = four_runs().with("text.db", "at,amount\n1,2\n").with("empty.db", "");
    let mut seen = String::new();
    for arguments in [
        &["history", "list"][..],
        &["history", "list", "--history", "absent.db"],
        &["history", "list", "--history", "text.db"],
        &["history", "list", "--history", "empty.db"],
        &["history", "show", "9", "--history", "h.db"],
        &["history", "note", "9", "gone", "--history", "h.db"],
        &["history", "export", "-o", "h.xlsx", "--history", "h.db"],
        &["history", "prune", "--before", "1mo", "--history", "h.db"],
        &["history", "export", "--scores", "--history", "h.db"],
        &["history", "export", "--scores", "-o", "a.html", "--history", "h.db"],
        &["history", "note", "1", " ", "--history", "h.db"],
        &["history", "list", "--history", "."],
        &["check", "reference.csv", "stable.csv", "--history", "."],
        &["check", "reference.csv", "stable.csv", "--top", "0"],
        &["check", "reference.csv", "stable.csv", "--history", "text.db"],
        &["check", "reference.csv", "stable.csv", "--history", "no/such/folder/h.db"],
        &["check", "reference.csv", "stable.csv", "--history", "no/such/folder/h.db", "--dry-run"],
    ] {
        let run = desk.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        seen += &run.stderr;
    }
    insta::assert_snapshot!(seen);
}

#[test]
fn no_verdict_is_on_record_too() {
    let rows = "a\n".to_owned() + &"1\n".repeat(40);
    let desk = Desk::new().with("a.csv", &rows).with("b.csv", &rows);
    assert_eq!(desk.run(&["check", "a.csv", "b.csv", "--history", "h.db"]).code, Some(2));
    assert!(history(&desk, &["show", "1"]).stdout.contains("outcome    untested, exit code 2"));
}
