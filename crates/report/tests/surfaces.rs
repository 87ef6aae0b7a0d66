//! The three surfaces as they are.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod sample;

use driftglass_core::Report;
use driftglass_core::report::{ChangePoint, Finding, FindingCode, Severity, Validation, WindowColumn};
use driftglass_report::{
    TerminalOptions, comparison, findings, head, html, markdown, opened, provenance, relations, row,
    terminal, timeline, told_apart,
};
use maud::Markup;

/// A line a tag, so that a change can be read.
fn lines(markup: Markup) -> String {
    markup.into_string().replace("><", ">\n<")
}

#[test]
fn the_head_is() {
    insta::assert_snapshot!("head", lines(head(&sample::report())));
}

#[test]
fn the_timeline_is() {
    insta::assert_snapshot!("timeline", lines(timeline(&sample::over_time(sample::report(), 12))));
    assert_eq!(timeline(&sample::report()).0, "");
}

/// A page holds windows with fewer digits than a report.
#[test]
fn what_is_said_of_windows_is_the_same_from_a_page() {
    for days in [12, 60, 700] {
        is_the_same_from_a_page(&sample::over_time(sample::report(), days));
    }
    // Columns of one value, to which all quantiles are the same, and which the reference may have too.
    for constant in [0.666_666_666_667, 123.456_789, 19.990_001, -1e-9, 1_780_272_055.25] {
        let mut report = sample::over_time(sample::report(), 60);
        let columns = report.windows.iter_mut().flat_map(|window| &mut window.columns);
        columns.flat_map(|it| &mut it.quantiles).for_each(|it| it.value = constant.into());
        let summaries = report.columns.iter_mut().filter_map(|column| column.reference.as_mut());
        summaries.flat_map(|it| &mut it.quantiles).for_each(|it| it.value = constant.into());
        is_the_same_from_a_page(&report);
    }
}

fn is_the_same_from_a_page(report: &Report) {
    let page = html(report, Some(sample::VIEWER));
    let again = opened(&page).unwrap().unwrap();
    assert!(
        again.windows != report.windows
            && Report { windows: report.windows.clone(), ..again.clone() } == *report
    );
    assert_eq!(timeline(&again).0, timeline(report).0);
    for (again, window) in again.windows.iter().zip(&report.windows) {
        assert_eq!(comparison(report, again, None).0, comparison(report, window, None).0);
    }
    for (again_column, column) in again.columns.iter().zip(&report.columns) {
        assert_eq!(lines(row(&again, again_column, true)), lines(row(report, column, true)));
    }
    // Nor does a page that is made of a page lose more.
    let twice = opened(&html(&again, Some(sample::VIEWER))).unwrap().unwrap();
    assert_eq!(twice, again);
}

#[test]
fn one_window_is_told_without_a_course() {
    let timeline = timeline(&sample::over_time(sample::report(), 1)).0;
    assert!(
        timeline.contains("1\u{a0}window of 1\u{a0}day, compared with the 14\u{a0}days before."),
        "{timeline}"
    );
    assert!(timeline.contains("about the last window that was compared."), "{timeline}");
    assert_eq!(timeline.matches("<details class=\"window\"").count(), 1);
    assert!(!timeline.contains("time-map") && !timeline.contains("moment"), "{timeline}");
}

#[test]
fn whatever_a_saved_report_says_of_its_windows_is_drawn() {
    let mut report = sample::over_time(sample::report(), 12);
    for window in &mut report.windows {
        window.reason = None;
        window.span.label = "rows".to_owned();
        window.span.from = 1e30.into();
    }
    let timeline = timeline(&report).0;
    assert!(timeline.contains("3 have no rows.") && !timeline.contains("not compared"), "{timeline}");
}

