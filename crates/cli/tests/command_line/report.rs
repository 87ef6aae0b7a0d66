//! `driftglass report` and `driftglass demo`.

use crate::desk::Desk;
use driftglass_core::report::Status;
use driftglass_core::{Method, Report};

fn report(desk: &Desk, name: &str) -> Report {
    Report::from_json(&desk.read(name)).unwrap()
}

#[test]
fn every_format_is_written_at_once() {
    let desk = Desk::new().with_sample();
    let run = desk.run(&[
        "report",
        "reference.csv",
        "current.csv",
        "-o",
        "a.html",
        "-o",
        "a.json",
        "-o",
        "a.md",
        "-o",
        "a.xml",
    ]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("1 of 15 columns drifted: age."), "{}", run.stderr);
    assert!(desk.read("a.html").starts_with("<!doctype html>"), "{}", &desk.read("a.html")[..40]);
    assert!(desk.read("a.md").contains("age"));
    assert!(desk.read("a.xml").contains("failures=\"1\""));
    let report = report(&desk, "a.json");
    assert_eq!(report.columns[0].name, "age");
    assert_eq!(report.columns[0].status, Status::Severe);
    assert!(report.columns[0].moved.is_some());
}

#[test]
fn without_an_output_the_page_is_written_here() {
    let desk = Desk::new().with_sample();
    assert_eq!(desk.run(&["report", "reference.csv", "current.csv"]).code, Some(0));
    assert_eq!(desk.names(), ["current.csv", "driftglass.html", "reference.csv"]);
}

#[test]
fn a_dash_is_json_on_stdout_and_nothing_else() {
    let desk = Desk::new().with_sample();
    let run = desk.run(&["report", "reference.csv", "current.csv", "-o", "-", "-o", "a.json"]);
    assert_eq!(run.stdout, desk.read("a.json"));
}

#[test]
fn stdin_is_an_input() {
    let desk = Desk::new().with_sample();
    let run = desk.run_with(&["report", "reference.csv", "-", "-o", "-"], desk.read("current.csv"));
    assert_eq!(run.code, Some(0), "{run:?}");
    let report = Report::from_json(&run.stdout).unwrap();
    assert_eq!((report.current.name.as_str(), report.current.rows), ("stdin", 500));
}

#[test]
fn threads_do_not_change_the_bytes() {
    let desk = Desk::new().with_sample();
    let with = |threads| {
        desk.run(&["report", "reference.csv", "current.csv", "-o", "-", "--threads", threads]).stdout
    };
    assert_eq!(with("1"), with("4"));
}

