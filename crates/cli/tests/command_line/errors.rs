//! Errors: exit code 2, one line that says what and where, and a hint; no output left behind.

use crate::desk::Desk;

const GOOD: &str = "age,job\n17,a\n22,b\n35,a\n";

fn error_of(desk: &Desk, arguments: &[&str]) -> String {
    let run = desk.run(arguments);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert_eq!(run.stdout, "", "{run:?}");
    run.stderr
}

#[test]
fn unreadable_inputs() {
    let desk = Desk::new()
        .with("good.csv", GOOD)
        .with("empty.csv", "")
        .with("header.csv", "age,job\n")
        .with("broken.json", "[{\"age\": 1}, {\"age\": }]")
        .with("cut.csv.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 75])
        .with("quote.csv", "age,job\n17,\"a\n22,b\n")
        .with("cut.parquet", "PAR1")
        .with("folder/readme.txt", "no data");
    let mut seen = String::new();
    for name in [
        "empty.csv",
        "header.csv",
        "broken.json",
        "cut.csv.gz",
        "quote.csv",
        "cut.parquet",
        "absent.csv",
        "folder",
        "absent/*.csv",
        "a**b",
    ] {
        seen += &error_of(&desk, &["report", "good.csv", name, "-o", "out.html"]);
    }
    seen += &error_of(&desk, &["report", "-", "-", "-o", "out.html"]);
    assert!(!desk.path("out.html").exists());
    insta::assert_snapshot!(seen);
}

#[test]
fn impossible_settings() {
    let desk = Desk::new()
        .with("good.csv", GOOD)
        .with("unknown.toml", "preset = \"classic\"\nalpah = 0.01\n")
        .with("value.toml", "preset = \"clasic\"\n");
    let mut seen = String::new();
    for extra in [
        &["--columns", "agee"][..],
        &["--method", "age=chi_square"],
        &["--alpha", "2"],
        &["--drift-share", "0"],
        &["--bins", "age=1"],
        &["--config", "unknown.toml"],
        &["--config", "value.toml"],
        &["--config", "absent.toml"],
        &["--delimiter", "é"],
        &["-o", "report.pdf"],
        &["-o", "no/such/folder/report.html"],
    ] {
        seen += &error_of(&desk, &[&["report", "good.csv", "good.csv"], extra].concat());
    }
    insta::assert_snapshot!(seen);
}

#[test]
fn options_that_cannot_be_read_name_what_can() {
    let desk = Desk::new().with("good.csv", GOOD);
    for (extra, expected) in [
        (["--method", "kss"], "no method is called \"kss\""),
        (["--type", "age=number"], "no type is called \"number\""),
        (["--threshold", "age=high"], "\"high\" is not a number"),
    ] {
        let stderr = error_of(&desk, &[&["report", "good.csv", "good.csv"], &extra[..]].concat());
        assert!(stderr.contains(expected), "{stderr}");
    }
}
