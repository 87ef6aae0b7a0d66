//! The circuit breaker and its hooks, by real commands and a real server.

use crate::desk::{Desk, Run};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Response, Server};

/// A desk with data that are stable and data that moved.
fn desk(config: &str) -> Desk {
    let row = |row: u32, moved: u32| format!("{}\n", row * 7 % 100 + moved);
    let rows = |moved: u32| (0..200).map(|at| row(at, moved)).collect::<String>();
    let all = "[run]\nhistory = \"h.db\"\nfail_on = \"any\"\n".to_owned() + config;
    Desk::new()
        .with("reference.csv", "amount\n".to_owned() + &rows(0))
        .with("stable.csv", "amount\n".to_owned() + &rows(1))
        .with("moved.csv", "amount\n".to_owned() + &rows(70))
        .with("driftglass.toml", all)
}

fn check(desk: &Desk, current: &str, extra: &[&str]) -> Run {
    desk.run(&[&["check", "reference.csv", current][..], extra].concat())
}

/// A hook that is a line of shell.
fn shell(action: &str, line: &str) -> String {
    format!("[[hook]]\naction = \"{action}\"\ncommand = [\"sh\", \"-c\", '''{line}''']\npause = \"10ms\"\n")
}

#[test]
#[cfg(unix)]
fn a_command_gets_the_report_once_an_incident() {
    let retrain =
        shell("retrain", "cat > report.json; echo $DRIFTGLASS_RUN $DRIFTGLASS_INCIDENT >> retrain.txt");
    let rollback =
        shell("rollback", "echo loud; echo $DRIFTGLASS_ACTION by $DRIFTGLASS_HOOK >> rollback.txt");
    let desk = desk(&format!("[breaker]\nafter = 2\n{retrain}{rollback}"));
    assert_eq!(check(&desk, "stable.csv", &[]).code, Some(0));
    for _ in 0..4 {
        let run = check(&desk, "moved.csv", &[]);
        assert_eq!(run.code, Some(1), "{run:?}");
        assert!(!run.stdout.contains("loud"), "what a hook prints is no result: {run:?}");
    }
    assert_eq!(desk.read("retrain.txt"), "2 2\n");
    assert_eq!(desk.read("rollback.txt"), "rollback by rollback\n");
    let report: serde_json::Value = serde_json::from_str(&desk.read("report.json")).unwrap();
    assert_eq!(report["schema"], "driftglass.report/1");
    let list = desk.run(&["history", "list"]).stdout;
    assert!(list.contains("rollback done") && list.contains("retrain done"), "{list}");
    assert!(list.contains("the circuit is open by run 3, until 20"), "{list}");
    let shown = desk.run(&["history", "show", "3"]).stdout;
    assert!(shown.contains("circuit    open\n"), "{shown}");
    assert!(shown.contains("rollback by the hook \"rollback\": done\n  attempt 1, 20"), "{shown}");
    let json: serde_json::Value = serde_json::from_str(&desk.run(&["history", "export"]).stdout).unwrap();
    assert_eq!(json["runs"][2]["circuit"], "open");
    assert_eq!(json["runs"][2]["actions"][0]["attempts"][0]["result"], "exit status: 0");
    desk.run(&["history", "export", "-o", "runs.csv"]);
    assert!(desk.read("runs.csv").contains("rollback by rollback: done"));
}

#[test]
fn an_open_circuit_stops_what_passes_until_it_has_cooled() {
    let config = |cooldown: &str| format!("[breaker]\nafter = 1\ncooldown = \"{cooldown}\"\nrecovery = 2\n");
    let desk = desk(&config("1h"));
    assert_eq!(check(&desk, "moved.csv", &[]).code, Some(1));
    let held = check(&desk, "stable.csv", &[]);
    assert_eq!(held.code, Some(1));
    let reason = "this check passed, and the circuit is open until 20";
    assert!(held.stdout.contains(&format!("\nstopped: {reason}")), "{held:?}");
    assert!(desk.run(&["history", "show", "2"]).stdout.contains("outcome    passed, exit code 1 (check"));
    let desk = desk
        .with("driftglass.toml", "[run]\nhistory = \"h.db\"\nfail_on = \"any\"\n".to_owned() + &config("0s"));
    // Without a cooldown the pass above was one of the two that close it.
    let list = || desk.run(&["history", "list"]).stdout;
    assert!(list().ends_with("the circuit is half-open; 1 of 2 checks passed in a row\n"), "{}", list());
    // What the circuit rests on is not removed, however old it is.
    let pruned = desk.run(&["history", "prune", "--before", "2999-01-01"]);
    let said = "removed 0 runs; kept 2 runs, which an incident or the circuit rests on\n";
    assert_eq!((pruned.code, pruned.stderr.as_str()), (Some(0), said));
    assert_eq!(check(&desk, "stable.csv", &[]).code, Some(0));
    assert!(list().ends_with("the circuit is closed; 0 of 1 drifted checks in a row\n"), "{}", list());
}