#[test]
fn neither_do_they_where_a_file_is_read_in_blocks() {
    // Some megabytes, with quotes, newlines within them, short rows, and bytes that are not UTF-8 late in the file.
    let table = |shift: u32| {
        let mut text = b"id,amount,note\n".to_vec();
        for row in 0..60_000_u32 {
            let amount = f64::from(row.wrapping_mul(2_654_435_761) >> 16) / 7.0 + f64::from(shift);
            let note = ["plain", "\"said \"\"so\"\"\nand went\"", "5\" pipe", ""][row as usize % 4];
            let line =
                if row % 10_007 == 9 { format!("{row}\n") } else { format!("{row},{amount},{note}\n") };
            text.extend_from_slice(line.as_bytes());
        }
        text.extend_from_slice(b"1,2,Z\xfcrich\n");
        text
    };
    let desk = Desk::new().with("a.csv", table(0)).with("b.csv", table(900));
    let with = |threads| {
        let run = desk.run(&["report", "a.csv", "b.csv", "-o", "-", "--threads", threads]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        run.stdout
    };
    let alone = with("1");
    assert!(alone.contains("the first is \\\"Zürich\\\" in row 60001 (line 75000)"), "{alone}");
    assert!(
        alone.contains("6 rows have fewer fields than the 3 of the header; the first is row 10 (line 13)")
    );
    assert_eq!(alone, with("3"));
}

#[test]
fn quiet_says_nothing() {
    let desk = Desk::new().with_sample();
    let run = desk.run(&["report", "reference.csv", "current.csv", "--quiet"]);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", ""));
}

#[test]
fn the_demo_needs_no_file() {
    let desk = Desk::new();
    let run = desk.run(&["demo", "-o", "demo.json"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let demo = report(&desk, "demo.json");
    let sample = desk.with_sample();
    sample.run(&["report", "reference.csv", "current.csv", "-o", "own.json"]);
    assert_eq!(demo, report(&sample, "own.json"));
}

#[test]
fn types_roles_and_columns_are_chosen() {
    let desk = Desk::new().with_sample();
    desk.run(&[
        "report",
        "reference.csv",
        "current.csv",
        "-o",
        "a.json",
        "--columns",
        "age,capital_*,income",
        "--exclude",
        "capital_loss",
        "--type",
        "age=categorical",
        "--target",
        "income",
        "--method",
        "capital_gain=psi",
    ]);
    let report = report(&desk, "a.json");
    let mut seen: Vec<_> = report
        .columns
        .iter()
        .map(|column| {
            (column.name.as_str(), column.kind.name(), column.role.name(), column.primary.map(Method::id))
        })
        .collect();
    seen.sort_unstable();
    assert_eq!(
        seen,
        [
            ("age", "categorical", "feature", Some("chi_square")),
            ("capital_gain", "numeric", "feature", Some("psi")),
            ("income", "categorical", "target", Some("fisher_exact")),
        ]
    );
}

#[test]
fn settings_in_toml_hold_and_options_override_them() {
    let desk = Desk::new().with_sample().with(
        "driftglass.toml",
        "preset = \"classic\"\nalpha = 0.01\n[[rule]]\ncolumns = \"age\"\nmethod = \"wasserstein\"\nthreshold = 9.0\n",
    );
    let run = |extra: &[&str]| {
        desk.run(&[&["report", "reference.csv", "current.csv", "-o", "a.json"], extra].concat());
        report(&desk, "a.json")
    };
    let by_file = run(&[]);
    assert_eq!((by_file.policy.alpha.get(), by_file.summary.drifted), (Some(0.01), 0));
    let by_option = run(&["--alpha", "0.2", "--threshold", "age=0.3"]);
    assert_eq!((by_option.policy.alpha.get(), by_option.summary.drifted), (Some(0.2), 1));
}

#[test]
fn a_distance_is_judged_by_permutation_where_asked() {
    let desk = Desk::new().with_sample();
    let age = |extra: &[&str]| {
        desk.run(
            &[
                &["report", "reference.csv", "current.csv", "-o", "a.json", "--method", "age=wasserstein"],
                extra,
            ]
            .concat(),
        );
        report(&desk, "a.json").columns.into_iter().find(|column| column.name == "age").unwrap()
    };
    let by_threshold = age(&[]);
    assert_eq!((by_threshold.p_value.get(), by_threshold.drifted), (None, true));
    // 1999 dealings, none as extreme: 1 / 2000.
    let by_permutation = age(&["--permutations", "age=1999"]);
    assert_eq!((by_permutation.p_value.get(), by_permutation.drifted), (Some(0.0005), true));
    assert_eq!(age(&["--permutations", "age=1999"]), by_permutation);
}

#[test]
fn bins_are_as_wide_and_as_many_as_asked() {
    let desk = Desk::new().with_sample();
    let bins = |extra: &[&str]| {
        let columns = ["--columns", "age", "--bins", "age=5"];
        desk.run(
            &[&["report", "reference.csv", "current.csv", "-o", "a.json"], &columns[..], extra].concat(),
        );
        report(&desk, "a.json").columns[0]
            .contributions
            .iter()
            .map(|bin| bin.label.clone())
            .collect::<Vec<_>>()
    };
    let (quantile, equal) = (bins(&[]), bins(&["--binning", "equal_width"]));
    assert_eq!(equal.len(), 5);
    assert_ne!(quantile, equal);
}
