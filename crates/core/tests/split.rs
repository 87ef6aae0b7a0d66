//! One data set as two.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use driftglass_core::split::{Split, SplitError};
use driftglass_core::{Chunk, Column, TextColumn};

fn chunk(columns: &[(&str, &[&str])]) -> Chunk {
    let column = |cells: &[&str]| {
        let mut column = TextColumn::default();
        for cell in cells {
            column.push(cell);
        }
        column
    };
    Chunk::new(columns.iter().map(|(name, cells)| ((*name).into(), column(cells))).collect())
}

/// The values of column `x` on both sides, of two chunks one after the other.
fn divided(rule: &str, key: &[&str]) -> Result<([Vec<String>; 2], u64), SplitError> {
    let split: Split = rule.parse().unwrap();
    let names: Vec<String> = (0..key.len()).map(|row| row.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let half = key.len() / 2;
    let mut divider = split.divider(key.len() as u64);
    let mut out = [Vec::new(), Vec::new()];
    for range in [0..half, half..key.len()] {
        let parts = divider.divide(&chunk(&[("key", &key[range.clone()]), ("x", &names[range])]));
        for (out, part) in out.iter_mut().zip(&parts) {
            match part.columns().find(|(name, _)| &***name == "x").unwrap().1 {
                Column::Spelled(cells) => out.extend(cells.iter().map(|cell| cell.unwrap().to_owned())),
                cells => panic!("{cells:?} were spelled"),
            }
        }
    }
    divider.finish().map(|unread| (out, unread))
}

fn rows(rows: &[&str]) -> Vec<String> {
    rows.iter().map(|row| (*row).to_owned()).collect()
}

#[test]
fn a_share_takes_the_first_rows() {
    let (sides, unread) = divided("70%", &["a"; 10]).unwrap();
    assert_eq!(sides, [rows(&["0", "1", "2", "3", "4", "5", "6"]), rows(&["7", "8", "9"])]);
    assert_eq!(unread, 0);
}

#[test]
fn a_date_parts_before_from_after_whatever_the_order_of_rows() {
    let dates = ["2024-06-01", "2024-05-31", "2024-06-02T10:00", "no date", "2023-01-01"];
    let (sides, unread) = divided("key>=2024-06-01", &dates).unwrap();
    assert_eq!((sides, unread), ([rows(&["1", "4"]), rows(&["0", "2"])], 1));
}

#[test]
fn a_number_parts_numbers() {
    let (sides, _) = divided("key>=10", &["9", "10", "1e2", "-3"]).unwrap();
    assert_eq!(sides, [rows(&["0", "3"]), rows(&["1", "2"])]);
}

#[test]
fn a_value_parts_from_the_rest_or_from_another() {
    let key = ["train", "test", "other", " train "];
    assert_eq!(divided("key=train", &key).unwrap().0, [rows(&["0", "3"]), rows(&["1", "2"])]);
    assert_eq!(divided("key=train|test", &key).unwrap(), ([rows(&["0", "3"]), rows(&["1"])], 1));
}

#[test]
fn the_dividing_column_is_left_out() {
    let split: Split = "key=a".parse().unwrap();
    let [reference, _] = split.divider(0).divide(&chunk(&[("key", &["a", "b"]), ("x", &["1", "2"])]));
    assert_eq!(reference.columns().map(|(name, _)| &**name).collect::<Vec<_>>(), ["x"]);
}

#[test]
fn what_does_not_divide_is_an_error() {
    assert_eq!(divided("nokey=a", &["a", "b"]).unwrap_err(), SplitError::NoColumn("nokey".to_owned()));
    assert!(matches!(divided("key=c", &["a", "b"]).unwrap_err(), SplitError::Empty(_)));
    assert!(matches!(divided("key=a", &["a", "a"]).unwrap_err(), SplitError::Empty(_)));
    let error = divided("key>=2024-01-01", &["1/2/2024", "2/1/2024", "3/2/2024", "2024-05-01"]).unwrap_err();
    assert!(matches!(error, SplitError::Unreadable { unread: 3, rows: 4, .. }), "{error:?}");
}

#[test]
fn rules_are_written_as_they_are_read() {
    for rule in ["70%", "12.5%", "date>=2024-06-01", "n>=17", "split=train", "split=train|test"] {
        assert_eq!(rule.parse::<Split>().unwrap().to_string(), rule);
    }
    for wrong in ["", "0%", "100%", "70", "%", "date>=soon", ">=2024-01-01", "=x", "date"] {
        assert!(wrong.parse::<Split>().is_err(), "{wrong}");
    }
}