#[test]
#[cfg(unix)]
fn a_hook_that_fails_is_tried_again_and_then_an_error() {
    let hook = shell("retrain", "echo x >> tries.txt; exit 3");
    let desk = desk(&hook);
    let run = check(&desk, "moved.csv", &[]);
    assert_eq!((run.code, desk.read("tries.txt").as_str()), (Some(2), "x\nx\nx\n"), "{run:?}");
    insta::assert_snapshot!(run.stderr);
    let shown = desk.run(&["history", "show", "1"]).stdout;
    assert!(shown.contains("outcome    drifted, exit code 2 (check"), "{shown}");
    assert!(shown.contains("retrain by the hook \"retrain\": failed\n"), "{shown}");
    assert_eq!(shown.matches("UTC: exit status: 3\n").count(), 3, "{shown}");
    // Not in this incident again.
    assert_eq!(check(&desk, "moved.csv", &[]).code, Some(1));
    assert_eq!(desk.read("tries.txt"), "x\nx\nx\n");
}

#[test]
#[cfg(unix)]
fn a_hook_that_does_not_end_or_does_not_begin_is_one_that_fails() {
    let slow = "[[hook]]\naction = \"retrain\"\nname = \"slow\"\ncommand = [\"sleep\", \"60\"]\ntimeout = \"100ms\"\nattempts = 1\n";
    let absent =
        "[[hook]]\naction = \"retrain\"\nname = \"absent\"\ncommand = [\"./absent.sh\"]\nattempts = 1\n";
    let desk = desk(&format!("{slow}{absent}"));
    let run = check(&desk, "moved.csv", &[]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("the hook \"slow\" failed: stopped after 100ms, at the only attempt; the hook \"absent\" failed: cannot be started: "), "{run:?}");
}

#[test]
#[cfg(unix)]
fn a_hook_that_was_killed_is_not_run_again() {
    let hook = shell("retrain", "echo x >> tries.txt; kill -9 $PPID");
    let desk = desk(&hook);
    assert_eq!(check(&desk, "moved.csv", &[]).code, None);
    assert_eq!(check(&desk, "moved.csv", &[]).code, Some(1));
    assert_eq!(desk.read("tries.txt"), "x\n");
    let shown = desk.run(&["history", "show", "1"]).stdout;
    assert!(shown.contains("retrain by the hook \"retrain\": unfinished\n"), "{shown}");
    assert!(shown.contains("UTC: no end on record\n"), "{shown}");
}

#[test]
#[cfg(unix)]
fn of_many_checks_at_once_one_runs_the_hook() {
    let desk = desk(&shell("retrain", "echo x >> tries.txt"));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(check(&desk, "moved.csv", &[]).code, Some(1)));
        }
    });
    assert_eq!(desk.read("tries.txt"), "x\n");
}

