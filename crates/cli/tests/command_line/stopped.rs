//! What stops a check beside its data is in all that a pipeline shows.

use crate::desk::{Desk, Run};
use serde_json::Value;

const HOOK: &str = "the hook \"retrain\" failed: exit status: 1, at the only attempt";

/// A desk whose circuit opens at once, and whose hook fails.
fn desk() -> Desk {
    let row = |row: u32, moved: u32| format!("{}\n", row * 7 % 100 + moved);
    let rows = |moved: u32| (0..200).map(|at| row(at, moved)).collect::<String>();
    let config = "[run]\nhistory = \"h.db\"\nfail_on = \"any\"\n[breaker]\nafter = 1\n\
                  [[hook]]\naction = \"retrain\"\ncommand = [\"false\"]\nattempts = 1\n";
    Desk::new()
        .with("reference.csv", "amount\n".to_owned() + &rows(0))
        .with("stable.csv", "amount\n".to_owned() + &rows(1))
        .with("moved.csv", "amount\n".to_owned() + &rows(70))
        .with("driftglass.toml", config)
}

fn check(desk: &Desk, current: &str) -> Run {
    let outputs = ["a.html", "a.json", "a.md", "a.xml", "a.sarif", "a.gitlab.json"];
    let arguments = ["check", "reference.csv", current, "--quiet", "--github"];
    let arguments: Vec<&str> =
        arguments.into_iter().chain(outputs.iter().flat_map(|output| ["-o", output])).collect();
    let summary = desk.path("summary.md");
    desk.run_in(&[("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())], &arguments)
}

fn json(desk: &Desk, name: &str) -> Value {
    serde_json::from_str(&desk.read(name)).unwrap()
}

/// Every form of the report says that this stopped the check, and is whole.
fn is_told(desk: &Desk, run: &Run, kind: &str, name: &str, reason: &str) {
    assert!(run.stdout.contains(&format!("\nstopped: {reason}\n")), "{run:?}");
    let mut words = name.rsplitn(2, ": ");
    let (state, name) = (words.next().unwrap(), words.next().unwrap());
    assert!(run.stdout.contains(&format!("\n::error title={name}%3A {state}::{reason}\n")), "{}", run.stdout);

    let xml = desk.read("a.xml");
    let escaped = reason.replace('"', "&quot;");
    let case = format!(
        "<testcase classname=\"check\" name=\"{name}\">\n    <failure type=\"{kind}\" message=\"{escaped}\"/>"
    );
    assert!(xml.contains(&case), "{xml}");
    assert!(xml.ends_with("</testsuite>\n"), "{xml}");

    let sarif = json(desk, "a.sarif");
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], kind);
    assert_eq!(result["level"], "error");
    assert_eq!(result["message"]["text"], format!("{name}: {state}. {reason}"));

    let entry = &json(desk, "a.gitlab.json")[0];
    assert_eq!([&entry["check_name"], &entry["severity"]], [kind, "critical"]);

    let told = format!("**Stopped:** {reason}.");
    for name in ["a.md", "summary.md"] {
        assert_eq!(desk.read(name).matches(&told).count(), 1, "{name}: {}", desk.read(name));
    }
    // What is about the data alone says nothing of it, in words without a quote, which HTML and JSON write otherwise.
    let words = reason.split('"').max_by_key(|words| words.len()).unwrap();
    assert!(!desk.read("a.html").contains(words) && !desk.read("a.json").contains(words));
}

#[test]
#[cfg(unix)]
fn a_hook_that_failed() {
    let desk = desk();
    let run = check(&desk, "moved.csv");
    assert_eq!(run.code, Some(2), "{run:?}");
    is_told(&desk, &run, "hook_failed", "hook retrain: failed", HOOK);
    // What drifted is told as ever, and the history knows where.
    assert!(desk.read("a.xml").contains("<failure type=\"severe\""));
    assert!(desk.run(&["history", "show", "1"]).stdout.contains("a.gitlab.json"));
    // The next drifted check of the incident asks no hook, so what it writes says nothing of one.
    assert_eq!(check(&desk, "moved.csv").code, Some(1));
    for name in ["a.md", "a.xml", "a.sarif", "a.gitlab.json"] {
        assert!(!desk.read(name).contains("retrain"), "{name}: {}", desk.read(name));
    }
}

#[test]
#[cfg(unix)]
fn an_open_circuit() {
    let desk = desk();
    assert_eq!(check(&desk, "moved.csv").code, Some(2));
    let desk = desk.with("summary.md", "");
    let held = check(&desk, "stable.csv");
    assert_eq!((held.code, held.stderr.as_str()), (Some(1), ""), "{held:?}");
    let (_, said) = held.stdout.split_once("\nstopped: ").unwrap();
    let reason = said.lines().next().unwrap();
    assert!(reason.starts_with("this check passed, and the circuit is open until 20"), "{reason}");
    is_told(&desk, &held, "circuit_open", "circuit: open", reason);
    assert!(desk.read("a.xml").contains(" tests=\"2\" failures=\"1\" "), "{}", desk.read("a.xml"));
}

#[test]
fn the_want_of_a_verdict() {
    let desk = desk().with("driftglass.toml", "[[rule]]\ncolumns = \"amount\"\nrole = \"id\"\n");
    let run = check(&desk, "stable.csv");
    assert_eq!(run.code, Some(2), "{run:?}");
    let reason = "no column could be tested, so there is no verdict";
    is_told(&desk, &run, "untested", "verdict: none", reason);
}

#[test]
#[cfg(unix)]
fn whatever_a_hook_breaks_the_stop_is_told() {
    let hook = "[run]\nhistory = \"h.db\"\nfail_on = \"any\"\n[[hook]]\naction = \"retrain\"\n\
                command = [\"sh\", \"-c\", \"rm -r reports; exit 1\"]\nattempts = 1\n";
    let desk = desk().with("driftglass.toml", hook).with("reports/b.txt", "");
    let run =
        desk.run(&["check", "reference.csv", "moved.csv", "--quiet", "-o", "reports/a.md", "-o", "a.xml"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.stdout.contains(&format!("\nstopped: {HOOK}\n")), "{run:?}");
    let lack = "reports/a.md: there is no folder reports";
    assert!(run.stderr.starts_with(&format!("error: {HOOK}; {lack}\nhint: it is not run again")), "{run:?}");
    assert!(run.stderr.contains("; make it first"), "{run:?}");
    // Nor does it keep the other outputs from saying so.
    assert!(desk.read("a.xml").contains("hook retrain"));
    assert!(desk.run(&["history", "show", "1"]).stdout.contains("exit code 2"));
}

#[test]
#[cfg(unix)]
fn outputs_are_there_before_a_hook_runs_and_where_it_ends_the_check() {
    let hook = "[run]\nhistory = \"h.db\"\nfail_on = \"any\"\n[[hook]]\naction = \"retrain\"\n\
                command = [\"sh\", \"-c\", \"cp a.md seen.md; kill -9 $PPID\"]\n";
    let desk = desk().with("driftglass.toml", hook);
    assert_eq!(check(&desk, "moved.csv").code, None);
    assert_eq!(desk.read("seen.md"), desk.read("a.md"));
    assert!(desk.read("a.xml").ends_with("</testsuite>\n"));
}