#[test]
fn a_column_over_time_is() {
    let report = sample::over_time(sample::report(), 12);
    for column in report.columns.iter().take(3) {
        let row = row(&report, column, true).0;
        let start = row.find("<section class=\"over-time").unwrap();
        let end = start + row[start..].find("</section>").unwrap();
        insta::assert_snapshot!(format!("over_time_{}", column.name), row[start..end].replace("><", ">\n<"));
    }
}

#[test]
fn a_course_is_held_against_what_decided() {
    let legend = |change: &dyn Fn(usize, &mut WindowColumn)| {
        let mut report = sample::over_time(sample::report(), 12);
        for (at, window) in report.windows.iter_mut().enumerate() {
            window.columns.iter_mut().for_each(|column| change(at, column));
        }
        let row = row(&report, &report.columns[0], true).0;
        let start = row.find("<p class=\"legend\"><span class=\"course-key").unwrap();
        row[start..start + row[start..].find("</p>").unwrap()].to_owned()
    };
    let by_policy = legend(&|_, _| ());
    assert!(by_policy.contains("PSI") && by_policy.contains("moderate from 0.1<"), "{by_policy}");
    let learned = legend(&|_, column| (column.is_learned, column.threshold) = (true, 0.14.into()));
    assert!(learned.contains("moderate from 0.14<"), "{learned}");
    let each = legend(&|at, column| (column.is_learned, column.threshold) = (true, (at as f64).into()));
    assert!(each.contains("moderate from here<"), "{each}");
    let by_statistic = legend(&|_, column| (column.p_value, column.threshold) = (None.into(), 0.2.into()));
    assert!(
        by_statistic.contains("Kolmogorov-Smirnov") && by_statistic.contains("drifted from 0.2<"),
        "{by_statistic}"
    );
}

#[test]
fn a_level_that_a_window_does_not_list_is_zero_only_where_the_listed_ones_are_all() {
    // Of two levels the second window and the last list but one, the last with so many of its rows.
    let shown = |of_last: u64| {
        let mut report = sample::over_time(sample::report(), 12);
        let column = report.columns.iter().position(|column| column.name == "occupation").unwrap();
        for (at, window) in report.windows.iter_mut().enumerate() {
            let Some(it) = window.columns.get_mut(column) else { continue };
            it.missing = 0;
            it.levels.truncate(2);
            it.levels[0].count = window.span.rows - 90;
            it.levels[1].count = 90;
            if at == 1 || at == 11 {
                it.levels.truncate(1);
                it.levels[0].count = if at == 1 { window.span.rows } else { of_last };
            }
        }
        let row = row(&report, &report.columns[column], true).0;
        let start = row.find(&format!(">{}<", "Craft-repair")).unwrap();
        let row = &row[start..start + row[start..].find("</tr>").unwrap()];
        let line = row.split_once("class=\"course\" d=\"").unwrap().1;
        (line.split_once('"').unwrap().0.to_owned(), row.rsplit_once("<td>").unwrap().1.to_owned())
    };
    let rows = sample::over_time(sample::report(), 12).windows[11].span.rows;
    let ((all, last), (some, unknown)) = (shown(rows), shown(rows - 1));
    assert_eq!([last.as_str(), unknown.as_str()], ["0\u{a0}%</td>", "–</td>"]);
    assert!(all.starts_with(&some) && all.len() > some.len(), "{all}\n{some}");
}

#[test]
fn columns_that_change_together_are_one_line() {
    let mut report = sample::over_time(sample::report(), 12);
    let changes = &mut report.timeline.as_mut().unwrap().changes;
    let first = changes[0].clone();
    *changes = (0..8).map(|at| ChangePoint { column: format!("c{at}"), ..first.clone() }).collect();
    let moments = timeline(&report).0;
    assert_eq!(moments.matches(" changed <span>on 2026-06-09</span>").count(), 1, "{moments}");
    assert!(moments.contains("and 2\u{a0}more columns changed"), "{moments}");
}

