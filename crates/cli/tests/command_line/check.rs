//! `driftglass check`: the table and the exit code.

use crate::desk::Desk;

#[test]
fn the_table_reads_well_without_colour() {
    let run = Desk::new().with_sample().run(&["check", "reference.csv", "current.csv"]);
    assert!(!run.stdout.contains('\u{1b}'));
    insta::assert_snapshot!(run.stdout);
}

#[test]
fn the_exit_code_follows_the_policy() {
    let desk = Desk::new().with_sample();
    let code = |extra: &[&str]| desk.run(&[&["check", "reference.csv", "current.csv"], extra].concat()).code;
    // One column of fifteen drifted, severely.
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--fail-on", "dataset"]), Some(0));
    assert_eq!(code(&["--drift-share", "0.05"]), Some(1));
    assert_eq!(code(&["--fail-on", "any"]), Some(1));
    assert_eq!(code(&["--fail-on", "severe"]), Some(1));
    assert_eq!(code(&["--fail-on", "any", "--exclude", "age"]), Some(0));
}

#[test]
fn a_check_writes_reports_too() {
    let desk = Desk::new().with_sample();
    let run = desk.run(&["check", "reference.csv", "current.csv", "--fail-on", "any", "-o", "a.json"]);
    assert_eq!(run.code, Some(1));
    assert!(desk.read("a.json").contains("driftglass.report/1"));
}

#[test]
fn a_file_against_itself_is_stable() {
    let run = Desk::new().with_sample().run(&["check", "reference.csv", "reference.csv", "--fail-on", "any"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
}

#[test]
fn no_verdict_is_an_error_and_not_a_pass() {
    let rows = "a\n".to_owned() + &"1\n".repeat(40);
    let run = Desk::new().with("a.csv", &rows).with("b.csv", &rows).run(&["check", "a.csv", "b.csv"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: no column could be tested"), "{}", run.stderr);
}

#[test]
fn names_cannot_steer_the_terminal() {
    let file = |value: &str| format!("\u{1b}[31mred\u{1b}[0m,b\n{}", format!("{value},x\n").repeat(60));
    let run = Desk::new().with("a.csv", file("1")).with("b.csv", file("2")).run(&["check", "a.csv", "b.csv"]);
    assert!(run.stdout.contains("red"), "{}", run.stdout);
    assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'));
}
