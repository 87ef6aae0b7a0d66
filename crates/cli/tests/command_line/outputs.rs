//! What build servers are given, and which columns come first.

use crate::desk::Desk;

const CHECK: [&str; 3] = ["check", "reference.csv", "current.csv"];

#[test]
fn every_format_is_told_by_the_end_of_the_name() {
    let desk = Desk::new().with_sample();
    let outputs = ["a.HTML", "a.json", "a.md", "a.xml", "a.sarif", "a.gitlab.json"];
    let arguments: Vec<&str> =
        CHECK.into_iter().chain(outputs.iter().flat_map(|output| ["-o", output])).collect();
    assert_eq!(desk.run(&arguments).code, Some(0));
    let begins = [
        "<!doctype html>",
        "{\n  \"schema\": \"driftglass.report/1\"",
        "# ",
        "<?xml",
        "{\n  \"$schema\"",
        "[\n  {\n    \"check_name\"",
    ];
    for (output, begin) in outputs.iter().zip(begins) {
        let text = desk.read(output);
        assert!(text.to_lowercase().starts_with(&begin.to_lowercase()), "{output}: {}", &text[..40]);
    }
    assert_eq!(desk.run(&[&CHECK[..], &["-o", ".sarif"]].concat()).code, Some(2));
}

#[test]
fn a_github_job_is_annotated_and_summed_up() {
    let desk = Desk::new().with_sample().with("summary.md", "# Before\n");
    let summary = desk.path("summary.md");
    let run = desk
        .run_in(&[("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())], &[&CHECK[..], &["--github"]].concat());
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.stdout.contains("\n::error title=age%3A severe drift::age 57 to 108: "), "{}", run.stdout);
    let summary = desk.read("summary.md");
    assert!(summary.starts_with("# Before\n# 1 of 15 columns drifted: age"), "{summary}");
    let run = desk.run_in(
        &[("GITHUB_STEP_SUMMARY", "no/such/folder/summary.md")],
        &[&CHECK[..], &["--github"]].concat(),
    );
    assert_eq!(run.code, Some(2));
    assert_eq!(run.stdout, "");
    let run = desk.run(&[&CHECK[..], &["--github"]].concat());
    assert!(run.code == Some(2) || std::env::var_os("GITHUB_STEP_SUMMARY").is_some());
}

#[test]
fn the_most_important_columns_come_first() {
    let desk = Desk::new()
        .with_sample()
        .with("importance.csv", "column,importance\nsex,0.2\nrace,-0.5\nwage,1\n")
        .with("importance.json", "{\"sex\": 0.2, \"race\": -0.5}")
        .with("wrong.csv", "column,importance\nsex,high\n")
        .with("wrong.json", "[1]");
    for file in ["importance.csv", "importance.json"] {
        let run = desk.run(&[&CHECK[..], &["--importance", file, "--top", "2", "-o", "a.json"]].concat());
        assert_eq!(run.code, Some(0), "{run:?}");
        let names: Vec<&str> = run
            .stdout
            .lines()
            .skip_while(|line| !line.starts_with("STATUS"))
            .skip(1)
            .take(3)
            .map(|line| line.split_whitespace().nth(2).unwrap())
            .collect();
        assert_eq!(names, ["race", "sex", "more"], "{}", run.stdout);
        assert_eq!(run.stderr.contains("wage"), file == "importance.csv", "{}", run.stderr);
        assert!(desk.read("a.json").contains("\"importance\": -0.5"));
    }
    let mut seen = String::new();
    for file in ["wrong.csv", "wrong.json", "absent.csv", "reference.csv"] {
        let run = desk.run(&[&CHECK[..], &["--importance", file]].concat());
        assert_eq!(run.code, Some(2));
        seen += &run.stderr;
    }
    insta::assert_snapshot!(seen);
}
