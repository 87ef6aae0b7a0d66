//! What stops a check, and what does not.

use crate::desk::{Desk, Run};

fn check(desk: &Desk, extra: &[&str]) -> Run {
    desk.run(&[&["check", "reference.csv", "current.csv"], extra].concat())
}

#[test]
fn a_share_or_a_number_of_columns_stops_it() {
    // One column of fifteen drifted.
    let desk = Desk::new().with_sample();
    for (fail_on, code) in
        [("share>=0.05", 1), ("share>=0.07", 0), ("share >= 1", 0), ("columns>=1", 1), ("columns>=2", 0)]
    {
        let run = check(&desk, &["--fail-on", fail_on]);
        assert_eq!(run.code, Some(code), "{fail_on}");
        let said = if code == 1 { "stopped for drift, by --fail-on " } else { "passed, by --fail-on " };
        assert!(run.stderr.lines().last().unwrap().contains(said), "{}", run.stderr);
    }
    for wrong in ["most", "share", "share>=0", "share>=5%", "columns>=0.5", "any>=1", "columns>3"] {
        let run = check(&desk, &["--fail-on", wrong]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{wrong}");
    }
}

#[test]
fn a_rule_stops_it_by_itself() {
    let rule = |limits: &str| format!("[[rule]]\ncolumns = \"a?e\"\nmethod = \"psi\"\n{limits}\n");
    for (limits, code, said) in [
        ("fail = 0.2\nwarn = 0.1", 1, "error: age: psi "),
        ("fail = 9\nwarn = 0.1", 0, "warning: age: psi "),
        ("threshold = 0.2", 0, ""),
    ] {
        let desk = Desk::new().with_sample().with("driftglass.toml", rule(limits));
        let run = check(&desk, &[]);
        assert_eq!(run.code, Some(code), "{limits}");
        assert!(run.stdout.contains(said), "{}", run.stdout);
        assert_eq!(run.stdout.contains("its rule"), !said.is_empty(), "{}", run.stdout);
    }
    let desk = Desk::new().with_sample().with("driftglass.toml", rule("warn = 0.1"));
    let run = check(&desk, &[]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.starts_with("error: warn cannot be 0.1 for the columns \"a?e\"\nhint: "),
        "{}",
        run.stderr
    );
}

#[test]
fn a_schema_is_learned_and_its_own_data_keep_to_it() {
    let desk = Desk::new().with_sample();
    let run = desk.run(&["schema", "init", "reference.csv", "-o", "schema.toml"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run:?}");
    assert!(desk.read("schema.toml").contains("name = \"age\"\ntype = \"numeric\"\n"));
    let run = desk.run(&["check", "reference.csv", "reference.csv", "--schema", "schema.toml"]);
    assert_eq!(run.code, Some(0), "{run:?}");
}

#[test]
fn broken_expectations_come_before_drift() {
    let schema = "other_columns = true\n[rows]\nmin = 1000\n\n[[column]]\nname = \"age\"\nmax = 90\n\n\
                  [[column]]\nname = \"sex\"\nlevels = [\"Male\"]\n\n[[column]]\nname = \"wage\"\n";
    let desk = Desk::new().with_sample().with("schema.toml", schema);
    let run = check(
        &desk,
        &[
            "--schema",
            "schema.toml",
            "--history",
            "h.db",
            "-o",
            "a.json",
            "-o",
            "a.xml",
            "-o",
            "a.html",
            "-o",
            "a.md",
        ],
    );
    assert_eq!(run.code, Some(1));
    insta::assert_snapshot!(
        run.stdout.lines().filter(|line| !line.starts_with('○')).collect::<Vec<_>>().join("\n")
    );
    assert!(run.stderr.contains("stopped before drift is judged"), "{}", run.stderr);
    let json: serde_json::Value = serde_json::from_str(&desk.read("a.json")).unwrap();
    assert_eq!(json["validation"], serde_json::json!({ "expectations": 6, "broken": 4 }));
    assert_eq!(json["findings"][0]["code"], "expectation_broken");
    assert!(desk.read("a.xml").contains("failures=\"5\""), "{}", desk.read("a.xml"));
    assert!(desk.read("a.xml").contains("classname=\"schema\" name=\"wage\""));
    for output in ["a.html", "a.md"] {
        assert!(desk.read(output).contains("required and is not there"), "{output}");
    }
    let list = desk.run(&["history", "list", "--history", "h.db"]).stdout;
    assert!(list.contains("invalid") && list.contains("1 run, 0 incidents"), "{list}");
}

#[test]
fn columns_of_the_schema_are_read_even_where_they_are_not_compared() {
    let desk = Desk::new().with_sample().with("schema.toml", "[[column]]\nname = \"age\"\nmax = 18\n");
    let run = check(&desk, &["--columns", "sex", "--schema", "schema.toml"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stdout.contains("error: age: ") && run.stdout.contains("numbers are over 18"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("numeric"), "{}", run.stdout);
}

#[test]
fn data_that_cannot_be_compared_are_still_held_against_the_schema() {
    let numbers = (0..60).map(|i| i.to_string() + ".5").collect::<Vec<_>>().join("\n");
    let desk = Desk::new()
        .with("a.csv", "x\n".to_owned() + &numbers)
        .with("b.csv", "x\n".to_owned() + &"n/k\nlow\nhigh\n".repeat(60))
        .with("schema.toml", "[[column]]\nname = \"x\"\ntype = \"numeric\"\n");
    let run = desk.run(&["check", "a.csv", "b.csv", "--schema", "schema.toml", "--method", "x=ks"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn a_schema_that_cannot_be_meant_names_its_line() {
    let desk = Desk::new().with_sample().with("schema.toml", "[[column]]\nname = \"age\"\nmaximum = 18\n");
    let run = check(&desk, &["--schema", "schema.toml"]);
    assert_eq!(run.code, Some(2));
    insta::assert_snapshot!(run.stderr);
}
