//! Outputs that would be written over what is read, or over what somebody else wrote.

use crate::desk::Desk;
use std::fs;

const ROWS: &str =
    "{\"age\": 17, \"job\": \"a\"}\n{\"age\": 22, \"job\": \"b\"}\n{\"age\": 35, \"job\": \"a\"}\n";

/// What stays where `arguments` are refused, and what is said.
fn refused(desk: &Desk, kept: &str, arguments: &[&str]) -> String {
    let before = fs::read(desk.path(kept)).ok();
    let names = desk.names();
    let run = desk.run(arguments);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments:?}: {run:?}");
    assert!(fs::read(desk.path(kept)).ok() == before, "{arguments:?}");
    assert_eq!(desk.names(), names, "{arguments:?}");
    run.stderr
}

#[test]
fn no_output_is_written_over_what_is_read() {
    let desk = Desk::new()
        .with("a.json", ROWS)
        .with("b.json", ROWS)
        .with("data/1.json", ROWS)
        .with("conf.json", "")
        .with("schema.json", "")
        .with("weights.json", "{}")
        .with("all.toml", "[run]\noutputs = [\"b.json\"]\n")
        .with("history.toml", "[run]\nhistory = \"h.json\"\n");
    let both = ["a.json", "b.json"];
    let mut seen = String::new();
    for (kept, extra) in [
        ("a.json", &["-o", "a.json"][..]),
        ("b.json", &["-o", "c.html", "-o", "data/../b.json"]),
        ("b.json", &["--config", "all.toml"]),
        ("conf.json", &["--config", "conf.json", "-o", "conf.json"]),
        ("schema.json", &["--schema", "schema.json", "-o", "./schema.json"]),
        ("weights.json", &["--importance", "weights.json", "-o", "weights.json"]),
        ("h.json", &["--history", "h.json", "-o", "./h.json"]),
        ("h.json", &["--config", "history.toml", "-o", "h.json"]),
    ] {
        let complaint = refused(&desk, kept, &[&["report"], &both[..], extra].concat());
        assert_eq!(refused(&desk, kept, &[&["check"], &both[..], extra].concat()), complaint);
        assert_eq!(refused(&desk, kept, &[&["check", "--dry-run"], &both[..], extra].concat()), complaint);
        seen += &complaint;
    }
    seen += &refused(&desk, "data/1.json", &["check", "data", "b.json", "-o", "data/1.json"]);
    seen += &refused(&desk, "data/1.json", &["check", "a.json", "data/*.json", "-o", "data/1.json"]);
    seen += &refused(&desk, "a.json", &["profile", "b.json", "a.json", "-o", "a.json"]);
    assert_eq!(desk.run(&["profile", "a.json", "-o", "a.profile"]).code, Some(0));
    seen += &refused(&desk, "a.profile", &["merge", "a.profile", "-o", "a.profile"]);
    desk.run(&["report", "a.json", "b.json", "-o", "r.html", "--history", "runs.html"]);
    let export = ["history", "--history", "runs.html", "export", "-o", "runs.html"];
    seen += &refused(&desk, "runs.html", &export);
    insta::assert_snapshot!(seen);
    // Beside them there is room.
    assert_eq!(desk.run(&["report", "data", "b.json", "-o", "data/2.html"]).code, Some(0));
}

#[test]
#[cfg(unix)]
fn a_link_is_what_it_leads_to() {
    let desk = Desk::new().with("a.json", ROWS).with("b.json", ROWS).with("folder/c.json", ROWS);
    std::os::unix::fs::symlink("a.json", desk.path("link.json")).unwrap();
    std::os::unix::fs::symlink("folder", desk.path("other")).unwrap();
    let said = refused(&desk, "a.json", &["check", "a.json", "b.json", "-o", "link.json"]);
    assert!(said.starts_with("error: link.json: is also the input a.json\n"), "{said}");
    let said = refused(&desk, "a.json", &["check", "link.json", "b.json", "-o", "a.json"]);
    assert!(said.starts_with("error: a.json: is also the input link.json\n"), "{said}");
    refused(&desk, "folder/c.json", &["check", "a.json", "other/c.json", "-o", "folder/c.json"]);
    let history = ["check", "a.json", "b.json", "--history", "folder/h.json", "-o", "other/h.json"];
    refused(&desk, "folder/h.json", &history);
}

#[test]
fn what_somebody_edited_or_keeps_is_not_written_over() {
    let desk = Desk::new().with("a.json", ROWS).with("b.csv", "age\n1\n").with("empty", "");
    let init = ["schema", "init", "a.json", "-o", "schema.toml"];
    assert_eq!(desk.run(&init).code, Some(0));
    let said = refused(&desk, "schema.toml", &init);
    assert!(said.starts_with("error: schema.toml: is there already\nhint: "), "{said}");
    assert_eq!(desk.run(&["schema", "init", "a.json"]).code, Some(0));
    let said = refused(&desk, "b.csv", &["profile", "a.json", "-o", "b.csv"]);
    assert!(said.starts_with("error: b.csv: is there already, and is no saved profile\nhint: "), "{said}");
    // An earlier profile is what the next one takes the place of.
    for file in ["a.profile", "a.profile", "empty"] {
        assert_eq!(desk.run(&["profile", "a.json", "-o", file]).code, Some(0));
    }
    refused(&desk, "b.csv", &["merge", "a.profile", "empty", "-o", "b.csv"]);
    assert_eq!(desk.run(&["merge", "empty", "-o", "a.profile"]).code, Some(0));
}