#[test]
fn a_window_lists_its_columns_the_strongest_first_and_says_what_it_leaves_out() {
    let report = sample::over_time(sample::report(), 60);
    let last = report.windows.last().unwrap();
    let all = comparison(&report, last, None).0;
    assert_eq!(all.matches("<tr>").count(), 1 + last.columns.len());
    let [severe, moderate] = ["age", "occupation"].map(|name| all.find(&format!(">{name}<")).unwrap());
    assert!(severe < moderate && !all.contains("more column"), "{all}");
    let few = comparison(&report, last, Some(1)).0;
    assert_eq!(few.matches("<tr>").count(), 2);
    assert!(few.contains("8\u{a0}more columns: "), "{few}");
    let untested = &report.windows[30];
    assert!(comparison(&report, untested, None).0.contains("Not compared: 29 rows are too few"));
}

#[test]
fn every_cell_of_the_map_leads_to_its_window() {
    let report = sample::over_time(sample::report(), 60);
    let timeline = timeline(&report).0;
    for place in (0..report.windows.len()).filter(|place| report.windows[*place].span.rows > 0) {
        assert!(timeline.contains(&format!("<a href=\"#w{place}\"")), "{place}");
        assert!(timeline.contains(&format!("<div id=\"w{place}\"")), "{place}");
    }
}

#[test]
fn of_very_many_windows_those_are_listed_in_which_something_drifted() {
    let mut report = sample::over_time(sample::report(), 1500);
    let shown = timeline(&report).0;
    let listed = shown.matches("<details class=\"window\"").count();
    assert_eq!((listed, shown.matches("<a href=\"#w").count()), (400, 400));
    assert!(shown.contains("the last 400 in which a column drifted, of 1496\u{a0}windows"));
    assert!(!shown.contains("none drifted"));
    report.windows.iter_mut().for_each(|window| window.summary.drifted = 0);
    assert!(timeline(&report).0.contains("a column drifted in none of 1496\u{a0}windows"));
}

#[test]
fn the_findings_are() {
    insta::assert_snapshot!("findings", lines(findings(&sample::report())));
}

#[test]
fn the_relations_are() {
    insta::assert_snapshot!("relations", lines(relations(&sample::report())));
}

#[test]
fn what_tells_the_data_apart_is() {
    insta::assert_snapshot!("told_apart", lines(told_apart(&sample::report())));
}

#[test]
fn what_was_not_tried_is_not_shown_and_what_could_not_be_says_why() {
    let report = |domain| {
        let mut report = sample::report();
        report.domain = domain;
        (report.pairs, report.associations) = Default::default();
        report
    };
    let nothing = report(None);
    assert_eq!(relations(&nothing).0 + &told_apart(&nothing).0, "");
    let mut domain = sample::domain(&[]);
    domain.auc = None.into();
    domain.drifted = false;
    domain.reason = Some("too few rows".to_owned());
    let shown = told_apart(&report(Some(domain))).0;
    assert!(shown.contains("Not tried: too few rows."), "{shown}");
}

#[test]
fn the_provenance_is() {
    insta::assert_snapshot!("provenance", lines(provenance(&sample::report())));
}

#[test]
fn a_row_of_every_status_and_type() {
    let report = sample::report();
    for column in &report.columns {
        insta::assert_snapshot!(format!("row_{}", column.name), lines(row(&report, column, true)));
    }
}

#[test]
fn markdown_is() {
    insta::assert_snapshot!(markdown(&sample::report(), &[]));
}

#[test]
fn terminal_at_widths() {
    let report = sample::report();
    let at = |width, color| terminal(&report, &TerminalOptions { width, color, top: None });
    insta::assert_snapshot!("terminal_unlimited", at(None, false));
    insta::assert_snapshot!("terminal_120", at(Some(120), false));
    insta::assert_snapshot!("terminal_80", at(Some(80), false));
    insta::assert_snapshot!("terminal_coloured", at(Some(80), true).replace('\u{1b}', "ESC"));
}

