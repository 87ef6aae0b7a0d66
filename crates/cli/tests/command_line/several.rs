//! Several files as one data set.

use crate::desk::Desk;

/// Rows of a table, from one number on.
fn rows(header: &str, numbers: std::ops::Range<u32>) -> String {
    let rows =
        numbers.map(|number| format!("{},{}\n", number * 7919 % 1009, ["a", "b", "c"][number as usize % 3]));
    format!("{header}\n{}", rows.collect::<String>())
}

fn report(desk: &Desk, arguments: &[&str]) -> serde_json::Value {
    let run = desk.run(&[&["report", "-o", "-", "--quiet"], arguments].concat());
    assert_eq!(run.code, Some(0), "{run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

fn desk() -> Desk {
    Desk::new()
        .with("whole.csv", rows("size,kind", 0..900))
        .with("data/day=1/part-0.csv", rows("size,kind", 0..300))
        .with("data/day=1/part-1.csv", rows("size,kind", 300..600))
        .with("data/day=2/part-0.csv", rows("size,kind", 600..900))
        .with("data/day=2/_SUCCESS", "")
        .with("data/day=2/.part-0.csv.crc", "crc")
        .with("data/README", "no data")
}

#[test]
fn a_pattern_and_a_folder_are_one_data_set() {
    let desk = desk();
    let whole = report(&desk, &["whole.csv", "whole.csv"]);
    for several in ["data/day=*/part-*.csv", "data/day*", "data"] {
        let report = report(&desk, &["whole.csv", several]);
        assert_eq!(report["current"]["name"], format!("{several} (3 files)"));
        assert_eq!(report["current"]["rows"], 900);
        assert_eq!(report["columns"], whole["columns"], "{several}");
        assert_eq!(report["findings"], whole["findings"], "{several}");
    }
}

#[test]
fn the_digest_is_that_of_the_digests() {
    let desk =
        Desk::new().with("a-1.csv", rows("size,kind", 0..90)).with("a-2.csv", rows("size,kind", 90..180));
    let several = report(&desk, &["a-1.csv", "a-?.csv"]);
    // sha256sum a-1.csv a-2.csv | cut -c1-64 | sha256sum
    assert_eq!(
        several["current"]["sha256"],
        "e1da5acd6dba484c951d1a5103497965b70582d40514f7ab453c38347f0375a2"
    );
    let bytes = desk.read("a-1.csv").len() + desk.read("a-2.csv").len();
    assert_eq!(several["current"]["bytes"], bytes);
}

#[test]
fn formats_may_be_mixed_and_what_differs_is_said() {
    let desk = Desk::new()
        .with("part-1.csv", rows("size,kind", 0..100))
        .with("part-2.ndjson", "{\"size\":\"many\",\"extra\":1}\n{\"size\":\"few\",\"extra\":2}\n")
        .with("part-3.tsv", "size\tkind\n5\ta\n\"6\tb\n".replace('"', ""))
        .with("part-4.csv", "kind,kind\na,b\n")
        .with("part-5.csv", "kind,kind\na,b\n");
    let several = report(&desk, &["part-1.csv", "part-*"]);
    let findings = several["findings"].as_array().unwrap().iter();
    let messages: Vec<_> = findings
        .filter(|finding| ["parts_differ", "duplicate_header"].contains(&finding["code"].as_str().unwrap()))
        .map(|finding| finding["message"].as_str().unwrap())
        .collect();
    insta::assert_snapshot!(messages.join("\n"));
}

#[test]
fn a_file_called_like_a_pattern_is_that_file() {
    let desk = Desk::new().with("a[1].csv", rows("size,kind", 0..90)).with("a1.csv", "size,kind\n");
    assert_eq!(report(&desk, &["a[1].csv", "a[1].csv"])["current"]["name"], "a[1].csv");
}
