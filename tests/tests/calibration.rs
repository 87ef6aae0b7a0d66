//! A short run of `cargo xtask calibrate`: the p-values of verdicts hold their error rate.
#![allow(clippy::panic, reason = "a test may fail")]

use driftglass_tests::calibration::{
    CASES, Case, Cell, Columns, Design, FalseAlarms, Shape, TURNS, Unchanging, Windows, alarms, departures,
};

/// The chance of a false alarm, per case of drift, that the tests take.
const SURPRISING: f64 = 1e-6;

fn design() -> Design {
    Design {
        shapes: Shape::ALL.into_iter().filter(|shape| *shape != Shape::Levels(500)).collect(),
        reference: 1000,
        sizes: vec![50, 100, 200],
        repeats: 500,
        repeats_of_others: 0,
    }
}

#[test]
fn p_values_hold_their_error_rate() {
    let design = design();
    let found = departures(&design, &FalseAlarms::simulate(&design));
    assert!(found.is_empty(), "{found:#?}");
}

/// The cases of the full run that a debug build tries in seconds: how often the change is seen at all.
fn seen(change: &str, rows: [usize; 2], repeats: u64) -> Cell {
    let is_it = |(_, case): &(u64, &Case)| case.change == change && case.rows == rows;
    let (number, case) = (0..).zip(CASES).find(is_it).unwrap_or_else(|| panic!("no case {change}, {rows:?}"));
    case.simulate(number, repeats).seen[0]
}

#[test]
fn missing_values_that_appear_are_seen() {
    assert!(seen("0 to 5 % missing", [5000, 500], 20).deficit(0.9) > SURPRISING);
}

#[test]
fn a_new_level_at_one_per_cent_of_rows_is_seen() {
    let cell = seen("20 Zipf levels, and a new one at 1 % of rows", [5000, 1000], 50);
    assert!(cell.deficit(0.9) > SURPRISING, "{cell:?}");
}

#[test]
fn a_new_level_in_one_row_of_a_thousand_is_not_seen() {
    let cell = seen("20 Zipf levels, and a new one in one row of 1000: not to be seen", [5000, 1000], 200);
    assert!(cell.surplus(0.05) > SURPRISING, "{cell:?}");
}

#[test]
fn a_shift_hidden_under_one_extreme_value_is_seen() {
    let cell = seen("normal, shifted by 1 sigma, and one value of 1e6", [5000, 200], 20);
    assert!(cell.deficit(0.9) > SURPRISING, "{cell:?}");
}

#[test]
fn reports_of_windows_in_which_nothing_changes_have_no_change() {
    let columns = |number, shapes| Columns { number, shapes };
    let design = Unchanging {
        columns: vec![
            columns(1, &[Shape::Normal]),
            columns(1, &[Shape::Levels(20)]),
            columns(5, &[Shape::Normal, Shape::RareBernoulli]),
        ],
        windows: vec![Windows { number: 12, rows: 30 }, Windows { number: 30, rows: 30 }],
        repeats: 200,
    };
    let found = alarms(&design, &design.simulate());
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_change_of_one_column_is_dated() {
    let dated = TURNS[0].simulate(0, 20);
    assert!(dated.near.deficit(0.9) > SURPRISING, "{dated:?}");
    assert!(dated.others.surplus(0.2) > SURPRISING, "{dated:?}");
}