#[test]
fn colour_changes_nothing_but_colour() {
    let report = sample::report();
    let coloured = terminal(&report, &TerminalOptions { width: Some(100), color: true, top: None });
    let plain = ["\u{1b}[32m", "\u{1b}[36m", "\u{1b}[33m", "\u{1b}[1;31m", "\u{1b}[2m", "\u{1b}[0m"]
        .iter()
        .fold(coloured, |text, code| text.replace(code, ""));
    assert_eq!(plain, terminal(&report, &TerminalOptions { width: Some(100), color: false, top: None }));
}

#[test]
fn a_line_a_column() {
    let report = sample::report();
    for width in [None, Some(200), Some(120), Some(80), Some(40)] {
        let text = terminal(&report, &TerminalOptions { width, ..TerminalOptions::default() });
        let rows = text.lines().filter(|line| line.starts_with(['●', '◑', '◔', '○', '◌'])).count();
        assert_eq!(rows, report.columns.len(), "at width {width:?}");
    }
}

#[test]
fn the_page_is_one_file_that_asks_for_nothing() {
    let page = html(&sample::report(), None);
    assert!(page.starts_with("<!doctype html>\n<html lang=en><head><meta charset=utf-8>"));
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains(
        "<title>3 of 8 tested columns drifted: age, occupation and signed_up – driftglass</title>"
    ));
    assert_eq!(page.matches("<h1").count(), 1);
    for fetching in ["http://", "https://", "@import", "url(", "<script", "src="] {
        // The namespace in the inline icon is a name, not an address.
        let page = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!page.contains(fetching), "{fetching}");
    }
}

#[test]
fn a_number_that_is_not_there_is_never_nan() {
    for report in [sample::report(), sample::hostile()] {
        let text =
            html(&report, None) + &markdown(&report, &[]) + &terminal(&report, &TerminalOptions::default());
        assert!(!text.contains("NaN") && !text.contains(">inf"));
    }
}

#[test]
fn the_most_important_columns_come_first_and_alone() {
    let mut report = sample::report();
    let last = report.columns.len() - 1;
    report.columns[last].importance = Some(0.25.into());
    report.columns[2].importance = Some((-0.5).into());
    let [first, second] = [report.columns[2].name.clone(), report.columns[last].name.clone()];
    let text = terminal(&report, &TerminalOptions { top: Some(2), ..TerminalOptions::default() });
    let rows: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("STATUS")).collect();
    assert!(rows[1].contains(&first) && rows[2].contains(&second), "{text}");
    assert_eq!(rows[3], format!("and {} more columns", last - 1));
    let table = markdown(&report, &[]);
    assert!(table.find(&first).unwrap() < table.find(&second).unwrap());
}

#[test]
fn data_that_are_not_sound_come_before_drift() {
    let mut report = sample::report();
    report.validation = Some(Validation { expectations: 9, broken: 1 });
    let broken = Finding {
        code: FindingCode::ExpectationBroken,
        severity: Severity::Error,
        column: Some("wage".to_owned()),
        message: "the column is required and is not there".to_owned(),
    };
    report.findings.splice(0..0, std::iter::repeat_n(broken, 6));
    let head = head(&report).0;
    assert!(head.contains("The current data break 1 of 9"), "{head}");
    assert!(head.contains("<h1 class=\"badge severe\">"), "{head}");
    assert!(head.contains("Drift comes after that. 3 of 8"), "{head}");
    assert!(findings(&report).0.contains("<details open"));
}

#[test]
fn a_window_is_in_the_same_words_everywhere() {
    let report = sample::over_time(sample::report(), 12);
    let texts = [markdown(&report, &[]), terminal(&report, &TerminalOptions::default()), timeline(&report).0];
    for text in texts {
        assert!(text.contains("2026-06-12: 2 of 8 drifted"), "{text}");
    }
}
