//! `driftglass.toml`: written, looked over, and what it does to a run.

use crate::desk::Desk;

const CHECK: [&str; 3] = ["check", "reference.csv", "current.csv"];

#[test]
fn what_init_writes_is_a_configuration_that_changes_nothing() {
    let desk = Desk::new().with_sample();
    let before = desk.run(&CHECK).stdout;
    let run = desk.run(&["init", "reference.csv"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run:?}");
    assert_eq!(desk.run(&["config", "check"]).stdout, "driftglass.toml: can be used\n");
    assert_eq!(desk.run(&CHECK).stdout, before);
    // The defaults that it names are the defaults.
    let text = desk.read("driftglass.toml").replace("#: ", "");
    let desk = desk.with("driftglass.toml", &text);
    assert_eq!(desk.run(&CHECK).stdout, before, "{text}");
    let run = desk.run(&["init", "reference.csv"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: driftglass.toml: is there already\n"), "{}", run.stderr);
}

#[test]
fn it_names_the_columns_and_the_clock_whatever_they_are_called() {
    let row = |day: u32| format!("2026-11-{:02},{},u{day}\n", 1 + day % 28, day % 7);
    let rows = (0..200).map(row).collect::<Vec<_>>().concat();
    let desk = Desk::new().with("a.csv", "\"at \"\"[run]\n\",amount,id\n".to_owned() + &rows);
    let run = desk.run(&["init", "a.csv", "-o", "-"]);
    let (_, columns) = run.stdout.split_once("as driftglass reads them:\n").unwrap();
    insta::assert_snapshot!(columns);
    let desk = desk.with("driftglass.toml", &run.stdout);
    let run = desk.run(&["check", "a.csv", "a.csv"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.stdout.contains("a timestamp moves by nature"), "{}", run.stdout);
}

#[test]
fn a_run_does_what_it_says_and_options_come_before_it() {
    let config = "[run]\nfail_on = \"columns>=1\"\noutputs = [\"out/a.json\"]\nhistory = \"h.db\"\nschema = \"schema.toml\"\n\
                  importance = \"importance.json\"\ntop = 1\n";
    let desk = Desk::new()
        .with_sample()
        .with("conf/driftglass.toml", config)
        .with("conf/schema.toml", "[[column]]\nname = \"age\"\n")
        .with("conf/importance.json", "{\"sex\": 1}")
        .with("conf/out/.keep", "");
    let run = |extra: &[&str]| desk.run(&[&CHECK[..], &["--config", "conf/driftglass.toml"], extra].concat());
    let stopped = run(&[]);
    assert_eq!(stopped.code, Some(1), "{stopped:?}");
    assert!(stopped.stdout.contains("and 14 more columns"), "{}", stopped.stdout);
    assert!(desk.read("conf/out/a.json").contains("\"validation\""));
    assert_eq!(run(&["--fail-on", "columns>=2", "-o", "b.json"]).code, Some(0));
    assert!(desk.read("b.json").contains("\"importance\": 1.0"));
    // Paths start from the folder of the file, which is here where it is found by itself.
    let desk = desk.with("driftglass.toml", "[run]\nhistory = \"conf/h.db\"\n");
    let list = desk.run(&["history", "list"]).stdout;
    assert!(list.contains("2 runs, 1 incident"), "{list}");
}

#[test]
fn what_cannot_be_used_is_said_with_its_line() {
    let mut seen = String::new();
    for text in [
        "alpha = 2\n",
        "[run]\nfail_on = \"most\"\n",
        "[run]\n\nhistroy = \"h.db\"\n",
        "[[rule]]\ncolumns = \"a\"\nwarn = 0.2\n",
        "[run]\nschema = \"absent.toml\"\n",
        "[run]\noutputs = [\"a.pdf\"]\n",
        "[run\n",
        "[run]\ntop = 0\n",
        "[[rule]]\ncolumns = \"a\"\nfail = 0.2\nwarn = 0.3\n",
        "[[hooks]]\naction = \"retrain\"\n",
        "alpha = 0.1\n\n[runs]\ntop = 1\n",
        "[braeker]\n",
        "[[rule]]\ncolumns = \"a\"\nwran = 0.2\n",
        "[run]\noutputs = [\"reports/a.html\"]\n",
        "[run]\noutputs = [\"h.json\"]\nhistory = \"h.json\"\n",
        "[run]\nhistory = \"driftglass.toml\"\n",
        "[run]\nhistory = \"reports/h.db\"\n",
        "[run]\nhistory = \".\"\n",
        "[[hook]]\naction = \"retrain\"\nurl = \"$DRIFTGLASS_ABSENT\"\n",
    ] {
        let run = Desk::new().with("driftglass.toml", text).run(&["config", "check"]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{text}");
        seen += &run.stderr;
    }
    insta::assert_snapshot!(seen);
}

#[test]
fn what_a_run_would_make_is_not_there_after_a_look() {
    let text = "[run]\nhistory = \"h.db\"\noutputs = [\"a.html\", \"-\"]\n[breaker]\n";
    let desk = Desk::new().with("driftglass.toml", text);
    let run = desk.run(&["config", "check"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "driftglass.toml: can be used\n"), "{run:?}");
    assert_eq!(desk.names(), ["driftglass.toml"]);
}

#[test]
fn a_history_that_only_the_command_line_will_name_is_no_error() {
    let desk = Desk::new().with("driftglass.toml", "[breaker]\n");
    let run = desk.run(&["config", "check"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), "driftglass.toml: can be used\n"), "{run:?}");
    insta::assert_snapshot!(run.stderr);
}

#[test]
#[cfg(unix)]
fn a_program_that_cannot_be_run_is_said() {
    let config = |program: &str| {
        format!("[run]\nhistory = \"h.db\"\n[[hook]]\naction = \"retrain\"\ncommand = [\"{program}\"]\n")
    };
    for (program, said) in [
        ("driftglass-absent", "driftglass-absent: no such program\n"),
        ("./plain.sh", "plain.sh: is not executable\n"),
        ("./absent.sh", "absent.sh: no such file\n"),
        ("sh", ""),
    ] {
        let desk = Desk::new().with("plain.sh", "true\n").with("driftglass.toml", config(program));
        let run = desk.run(&["config", "check"]);
        assert_eq!(run.code, Some(if said.is_empty() { 0 } else { 2 }), "{run:?}");
        assert!(run.stderr.lines().next().unwrap_or_default().ends_with(said.trim_end()), "{run:?}");
    }
}
