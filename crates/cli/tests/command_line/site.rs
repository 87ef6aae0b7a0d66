//! `driftglass site`, and the trend as a page.

use crate::desk::{Desk, Run};
use std::collections::BTreeSet;

const HOSTILE: &str = "<script>alert(1)</script>";

/// A desk on which five checks ran: one passed, two drifted, one whose report is gone, one passed.
fn desk() -> Desk {
    let row = |row: u32, moved: u32| format!("{},{}\n", row * 7 % 100 + moved, row % 3);
    let rows = |moved: u32| format!("{HOSTILE},b\n") + &(0..200).map(|at| row(at, moved)).collect::<String>();
    let hook = if cfg!(unix) { "[[hook]]\naction = \"retrain\"\ncommand = [\"true\"]\n" } else { "" };
    let desk = Desk::new()
        .with("reference.csv", rows(0))
        .with("stable.csv", rows(1))
        .with("moved.csv", rows(70))
        .with("driftglass.toml", format!("[run]\nhistory = \"h.db\"\nfail_on = \"any\"\n{hook}"))
        .with("reports/.keep", "");
    for (place, (current, ending)) in
        [("stable", "json"), ("moved", "json"), ("moved", "html"), ("moved", "md"), ("stable", "json")]
            .into_iter()
            .enumerate()
    {
        let report = format!("reports/{place}.{ending}");
        let run = desk.run(&["check", "reference.csv", &format!("{current}.csv"), "--static", "-o", &report]);
        assert!(run.code == Some(0) || run.code == Some(1), "{run:?}");
    }
    assert_eq!(desk.run(&["history", "note", "2", HOSTILE]).code, Some(0));
    desk
}

fn site(desk: &Desk, arguments: &[&str]) -> Run {
    desk.run(&[&["site"], arguments].concat())
}

/// Every address of a page's links and the like that leads to another file.
fn links(page: &str) -> BTreeSet<String> {
    let values = page.split(" href=").skip(1).map(|rest| {
        let rest = rest.strip_prefix('"').unwrap_or(rest);
        rest.split(['"', '>', ' ']).next().unwrap().to_owned()
    });
    values.filter(|link| !link.starts_with('#') && !link.starts_with("data:")).collect()
}

#[test]
fn a_history_is_an_index_and_a_page_for_each_run() {
    let desk = desk();
    let run = site(&desk, &["-o", "site"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), "wrote site/index.html: 5 runs\n"), "{run:?}");
    let index = desk.read("site/index.html");
    assert!(index.contains("The last of 5\u{a0}runs passed; none of 2\u{a0}columns drifted."), "{index}");
    let pages: BTreeSet<String> = (1..=5).map(|id| format!("runs/{id}.html")).collect();
    assert_eq!(links(&index), pages);
    for id in 1..=5 {
        let page = desk.read(&format!("site/runs/{id}.html"));
        for link in links(&page) {
            assert!(desk.path("site/runs").join(&link).is_file(), "{id}: {link}");
        }
        assert!(!page.contains(HOSTILE), "{id}");
    }
    // The report where it is there, a copy of its page where that is all, and else what the history knows.
    assert!(desk.read("site/runs/2.html").contains("Where this comes from"));
    assert!(desk.read("site/runs/3.html").contains("href=3.report.html"));
    assert!(desk.read("site/runs/4.html").contains("Its report is not at hand."));
    assert!(!index.contains(HOSTILE) && index.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    // The same again, over what is there.
    assert_eq!(site(&desk, &["h.db", "-o", "site"]).code, Some(0));
    assert_eq!(desk.read("site/index.html"), index);
}

#[test]
fn a_report_of_another_run_is_not_taken_for_this_one() {
    let desk = desk();
    let desk = desk.with("reports/1.json", report_of_others("json"));
    assert_eq!(site(&desk, &["-o", "site"]).code, Some(0));
    assert!(desk.read("site/runs/2.html").contains("Its report is not at hand."));
}

/// A report of other data, in the format of an ending.
fn report_of_others(ending: &str) -> String {
    let (other, output) = (Desk::new().with_sample(), format!("a.{ending}"));
    let run = other.run(&["report", "reference.csv", "current.csv", "-o", &output]);
    assert_eq!(run.code, Some(0), "{run:?}");
    other.read(&output)
}

#[test]
fn a_folder_of_reports_is_one_too() {
    let desk =
        desk().with("reports/other.json", "{}").with("reports/2026/11/a b.json", report_of_others("json"));
    let run = site(&desk, &["reports", "-o", "reports/site", "--static"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    insta::assert_snapshot!(run.stderr);
    let index = desk.read("reports/site/index.html");
    assert_eq!(links(&index), ["0", "1", "2026-11-a-b", "4"].map(|name| format!("runs/{name}.html")).into());
    // The site itself is no report of the next one.
    assert_eq!(site(&desk, &["reports", "-o", "reports/site"]).stderr, run.stderr);
}

#[test]
fn a_site_takes_the_place_of_a_site_alone() {
    let desk =
        desk().with("public/index.html", "<p>Welcome</p>").with("other/index.html", report_of_others("html"));
    for (arguments, said) in [
        (["h.db", "-o", "public"], "public/index.html: is there already, and driftglass did not write it"),
        (["h.db", "-o", "other"], "other/index.html: is there already, and driftglass did not write it"),
        (["reports", "-o", "reports"], "reports: is also the folder of the reports"),
        (
            ["reports", "-o", "public/../reports"],
            "public/../reports: is also the folder of the reports reports",
        ),
    ] {
        let run = site(&desk, &arguments);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.stderr.starts_with(&format!("error: {said}\nhint: ")), "{}", run.stderr);
    }
    assert_eq!(desk.read("public/index.html"), "<p>Welcome</p>");
    assert!(!desk.path("public/runs").exists() && !desk.path("reports/runs").exists());
}

#[test]
fn the_trend_is_one_page_that_leads_nowhere() {
    let desk = desk();
    let run = desk.run(&["history", "export", "-o", "trend.html"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), "wrote trend.html\n"), "{run:?}");
    let page = desk.read("trend.html");
    assert!(page.contains("Share of drifted columns") && links(&page).is_empty(), "{:?}", links(&page));
}

#[test]
fn what_cannot_be_a_site_is_said() {
    let desk = Desk::new().with("empty/a.txt", "").with("a.csv", "a\n1\n");
    let mut seen = String::new();
    for arguments in
        [&["-o", "out"][..], &["absent", "-o", "out"], &["a.csv", "-o", "out"], &["empty", "-o", "out"]]
    {
        let run = site(&desk, arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        seen += &run.stderr;
    }
    assert!(!desk.path("out").exists());
    insta::assert_snapshot!(seen);
}
