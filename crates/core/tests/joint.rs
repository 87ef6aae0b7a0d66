//! What whole rows show and no column does, and how often it is seen where there is nothing.

mod common;

use common::{Random, finding, profile, report};
use driftglass_core::Report;
use driftglass_core::report::{FindingCode, Measure, Severity};

const LETTERS: [&str; 4] = ["a", "b", "c", "d"];

/// Rows of two numbers that hang together, one that does not, and a level that hangs on the first.
fn row(random: &mut Random, correlation: f64) -> [String; 4] {
    let x = random.normal();
    let y = correlation * x + (1.0 - correlation * correlation).sqrt() * random.normal();
    let level = (x + random.normal() + 2.0).clamp(0.0, 3.0) as usize;
    [format!("{x:.3}"), format!("{y:.3}"), format!("{:.2}", random.normal()), LETTERS[level].to_owned()]
}

const NAMES: [&str; 4] = ["x", "y", "noise", "level"];

fn rows(random: &mut Random, count: usize, correlation: f64) -> Vec<[String; 4]> {
    (0..count).map(|_| row(random, correlation)).collect()
}

fn compared(random: &mut Random, counts: [usize; 2], correlations: [f64; 2]) -> Report {
    let [reference, current] =
        [0, 1].map(|side| profile(&NAMES, &rows(random, counts[side], correlations[side])));
    report(&reference, &current)
}

#[test]
fn a_correlation_that_turned_around_is_found_although_no_column_drifted() {
    let report = compared(&mut Random(1), [3000, 1000], [0.6, -0.6]);
    assert_eq!(report.summary.drifted, 0);
    let domain = report.domain.as_ref().unwrap();
    assert!(domain.drifted && domain.low.get().unwrap() > 0.6, "{domain:?}");
    let used: Vec<&str> = domain.columns.iter().take(2).map(|column| column.name.as_str()).collect();
    assert!(used.contains(&"x") && used.contains(&"y"), "{domain:?}");
    let found = finding(&report, FindingCode::JointDrift).expect("a word on it");
    assert_eq!(found.severity, Severity::Warning);
    let first = &report.associations[0];
    assert_eq!((first.left.as_str(), first.right.as_str()), ("x", "y"));
    assert!(first.changed && first.q_value.get().unwrap() < 1e-20, "{first:?}");
    assert!((first.change.get().unwrap() + 1.17).abs() < 0.1, "{first:?}");
    assert_eq!(report.pairs.tested, 3);
}

/// The rows of two data sets that one source made, half of the rows written three times where `copied`.
fn same_source(random: &mut Random, copied: bool) -> Report {
    let [reference, current] = [250, 200].map(|count| {
        let mut rows = rows(random, count, 0.5);
        if copied {
            rows.extend_from_within(..count / 2);
            rows.extend_from_within(..count / 2);
        }
        profile(&NAMES, &rows)
    });
    report(&reference, &current)
}

/// Repeats of a simulation.
const REPEATS: usize = 300;

/// What a test at 0.05 stays under in all but one of a thousand such simulations.
const AT_MOST: f64 = 0.05 + 3.1 * 0.0126;

/// No drift must seldom look like drift: to the classifier, to any one pair, and to the report, which adjusts over pairs.
fn holds_its_error_rate(copied: bool) {
    let mut random = Random(5);
    let (mut domain, mut pairs, mut tested, mut reports) = (0, 0, 0, 0);
    for _ in 0..REPEATS {
        let report = same_source(&mut random, copied);
        domain +=
            usize::from(report.domain.expect("it runs").p_value.get().expect("there are rows enough") < 0.05);
        let p_values: Vec<f64> = report.associations.iter().filter_map(|pair| pair.p_value.get()).collect();
        tested += p_values.len();
        pairs += p_values.iter().filter(|p| **p < 0.05).count();
        reports += usize::from(report.pairs.changed > 0);
    }
    let share = |count: usize, of: usize| count as f64 / of as f64;
    assert!(share(domain, REPEATS) < AT_MOST, "classifier {domain} of {REPEATS}");
    assert!(share(pairs, tested) < AT_MOST, "pairs {pairs} of {tested}");
    assert!(share(reports, REPEATS) < AT_MOST, "reports {reports} of {REPEATS}");
}

