//! One file as reference and current data.

use crate::desk::Desk;
use driftglass_core::Report;

fn table(rows: impl Iterator<Item = (u32, &'static str)>) -> String {
    rows.fold("day,part,x\n".to_owned(), |text, (row, part)| {
        format!("{text}2024-01-{:02},{part},{}\n", row % 28 + 1, row % 7)
    })
}

#[test]
fn a_file_is_split_by_its_rows_a_date_or_a_value() {
    let rows = (0..200).map(|row| (row, if row % 4 == 0 { "test" } else { "train" }));
    let desk = Desk::new().with("a.csv", table(rows));
    for (rule, counts, names) in [
        ("70%", (140, 60), ["a.csv (first 70 % of rows)", "a.csv (the rows after them)"]),
        ("day>=2024-01-15", (102, 98), ["a.csv (day < 2024-01-15)", "a.csv (day >= 2024-01-15)"]),
        ("part=train", (150, 50), ["a.csv (part = train)", "a.csv (part is not train)"]),
        ("part=train|test", (150, 50), ["a.csv (part = train)", "a.csv (part = test)"]),
    ] {
        let run = desk.run(&["report", "a.csv", "--split", rule, "-o", "a.json"]);
        assert_eq!(run.code, Some(0), "{rule}: {run:?}");
        let report = Report::from_json(&desk.read("a.json")).unwrap();
        assert_eq!((report.reference.rows, report.current.rows), counts, "{rule}");
        assert_eq!([report.reference.name, report.current.name], names);
        assert_eq!(report.reference.sha256, report.current.sha256);
    }
}

#[test]
fn a_split_that_makes_no_sense_says_what_to_do() {
    let desk = Desk::new().with("a.csv", table((0..20).map(|row| (row, "train"))));
    for (arguments, expected) in [
        (
            vec!["report", "a.csv", "--split", "prat=train"],
            "no column is called \"prat\"\nhint: did you mean \"part\"?",
        ),
        (vec!["report", "a.csv", "--split", "part=test"], "no row is on one side of the split: part = test"),
        (vec!["report", "a.csv", "--split", "soon"], "\"soon\" does not say how to split rows; write 70%"),
        (vec!["report", "-", "--split", "70%"], "stdin cannot be split"),
        (vec!["report", "a.csv", "a.csv", "--split", "70%"], "cannot be used with"),
    ] {
        let run = desk.run(&arguments);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.stderr.contains(expected), "{}", run.stderr);
    }
}