/// What a request said: its method and address, some headers, and its body.
struct Said {
    line: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Said {
    fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

/// A server on this machine that gives so many answers, its address, and what it will have been told.
fn server(statuses: &'static [u16]) -> (String, thread::JoinHandle<Vec<Said>>) {
    let server = Server::http("127.0.0.1:0").unwrap();
    let address = format!("http://{}/hook?token=secret", server.server_addr());
    let told = thread::spawn(move || {
        let answer = |status: &u16| {
            let mut request = server.recv_timeout(Duration::from_secs(30)).unwrap()?;
            let mut body = String::new();
            request.as_reader().read_to_string(&mut body).unwrap();
            let headers = request.headers().iter();
            let said = Said {
                line: format!("{} {}", request.method(), request.url()),
                headers: headers.map(|header| (header.field.to_string(), header.value.to_string())).collect(),
                body,
            };
            let elsewhere = Header::from_bytes("Location", "/elsewhere").unwrap();
            request.respond(Response::empty(*status).with_header(elsewhere)).unwrap();
            Some(said)
        };
        statuses.iter().map_while(answer).collect()
    });
    (address, told)
}

const WEBHOOK: &str =
    "[[hook]]\naction = \"retrain\"\nname = \"pager\"\nurl = \"$PAGER\"\npause = \"10ms\"\n";

fn check_with(desk: &Desk, address: &str) -> Run {
    let variables = [("PAGER", address), ("NO_PROXY", "127.0.0.1"), ("no_proxy", "127.0.0.1")];
    desk.run_in(&variables, &["check", "reference.csv", "moved.csv"])
}

#[test]
fn a_webhook_is_posted_the_report_until_it_is_taken() {
    // One that would send the report elsewhere has not taken it.
    let (address, told) = server(&[503, 302, 204]);
    let desk = desk(WEBHOOK);
    let run = check_with(&desk, &address);
    assert_eq!(run.code, Some(1), "{run:?}");
    let told = told.join().unwrap();
    assert_eq!(told.len(), 3);
    for said in &told {
        assert_eq!(said.line, "POST /hook?token=secret");
        assert_eq!(said.header("Content-Type"), "application/json");
        assert_eq!([said.header("Driftglass-Action"), said.header("Driftglass-Run")], ["retrain", "1"]);
        let report: serde_json::Value = serde_json::from_str(&said.body).unwrap();
        assert_eq!(report["summary"]["drifted"], 1);
    }
    let keys: Vec<_> = told.iter().map(|said| said.header("Idempotency-Key")).collect();
    assert!(keys[0].starts_with("driftglass-") && keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    insta::assert_snapshot!(run.stderr);
    let shown = desk.run(&["history", "show", "1"]).stdout;
    assert!(
        shown.contains("HTTP 503") && shown.contains("HTTP 302") && shown.contains("HTTP 204"),
        "{shown}"
    );
}

#[test]
fn a_webhook_that_is_not_there_is_an_error_that_keeps_its_secret() {
    let address = {
        let (address, told) = server(&[]);
        told.join().unwrap();
        address
    };
    let desk = desk(WEBHOOK);
    let run = check_with(&desk, &address);
    assert_eq!(run.code, Some(2));
    let everything = run.stderr + &desk.run(&["history", "show", "1"]).stdout;
    assert!(everything.contains("the hook \"pager\" failed: "), "{everything}");
    assert!(!everything.contains("secret"), "{everything}");
}

#[test]
#[cfg(unix)]
fn a_dry_run_says_what_would_be_done_and_does_nothing() {
    let desk = desk(&format!("[breaker]\nafter = 1\n{}{WEBHOOK}", shell("rollback", "echo x > done.txt")));
    let before = desk.names();
    let options = ["check", "reference.csv", "moved.csv", "--dry-run", "-o", "a.html"];
    let run = desk.run_in(&[("PAGER", "http://127.0.0.1:9/secret")], &options);
    assert_eq!(run.code, Some(1), "{run:?}");
    let (_, would) = run.stdout.split_once("would").unwrap();
    insta::assert_snapshot!("would".to_owned() + would);
    assert_eq!(desk.names(), before);
}

#[test]
fn what_hooks_lack_is_said_before_the_work() {
    let mut seen = String::new();
    let rows = "a\n".to_owned() + &"1\n2\n".repeat(40);
    for (config, arguments) in [
        (WEBHOOK, &["check", "a.csv", "a.csv"][..]),
        (WEBHOOK, &["check", "a.csv", "a.csv", "--history", "h.db"]),
        ("[breaker]\n", &["check", "a.csv", "a.csv"]),
        ("[breaker]\n", &["check", "a.csv", "a.csv", "--dry-run"]),
        ("[[hook]]\naction = \"rollback\"\ncommand = [\"make\"]\n", &["config", "check"]),
        ("[[hook]]\naction = \"retrain\"\n", &["config", "check"]),
        ("[[hook]]\naction = \"retrain\"\nurl = \"ftp://a\"\n", &["config", "check"]),
        ("[[hook]]\naction = \"retrain\"\ncommand = [\"./absent.sh\"]\n", &["config", "check"]),
        (
            "[[hook]]\naction = \"retrain\"\ncommand = [\"a\"]\n[[hook]]\naction = \"retrain\"\ncommand = [\"b\"]\n",
            &["config", "check"],
        ),
        ("[breaker]\ncooldown = \"soon\"\n", &["config", "check"]),
    ] {
        let desk = Desk::new().with("a.csv", &rows).with("driftglass.toml", config);
        let run = desk.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{config}");
        let folder = desk.path("").canonicalize().unwrap();
        seen += &run.stderr.replace(&format!("{}/", folder.display()), "");
    }
    insta::assert_snapshot!(seen);
}