#[test]
fn rows_of_one_source_are_seldom_told_apart() {
    holds_its_error_rate(false);
}

#[test]
fn copies_of_rows_do_not_tell_their_side() {
    holds_its_error_rate(true);
}

#[test]
fn two_columns_that_only_together_say_the_side_are_found_among_many() {
    let mut random = Random(3);
    let names = ["p", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "q"];
    let mut side = |current: bool| {
        let rows: Vec<[String; 10]> = (0..1500)
            .map(|_| {
                let mut row = std::array::from_fn(|_| format!("{:.3}", random.normal()));
                let bit = random.uniform() < 0.5;
                row[0] = if bit { "yes" } else { "no" }.to_owned();
                row[9] = if bit == (current && random.uniform() < 0.9) { "blue" } else { "red" }.to_owned();
                row
            })
            .collect();
        profile(&names, &rows)
    };
    let report = report(&side(false), &side(true));
    assert_eq!(report.summary.drifted, 0);
    let domain = report.domain.unwrap();
    assert!(domain.auc.get().unwrap() > 0.85, "{domain:?}");
    let used: Vec<&str> = domain.columns.iter().map(|column| column.name.as_str()).take(2).collect();
    assert!(used.contains(&"p") && used.contains(&"q"), "{domain:?}");
}

#[test]
fn what_was_set_aside_and_what_names_rows_plays_no_part() {
    let mut random = Random(4);
    let mut side = |from: usize| {
        let rows: Vec<[String; 3]> = (from..from + 400)
            .map(|i| [i.to_string(), format!("{:.3}", random.normal()), "constant".to_owned()])
            .collect();
        profile(&["id", "value", "one"], &rows)
    };
    let report = report(&side(0), &side(400));
    let domain = report.domain.unwrap();
    assert!(!domain.drifted, "{domain:?}");
    assert!(domain.columns.iter().all(|column| column.name == "value"), "{domain:?}");
}

#[test]
fn what_cannot_be_tried_says_why() {
    let report = compared(&mut Random(2), [40, 1000], [0.0, 0.0]);
    let domain = report.domain.unwrap();
    assert_eq!(domain.auc.get(), None);
    assert_eq!(
        domain.reason.as_deref(),
        Some("each side needs the worth of 50 rows that are not copies of each other")
    );
}

#[test]
fn wide_tables_say_how_much_of_them_was_compared() {
    let mut random = Random(6);
    let names: [String; 70] = std::array::from_fn(|i| format!("c{i}"));
    let names: [&str; 70] = std::array::from_fn(|i| names[i].as_str());
    let mut side = || {
        let rows: Vec<[String; 70]> =
            (0..60).map(|_| std::array::from_fn(|_| format!("{:.3}", random.normal()))).collect();
        profile(&names, &rows)
    };
    let report = report(&side(), &side());
    assert_eq!(report.pairs.tested, 60 * 59 / 2);
    assert_eq!(report.associations.len(), 20);
    let found = finding(&report, FindingCode::ColumnsLeftOut).expect("a word on it");
    assert_eq!(
        found.message,
        "only the first 60 of 70 tested columns were compared with each other and in whole rows"
    );
}

#[test]
fn a_pair_of_levels_that_came_apart_is_found() {
    let mut random = Random(8);
    let mut side = |tied: f64| {
        let rows: Vec<[String; 2]> = (0..800)
            .map(|_| {
                let first = (4.0 * random.uniform()) as usize;
                let free = (4.0 * random.uniform()) as usize;
                let second = if random.uniform() < tied { first } else { free };
                [LETTERS[first].to_owned(), LETTERS[second].to_owned()]
            })
            .collect();
        profile(&["left", "right"], &rows)
    };
    let report = report(&side(0.8), &side(0.3));
    let pair = &report.associations[0];
    assert_eq!((pair.measure, pair.changed), (Measure::CramersV, true), "{pair:?}");
    assert!((pair.reference.get().unwrap() - 0.8).abs() < 0.05, "{pair:?}");
    assert!((pair.current.get().unwrap() - 0.3).abs() < 0.07, "{pair:?}");
}
