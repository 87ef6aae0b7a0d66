//! The pages of a trend: whole, harmless, and of bounded size.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use driftglass_core::report::Status;
use driftglass_report::{
    Remark, RemarkKind, RunEvidence, Stretch, Trend, TrendColumn, TrendOutcome, TrendRun, html,
    is_trend_page, run_page, trend_page,
};

mod sample;

const HOSTILE: &str = "</script><img src=x onerror=\"globalThis.ran=1\">\u{202e}gnp";

fn column(name: &str, effect: f64) -> TrendColumn {
    TrendColumn {
        name: name.to_owned(),
        kind: "numeric".to_owned(),
        status: if effect >= 0.2 { Status::Severe } else { Status::Stable },
        drifted: effect >= 0.2,
        method: Some("ks".to_owned()),
        statistic: Some(effect / 2.0),
        effect: Some(effect),
        q_value: Some(0.01),
    }
}

/// A run of each day, of columns whose effects grow.
fn run(place: usize, columns: usize, name: &str) -> TrendRun {
    let columns: Vec<_> =
        (0..columns).map(|at| column(&format!("{name}{at}"), (place * (at + 1) % 7) as f64 / 10.0)).collect();
    let drifted = columns.iter().filter(|column| column.drifted).count() as u64;
    TrendRun {
        name: format!("{name} {place}"),
        at: Some(1_790_000_000.0 + 86_400.0 * place as f64),
        outcome: if drifted > 0 { TrendOutcome::Drifted } else { TrendOutcome::Passed },
        tested: columns.len() as u64,
        drifted,
        reference: name.to_owned(),
        current: name.to_owned(),
        columns,
        limits: Some([0.1, 0.2]),
        remarks: vec![Remark {
            kind: RemarkKind::Note,
            text: name.to_owned(),
            details: vec![name.to_owned()],
        }],
        facts: vec![("Run by", name.to_owned())],
        policy: format!("columns = [\"{name}\"]\n"),
        page: Some(format!("runs/{place}.html")),
    }
}

fn trend(runs: usize, columns: usize, name: &str) -> Trend {
    Trend {
        runs: (0..runs).map(|place| run(place, columns, name)).collect(),
        incidents: vec![Stretch { from: 0, to: None }],
        facts: vec![("First run", name.to_owned())],
    }
}

fn is_harmless(page: &str) {
    assert!(!page.contains("<img") && !page.contains("\u{202e}"), "{page}");
    // The style sheet and the script of the page alone, which end as they should.
    assert_eq!(page.matches("</style>").count(), 1);
    assert_eq!(page.matches("<script").count(), page.matches("</script>").count());
    let (policy, _) = page.split_once("default-src 'none'; ").unwrap().1.split_once('"').unwrap();
    let unsafe_of = policy.split("; ").filter(|directive| directive.contains("'unsafe-inline'"));
    assert_eq!(unsafe_of.collect::<Vec<_>>(), ["style-src 'unsafe-inline'"], "{policy}");
}

#[test]
fn whatever_names_say_they_are_text() {
    let trend = trend(3, 2, HOSTILE);
    is_harmless(&trend_page(&trend));
    is_harmless(&run_page(&trend, 1, &RunEvidence::None));
    is_harmless(&run_page(&trend, 1, &RunEvidence::Page("1.report.html".to_owned())));
    is_harmless(&run_page(&trend, 1, &RunEvidence::Report(&sample::hostile(), None)));
}

#[test]
fn a_trend_of_one_run_or_of_none_is_a_page() {
    assert!(trend_page(&Trend::default()).contains("There is no run."));
    let page = trend_page(&trend(1, 2, "a"));
    assert!(page.contains("The only run passed; none of 2\u{a0}columns drifted."), "{page}");
    assert!(!page.contains("NaN") && !page.contains("Share of drifted columns"));
}

#[test]
fn runs_without_figures_have_no_place_in_the_chart() {
    let mut trend = trend(3, 2, "a");
    trend.runs[2] = TrendRun {
        outcome: TrendOutcome::Untested,
        tested: 0,
        drifted: 0,
        at: None,
        columns: Vec::new(),
        ..trend.runs[2].clone()
    };
    let page = trend_page(&trend);
    assert!(page.contains("came to no verdict") && !page.contains("NaN"), "{page}");
}

#[test]
fn a_page_of_a_trend_is_told_from_any_other() {
    assert!(is_trend_page(&trend_page(&trend(3, 2, "a"))) && is_trend_page(&trend_page(&Trend::default())));
    for name in ["report trend", "<article class=\"report trend\">"] {
        let mut report = sample::report();
        name.clone_into(&mut report.columns[0].name);
        assert!(!is_trend_page(&html(&report, None)), "{name}");
    }
}

#[test]
fn a_run_leads_to_its_neighbours() {
    let trend = trend(3, 2, "a");
    let page = |place| run_page(&trend, place, &RunEvidence::None);
    assert!(page(1).contains("<a href=0.html rel=prev>") && page(1).contains("<a href=2.html rel=next>"));
    assert!(!page(0).contains("rel=prev") && !page(2).contains("rel=next"));
    assert!(page(1).contains("href=\"../index.html\""));
    assert_eq!(page(3), "");
}

#[test]
fn a_thousand_runs_are_a_page_that_opens() {
    let page = trend_page(&trend(1000, 30, "column"));
    assert!(page.len() < 1_500_000, "{} bytes", page.len());
}

#[test]
fn the_head_and_the_chart_of_a_trend() {
    let page = trend_page(&trend(8, 3, "a"));
    let article = &page[page.find("<main>").unwrap()..page.find("<section class=runs").unwrap()];
    insta::assert_snapshot!(article.replace('<', "\n<"));
}
